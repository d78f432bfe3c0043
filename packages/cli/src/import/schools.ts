// `lcqm import schools FILE`: looks at an extract of the register of schools, and at what the store says of the schools
// in it. Nothing is stored: a school's phase is part of its enrolment, and an event is never changed.
import { type CohortProgress, SchemeId } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { type BadInput, type Failure } from "../failure.ts"
import { dayOfView } from "../given/day.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { sourceOf } from "../given/read-text.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm } from "../over-store.ts"
import { inForm } from "../telling/in-form.ts"
import { placeOf } from "./report.ts"
import { type Difference, differencesOf } from "./schools/differences.ts"
import { type Extract, readExtract } from "./schools/extract.ts"
import { schoolKinds } from "./schools/kind.ts"
import { schoolsText } from "./schools/text.ts"

const decodeFlags = flagsOf("lcqm import schools", {
  ...storeFlag,
  scheme: SchemeId,
  file: Path,
  check: Schema.optionalKey(Schema.Boolean),
  json: Json
})

const refused = (source: string, { problems }: Extract): Effect.Effect<void, BadInput> => {
  const [first, ...rest] = problems.map((each) => ({
    path: placeOf(each),
    expected: each.expected,
    got: each.got
  }))
  const remedy = "Correct what is named, or download the extract anew; --json lists everything."
  return first === undefined
    ? Effect.void
    : Effect.fail({
        kind: "bad input",
        what: "extract of schools",
        source,
        problems: [first, ...rest],
        remedy
      })
}

/** Looks at an extract. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const named = { name: flags.file, flag: "FILE" }
  const extract = yield* readExtract(named, streams)
  yield* refused(sourceOf(named), extract)
  const on = yield* dayOfView({})
  const cohorts: Effect.Effect<ReadonlyArray<CohortProgress>, Failure> = flags.check === true
    ? Effect.succeed([])
    : overLcqm(storeGiven(given, flags.store), "reading", (lcqm) => lcqm.cohorts())
  const enrolled = (yield* cohorts).filter(({ scheme }) => scheme === flags.scheme)
  const differences: ReadonlyArray<Difference> = differencesOf(enrolled, extract, on)
  const kinds = Object.fromEntries(
    schoolKinds.map((kind) => [
      kind,
      [...extract.schools.values()].filter((each) => each.kind === kind).length
    ])
  )
  const told = {
    file: sourceOf(named),
    encoding: extract.encoding,
    schools: extract.schools.size,
    kinds,
    closed: [...extract.schools.values()].filter(({ closed }) => closed !== undefined && closed <= on).length,
    compared: flags.check === true ? undefined : enrolled.flatMap(({ schools }) => schools).length,
    differences
  }
  yield* Effect.promise(() => streams.out(inForm(flags, told, { text: () => schoolsText(told) })))
  return exitCodes.ok
})
