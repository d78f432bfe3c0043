// `lcqm import cohorts FILE`: cohorts to launch, a row each.
import { CohortLabel, datesWarningSentence, type PartialDate, SchemeName } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { actorOf } from "../given/acting.ts"
import { flagsOf } from "../given/flags.ts"
import { readBytes, sourceOf } from "../given/read-text.ts"
import { storeGiven } from "../given/store.ts"
import { csvFileOf, type LineProblem } from "./csv-file.ts"
import { DateCell, rowDecoder } from "./decoding.ts"
import { importFlags } from "./flags.ts"
import { imported } from "./importing.ts"
import { planned, type Planned } from "./planned.ts"
import { firstOf } from "./twice.ts"

const date = Schema.optionalKey(DateCell)
const dates = ["launch", "trainingFrom", "trainingTo", "assessmentFrom", "assessmentTo", "on"] as const

const columns = { required: ["cohort"], optional: ["title", "area", ...dates], noOthers: true }

const decodeRow = rowDecoder(
  {
    cohort: CohortLabel,
    title: Schema.optionalKey(SchemeName),
    area: Schema.optionalKey(SchemeName),
    launch: date,
    trainingFrom: date,
    trainingTo: date,
    assessmentFrom: date,
    assessmentTo: date,
    on: date
  },
  dates
)

const decodeFlags = flagsOf("lcqm import cohorts", importFlags)

const given = <Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: string })

const windowOf = (
  key: "training" | "assessment",
  from: PartialDate | undefined,
  to: PartialDate | undefined
) => (from === undefined && to === undefined ? {} : { [key]: { ...given("from", from), ...given("to", to) } })

/** Imports cohorts. */
export const run: Run = Effect.fnUntraced(function* (asked, streams) {
  const flags = yield* decodeFlags(asked)
  const actor = yield* actorOf(flags)
  const named = { name: flags.file, flag: "FILE" }
  const file = csvFileOf(yield* readBytes(named, streams), columns)
  const problems: Array<LineProblem> = []
  const plan: Array<Planned> = []
  const first = firstOf()
  for (const row of file.rows) {
    const { line } = row
    const decoded = decodeRow(row)
    if (Result.isFailure(decoded)) {
      problems.push(...decoded.failure)
      continue
    }
    const { area, assessmentFrom, assessmentTo, cohort, launch, title, trainingFrom, trainingTo } =
      decoded.success
    const on = decoded.success.on ?? flags.on
    const before = first(cohort, line)
    if (before !== undefined) {
      problems.push({
        line,
        column: "cohort",
        expected: "each cohort once",
        got: `${cohort}, as on line ${before}`
      })
    }
    if (on === undefined) {
      problems.push({ line, column: "on", expected: "a date, here or by --on", got: "nothing" })
    }
    if (before !== undefined || on === undefined) continue
    const windows = {
      ...given("launch", launch),
      ...windowOf("training", trainingFrom, trainingTo),
      ...windowOf("assessment", assessmentFrom, assessmentTo)
    }
    const data = { scheme: flags.scheme, cohort, ...given("title", title), ...given("area", area), windows }
    plan.push(planned({ line, subject: cohort }, { type: "LaunchCohort", data }, actor, on))
  }
  return yield* imported(
    {
      what: "cohorts",
      source: sourceOf(named),
      file,
      plan,
      problems,
      warnings: [],
      warningsOf: ({ events }) =>
        events.flatMap((event) =>
          event.type === "CohortLaunched.v1"
            ? event.data.warnings.map(
                (warning) => `dates are kept as given, but ${datesWarningSentence(warning)}.`
              )
            : []
        )
    },
    {
      store: storeGiven(asked, flags.store),
      dryRun: flags.dryRun === true,
      json: flags.json === true
    },
    streams
  )
})
