// `lcqm export --format …`: what leaves the store for other people's tools, in their standards.
import { type ReadError, SchemeId, Urn } from "@lcqm/core"
import { Effect, Schema, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine, type Failure } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { intoNewFile } from "../telling/new-file.ts"
import { printable } from "../telling/printable.ts"
import {
  cloudEvents,
  objectCentricLog,
  provenance,
  registerAsCsv,
  schemasOfEvents,
  type Store
} from "./of-store.ts"

/** The standards of events and views. Badges have a command of their own: they are signed. */
export const formats = ["cloudevents", "ocel", "prov", "schema", "csv"] as const

const decodeFlags = flagsOf("lcqm export", {
  ...storeFlag,
  format: Schema.Literals(formats),
  urn: Schema.optionalKey(Urn),
  scheme: SchemeId,
  source: Schema.optionalKey(
    Schema.String.check(
      Schema.isPattern(/^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]+$/u, {
        expected: "a URI, as https://example.org/lcqm"
      })
    )
  ),
  out: Schema.optionalKey(Path),
  json: Json
})
type Flags = Effect.Success<ReturnType<typeof decodeFlags>>

const misused = (path: string, expected: string, got: string): Effect.Effect<never, Failure> =>
  Effect.fail(badInput("command line of lcqm export", commandLine, { path, expected, got }))

// One school's provenance is a graph that can be read; a whole store's is none.
const onlyWithUrn = ({ format, urn }: Flags): Effect.Effect<void, Failure> => {
  if (format === "prov" && urn === undefined) return misused("URN", "the school's URN, for prov", "nothing")
  return format !== "prov" && urn !== undefined
    ? misused("URN", `no school: ${format} is of the whole store`, urn)
    : Effect.void
}

const exported = (
  store: Store,
  { format, scheme, source = "urn:lcqm:store", urn = "" }: Flags
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

/** Exports in a standard. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  yield* onlyWithUrn(flags)
  const { format, json, out } = flags
  if (json === true && out === undefined) {
    return yield* misused(
      "--json",
      "--out FILE with it: what is exported goes to standard output",
      "no --out"
    )
  }
  const write = <E>(text: Stream.Stream<string, E>): Effect.Effect<void, E | Failure> => {
    const bytes = Stream.map(text, (each) => Buffer.from(each))
    return out === undefined
      ? Stream.runForEachArray(bytes, (several) =>
          Effect.promise(() => streams.out(Buffer.concat(several).toString("utf8")))
        )
      : Effect.flatMap(intoNewFile(out, bytes), (sha256) => {
          const told = `Exported as ${format} to ${printable(out)}\nSHA-256 ${sha256}\n`
          return Effect.promise(() =>
            streams.out(json === true ? jsonLine({ format, file: out, sha256 }) : told)
          )
        })
  }
  yield* format === "schema"
    ? write(schemasOfEvents)
    : overStore(storeGiven(given, flags.store), "reading", (store) => write(exported(store, flags)))
  return exitCodes.ok
})
