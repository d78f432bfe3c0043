// `lcqm export --format …`: what leaves the store for other people's tools, in their standards.
import { type LcqmOperations, type ReadError, SchemeId, Urn } from "@lcqm/core"
import { Effect, Schema, Stream } from "effect"
import { Uri } from "../badge/issuing.ts"
import type { Given, Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine, type Failure } from "../failure.ts"
import { flagsOf, Json, OutFile, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { openedText, openingGiven, textsFlags } from "../given/texts-opened.ts"
import { overLcqm, overStore } from "../over-store.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { intoNewFile } from "../telling/new-file.ts"
import { printable } from "../telling/printable.ts"
import { signedBadge, signedStatusList } from "./badges.ts"
import { openedCloudEvents } from "./opened-events.ts"
import {
  batchOf,
  cloudEvents,
  objectCentricLog,
  provenance,
  registerAsCsv,
  schemasOfEvents,
  type Store
} from "./of-store.ts"

/** The standards. The last two are signed. */
const formats = ["cloudevents", "ocel", "prov", "schema", "csv", "openbadge", "status-list"] as const
const ofOneSchool: ReadonlyArray<string> = ["prov", "openbadge"]
const areSigned: ReadonlyArray<string> = ["openbadge", "status-list"]

const decodeFlags = flagsOf("lcqm export", {
  ...storeFlag,
  ...textsFlags,
  format: Schema.Literals(formats),
  urn: Schema.optionalKey(Urn),
  scheme: SchemeId,
  source: Schema.optionalKey(Uri),
  issuer: Schema.optionalKey(Path),
  key: Schema.optionalKey(Path),
  out: Schema.optionalKey(OutFile),
  json: Json
})
type Flags = Effect.Success<ReturnType<typeof decodeFlags>>

const misused = (path: string, expected: string, got: string): Effect.Effect<never, Failure> =>
  Effect.fail(badInput("command line of lcqm export", commandLine, { path, expected, got }))

// One school's provenance is a graph that can be read; a whole store's is none. A badge is of one school's award.
const asItAsks = ({ format, issuer, key, texts, urn }: Flags): Effect.Effect<void, Failure> => {
  const ofSchool = ofOneSchool.includes(format)
  if (ofSchool && urn === undefined) return misused("URN", `the school's URN, for ${format}`, "nothing")
  if (!ofSchool && urn !== undefined) return misused("URN", `no school: ${format} is of the whole store`, urn)
  if (texts === true && format !== "cloudevents") {
    return misused("--texts", `nothing: ${format} holds no text that could be opened`, "--texts")
  }
  for (const [flag, value] of [
    ["--issuer", issuer],
    ["--key", key]
  ] as const) {
    if (value !== undefined && !areSigned.includes(format)) {
      return misused(flag, `nothing: ${format} is not signed`, value)
    }
  }
  return Effect.void
}

const usualSource = "urn:lcqm:store"

type Unsigned = Exclude<Flags["format"], "openbadge" | "status-list">

const exported = (
  store: Store,
  format: Unsigned,
  { scheme, source = usualSource, urn = "" }: Flags
): Stream.Stream<string, ReadError> => {
  switch (format) {
    // It is of the catalogue, and needs no store.
    case "schema":
      return schemasOfEvents
    case "csv":
      return registerAsCsv(store, scheme)
    case "cloudevents":
      return cloudEvents(store, source)
    case "ocel":
      return objectCentricLog(store)
    case "prov":
      return provenance(store, scheme, urn)
  }
}

const signed = (
  format: "openbadge" | "status-list",
  given: Given,
  flags: Flags,
  streams: Streams
): Effect.Effect<string, Failure> => {
  const { issuer, key, scheme, urn = "" } = flags
  if (issuer === undefined) return misused("--issuer", "a file that says who issues", "nothing")
  if (key === undefined) return misused("--key", "the issuer's badge key (lcqm badge keygen)", "nothing")
  const request = { store: storeGiven(given, flags.store), scheme, issuer, key }
  return format === "openbadge"
    ? signedBadge({ ...request, school: urn }, streams)
    : signedStatusList(request, streams)
}

/** Exports in a standard. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* asItAsks(flags)
  const { format, json, out } = flags
  if (json === true && out === undefined) {
    return yield* misused(
      "--json",
      "--out FILE with it: what is exported goes to standard output",
      "no --out"
    )
  }
  const { beside, reader } = yield* openingGiven(given, flags)
  let textsOpened = 0
  const write = <E>(text: Stream.Stream<string, E>): Effect.Effect<void, E | Failure> => {
    const bytes = Stream.map(text, (each) => Buffer.from(each))
    if (out === undefined) {
      const toOut = Stream.runForEachArray(bytes, (several) =>
        Effect.promise(() => streams.out(Buffer.concat(several).toString("utf8")))
      )
      return Effect.andThen(
        toOut,
        Effect.promise(() => streams.err(openedText(textsOpened)))
      )
    }
    return Effect.flatMap(
      intoNewFile(out, bytes, reader === undefined ? "as usual" : "its owner"),
      (sha256) => {
        const told = `Exported as ${format} to ${printable(out)}\nSHA-256 ${sha256}\n${openedText(textsOpened)}`
        return Effect.promise(() =>
          streams.out(json === true ? jsonLine({ format, file: out, sha256, textsOpened }) : told)
        )
      }
    )
  }
  if (format === "openbadge" || format === "status-list") {
    yield* write(Stream.make(yield* signed(format, given, flags, streams)))
  } else if (format === "schema") yield* write(schemasOfEvents)
  else if (reader !== undefined) {
    const { source = usualSource, store } = flags
    const count = (opened: number): void => void (textsOpened += opened)
    const opened = (lcqm: LcqmOperations) => write(batchOf(openedCloudEvents(lcqm, reader, source, count)))
    yield* overLcqm(storeGiven(given, store), "reading", opened, beside)
  } else {
    yield* overStore(storeGiven(given, flags.store), "reading", (store) =>
      write(exported(store, format, flags))
    )
  }
  return exitCodes.ok
})
