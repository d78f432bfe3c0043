// `lcqm replay URN` and `--all`: would the same history give the same decisions again?
import { replay, type Replayed, schoolHistory } from "@lcqm/audit"
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
import { badInput, commandLine } from "../failure.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm replay", {
  ...storeFlag,
  scheme: SchemeId,
  urn: Schema.optionalKey(Urn),
  all: Schema.optionalKey(Schema.Boolean),
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

/** Makes the decisions of one school or of all again. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { all, json, scheme, store, urn } = yield* decodeFlags(given)
  if ((urn === undefined) === (all !== true)) {
    const got = urn === undefined ? "neither" : "both"
    const problem = { path: "URN", expected: "one school, or --all", got }
    return yield* Effect.fail(badInput("command line of lcqm replay", commandLine, problem))
  }
  const { replayed, schools } = yield* overStore(
    storeGiven(given, store),
    "reading",
    Effect.fnUntraced(function* (each: EventStore["Service"]) {
      const schools = urn === undefined ? yield* schoolsOf(each, scheme) : [urn]
      const found: Array<OfSchool> = []
      for (const school of schools) {
        const history = yield* schoolHistory(each, { scheme, school })
        if (history.events.length === 0) return yield* Effect.fail(NotEnrolled({ school }))
        found.push(...replay(history).map((one) => ({ school, ...one })))
      }
      return { schools: schools.length, replayed: found }
    })
  )
  yield* Effect.promise(() =>
    streams.out(json === true ? jsonLine(plain(replayed)) : told(schools, replayed, all !== true))
  )
  return replayed.every(({ outcome }) => outcome === "same") ? exitCodes.ok : exitCodes.refused
})
