// `lcqm replay URN`, `--award-file FILE` and `--all`: would the same history give the same decisions again?
import { replay, type Replayed, type SchoolHistory, schoolHistory } from "@lcqm/audit"
import {
  type EventStore,
  NotEnrolled,
  type ReadError,
  SchemeId,
  schoolOfStream,
  schoolStream,
  Urn
} from "@lcqm/core"
import { Effect, Schema, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine, type Failure } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import type { StoreUrl } from "../store-url.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { printable } from "../telling/printable.ts"
import { fromText, historyInAwardFile } from "./award-file-given.ts"

const decodeFlags = flagsOf("lcqm replay", {
  ...storeFlag,
  scheme: SchemeId,
  urn: Schema.optionalKey(Urn),
  all: Schema.optionalKey(Schema.Boolean),
  awardFile: Schema.optionalKey(Path),
  json: Json
})

type OfSchool = Replayed & { readonly school: string }

const schoolsOf = (
  store: EventStore["Service"],
  scheme: string
): Effect.Effect<ReadonlyArray<string>, ReadError> =>
  Stream.runFold(
    store.readAll({ filter: { types: ["SchoolEnrolled.v1"], streamPrefix: schoolStream(scheme, "") } }),
    () => new Array<string>(),
    (schools, { stream }) => {
      const school = schoolOfStream(stream)
      return school === undefined || schools.includes(school) ? schools : [...schools, school]
    }
  )

const whyText = (replayed: OfSchool): string => {
  switch (replayed.outcome) {
    case "same":
      return ""
    case "different":
      return replayed.differences
        .map(
          ({ path, recomputed, recorded }) =>
            `\n    ${path}: recorded ${JSON.stringify(recorded)}, recomputed ${JSON.stringify(recomputed)}`
        )
        .join("")
    case "refused":
    case "not recomputed":
      return `: ${replayed.why}`
  }
}

const told = (schools: number, replayed: ReadonlyArray<OfSchool>, each: boolean): string => {
  const deciding = new Set(replayed.map(({ school }) => school)).size
  const none = deciding === schools ? "" : ` (${schools - deciding} had none)`
  const same = replayed.filter(({ outcome }) => outcome === "same").length
  const shown = replayed.filter(({ outcome }) => each || outcome !== "same")
  return [
    ...shown.map(
      (one) => `  ${one.school} event ${one.revision} ${one.type}: ${one.outcome}${whyText(one)}\n`
    ),
    `${same} of ${replayed.length} decisions of ${schools} school${schools === 1 ? "" : "s"}${none} come out the same, each under the rules pinned then.\n`
  ]
    .map((line) => line.split("\n").map(printable).join("\n"))
    .join("")
}

const inStore = (
  url: StoreUrl,
  scheme: string,
  urn: string | undefined
): Effect.Effect<ReadonlyArray<SchoolHistory>, Failure> =>
  overStore(
    url,
    "reading",
    Effect.fnUntraced(function* (store: EventStore["Service"]) {
      const histories: Array<SchoolHistory> = []
      for (const school of urn === undefined ? yield* schoolsOf(store, scheme) : [urn]) {
        const history = yield* schoolHistory(store, { scheme, school })
        if (history.events.length === 0) return yield* Effect.fail(NotEnrolled({ school }))
        histories.push(history)
      }
      return histories
    })
  )

/** Makes the decisions of one school, of an award file's, or of all again. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { all, awardFile, json, scheme, store, urn } = yield* decodeFlags(given)
  const asked = [urn, awardFile, all === true ? "all" : undefined].filter((each) => each !== undefined)
  if (asked.length !== 1) {
    const got = asked.length === 0 ? "none of them" : "several"
    const problem = { path: "URN", expected: "one school, --award-file FILE, or --all", got }
    return yield* Effect.fail(badInput("command line of lcqm replay", commandLine, problem))
  }
  const histories =
    awardFile === undefined
      ? yield* inStore(storeGiven(given, store), scheme, urn)
      : [yield* historyInAwardFile(awardFile, streams)]
  const replayed = histories.flatMap((history) =>
    replay(history).map((one): OfSchool => ({ school: history.school, ...one }))
  )
  yield* Effect.promise(() =>
    streams.out(
      json === true
        ? jsonLine(plain(replayed))
        : `${fromText(awardFile)}${told(histories.length, replayed, all !== true)}`
    )
  )
  return replayed.every(({ outcome }) => outcome === "same") ? exitCodes.ok : exitCodes.refused
})
