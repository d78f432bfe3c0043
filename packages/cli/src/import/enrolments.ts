// `lcqm import enrolments FILE`: schools to enrol, a row each; their phases from an extract of the register of schools
// where one is given.
import { CohortLabel, type FullDate, isCertainlyBefore, Phase, Urn, Version } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { actorOf } from "../given/acting.ts"
import { flagsOf, Path } from "../given/flags.ts"
import { onceFromStandardInput } from "../given/pinned.ts"
import { readBytes, sourceOf } from "../given/read-text.ts"
import { storeGiven } from "../given/store.ts"
import { csvFileOf, type LineProblem } from "./csv-file.ts"
import { DateCell, rowDecoder } from "./decoding.ts"
import { importFlags } from "./flags.ts"
import { imported } from "./importing.ts"
import { planned, type Planned } from "./planned.ts"
import { type Extract, type KnownSchool, readExtract } from "./schools/extract.ts"
import { firstOf } from "./twice.ts"

const columns = {
  required: ["school", "cohort"],
  optional: ["phase", "criteriaSet", "ruleSet", "on"],
  noOthers: true
}

const decodeRow = rowDecoder(
  {
    school: Urn,
    cohort: CohortLabel,
    phase: Schema.optionalKey(Phase),
    criteriaSet: Schema.optionalKey(Version),
    ruleSet: Schema.optionalKey(Version),
    on: Schema.optionalKey(DateCell)
  },
  ["on"]
)

const decodeFlags = flagsOf("lcqm import enrolments", {
  ...importFlags,
  criteria: Schema.optionalKey(Version),
  rule: Schema.optionalKey(Version),
  schools: Schema.optionalKey(Path)
})

type Place = { readonly line: number; readonly column: string }

const asIn = ({ line }: KnownSchool): string => `by line ${line} of the extract`

// What the register says against an enrolment on that date.
const againstRegister = (
  school: string,
  on: FullDate,
  known: KnownSchool | undefined,
  line: number
): ReadonlyArray<LineProblem> => {
  const place: Place = { line, column: "school" }
  if (known === undefined) {
    return [{ ...place, expected: "a school of the extract", got: `${school}, which is not in it` }]
  }
  const { closed } = known
  return closed !== undefined && isCertainlyBefore(closed, on)
    ? [
        {
          ...place,
          expected: `a school that was open on ${on}`,
          got: `${school}, closed on ${closed} ${asIn(known)}`
        }
      ]
    : []
}

/** What the register adds to a row: a phase where none is stated, and a word where it says another. */
const phaseFor = (stated: Phase | undefined, known: KnownSchool | undefined) => {
  const registered = known?.phase
  return {
    phase: stated ?? registered,
    odd:
      stated !== undefined && known !== undefined && registered !== stated
        ? `the phase is kept as stated, ${stated}; ${asIn(known)} the school is ${known.kind}.`
        : undefined
  }
}

/** Imports enrolments. */
export const run: Run = Effect.fnUntraced(function* (asked, streams) {
  const flags = yield* decodeFlags(asked)
  const actor = yield* actorOf(flags)
  const named = { name: flags.file, flag: "FILE" }
  yield* onceFromStandardInput({ FILE: flags.file, ...(flags.schools && { "--schools": flags.schools }) })
  const extract: Extract | undefined =
    flags.schools === undefined
      ? undefined
      : yield* readExtract({ name: flags.schools, flag: "--schools" }, streams)
  const file = csvFileOf(yield* readBytes(named, streams), columns)
  const problems: Array<LineProblem> = []
  const warnings: Array<{ readonly line: number; readonly says: string }> = []
  const plan: Array<Planned> = []
  const first = firstOf()
  const cohorts = new Map<string, string>()
  for (const row of file.rows) {
    const { line } = row
    const decoded = decodeRow(row)
    if (Result.isFailure(decoded)) {
      problems.push(...decoded.failure)
      continue
    }
    const { cohort, phase: stated, school } = decoded.success
    const { criteriaSet = flags.criteria, on = flags.on, ruleSet = flags.rule } = decoded.success
    const found: Array<LineProblem> = []
    const before = first(school, line)
    if (before !== undefined) {
      const there = cohorts.get(school) ?? ""
      const expected = there === cohort ? "each school once" : "a school in one cohort at a time"
      const got = `${school}, which line ${before} enrols in cohort ${there}`
      found.push({ line, column: "school", expected, got })
    } else cohorts.set(school, cohort)
    for (const [column, value, flag] of [
      ["criteriaSet", criteriaSet, "--criteria"],
      ["ruleSet", ruleSet, "--rule"],
      ["on", on, "--on"]
    ] as const) {
      const expected = column === "on" ? `a date, here or by ${flag}` : `a version, here or by ${flag}`
      if (value === undefined) found.push({ line, column, expected, got: "nothing" })
    }
    const known = extract?.schools.get(school)
    if (extract !== undefined && on !== undefined) found.push(...againstRegister(school, on, known, line))
    problems.push(...found)
    if (found.length > 0 || criteriaSet === undefined || ruleSet === undefined || on === undefined) continue
    const { odd, phase } = phaseFor(stated, known)
    if (odd !== undefined) warnings.push({ line, says: odd })
    const data = { scheme: flags.scheme, school, cohort, criteriaSet, ruleSet, ...(phase && { phase }) }
    plan.push(planned({ line, subject: school }, { type: "EnrolSchool", data }, actor, on))
  }
  const ofExtract = (extract?.problems ?? []).map(({ column, ...problem }) => ({
    ...problem,
    column: `${column === undefined ? "" : `${column} `}of ${flags.schools ?? ""}`
  }))
  return yield* imported(
    {
      what: "enrolments",
      source: sourceOf(named),
      file,
      plan,
      problems: [...ofExtract, ...problems],
      warnings,
      warningsOf: () => []
    },
    { store: storeGiven(asked, flags.store), dryRun: flags.dryRun === true, json: flags.json === true },
    streams
  )
})
