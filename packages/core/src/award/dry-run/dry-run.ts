// Before a changed rule or criteria set is in force: who would gain, who would lose, who would stay, and why. It
// speaks of indicated levels; an award once made is changed by nothing here (law 11).
import { Result } from "effect"
import type { CriteriaSet, CriterionId, ThemeId } from "../../criteria/set/criteria-set.ts"
import { type Level, rankOf } from "../../vocabulary/level.ts"
import type { Malformed } from "../../vocabulary/malformed.ts"
import type { EvidenceCounts } from "../case/evidence.ts"
import { type AwardCase, derive, type Indicated } from "../deriving/derive.ts"
import { failedAt } from "../explanation/explain.ts"
import { failedInTheme } from "../explanation/explain-theme.ts"
import type { AwardTerm, ThemeTerm } from "../explanation/explanation.ts"
import { migrateEvidence, migrateJudgements, type Migration, type Sources, sourcesOf } from "./migration.ts"
import type { AwardRefusal, RuleDoesNotFit } from "../refusal.ts"
import { checkRuleAgainst, type RuleSet } from "../rule/rule-set.ts"

/** A criteria set and a rule that go together. */
export interface CriteriaAndRule {
  readonly criteriaSet: CriteriaSet
  readonly rule: RuleSet
}

/** A change: what holds now and what would hold after, and how criteria migrate (default: by the same id). */
export interface DryRunChange {
  readonly before: CriteriaAndRule
  readonly after: CriteriaAndRule
  readonly migration?: Migration
}

/** One school's case under what holds now. `holder` is any text the caller knows it by. */
export interface Holder extends Omit<AwardCase, "criteriaSet" | "rule"> {
  readonly holder: string
  /** The evidence that counts under the changed rule, by criteria of now, where its window counts other items. */
  readonly evidenceAfter?: EvidenceCounts
}

/**
 * Where a case stands. A complete case is at one level; in an incomplete one `atLeast` counts what is unjudged as
 * none and `atMost` as Gold with enough evidence, which by the law of monotony are the bounds.
 */
export interface Standing {
  readonly level: Level | null
  readonly atLeast: Level
  readonly atMost: Level
  readonly unjudged: ReadonlyArray<CriterionId>
}

/** A theme of both criteria sets whose level would change, and the terms it fails on the side where it is lower. */
export interface ThemeMove {
  readonly id: ThemeId
  readonly from: Level | null
  readonly to: Level | null
  readonly failed: ReadonlyArray<ThemeTerm>
}

/**
 * What the change does to a holder. `undecided` where it depends on what is not yet judged. `failed` are the terms
 * of the award that fail on the side where it is lower, at the level of the other side.
 */
export interface DryRunMove {
  readonly holder: string
  readonly verdict: "gains" | "loses" | "stays" | "undecided"
  readonly before: Standing
  readonly after: Standing
  readonly failed: ReadonlyArray<AwardTerm>
  readonly themes: ReadonlyArray<ThemeMove>
}

/** A holder whose case cannot be judged on one side, as where more is set aside than the changed rule permits. */
export interface CannotJudge {
  readonly holder: string
  readonly verdict: "refused"
  readonly side: "before" | "after"
  readonly refusal: AwardRefusal
}

/** What a dry run says of one holder. */
export type DryRunResult = DryRunMove | CannotJudge

interface Side {
  readonly input: AwardCase
  readonly indicated: Indicated
  readonly standing: Standing
}

const filledIn = (input: AwardCase, unjudged: ReadonlyArray<CriterionId>): AwardCase => ({
  ...input,
  judgements: { ...input.judgements, ...Object.fromEntries(unjudged.map((id) => [id, "gold"])) },
  ...(input.evidence === undefined
    ? {}
    : {
        evidence: {
          ...input.evidence,
          ...Object.fromEntries(unjudged.map((id) => [id, input.rule.minEvidence]))
        }
      })
})

const sideOf = (input: AwardCase): Result.Result<Side, AwardRefusal> =>
  Result.flatMap(derive(input), (indicated): Result.Result<Side, AwardRefusal> => {
    if (indicated.complete) {
      const { level } = indicated
      const standing: Standing = { level, atLeast: level, atMost: level, unjudged: [] }
      return Result.succeed({ input, indicated, standing })
    }
    const { provisional: atLeast, unjudged } = indicated
    return Result.map(derive(filledIn(input, unjudged)), (best) => ({
      input,
      indicated,
      standing: { level: null, atLeast, atMost: best.level ?? atLeast, unjudged }
    }))
  })

const verdictOf = (before: Standing, after: Standing): DryRunMove["verdict"] => {
  if (rankOf(after.atLeast) > rankOf(before.atMost)) return "gains"
  if (rankOf(after.atMost) < rankOf(before.atLeast)) return "loses"
  const isOneLevel = before.atLeast === before.atMost && after.atLeast === after.atMost
  return isOneLevel ? "stays" : "undecided"
}

// The terms that fail on the lower side at the level of the higher: why the one is not the other.
const failedBetween = (before: Side, after: Side): ReadonlyArray<AwardTerm> => {
  const [from, to] = [before.standing.atLeast, after.standing.atLeast]
  return rankOf(from) > rankOf(to)
    ? failedAt(from, after.input, after.indicated)
    : failedAt(to, before.input, before.indicated)
}

const failedOn = ({ input }: Side, id: ThemeId, at: Level): ReadonlyArray<ThemeTerm> =>
  input.criteriaSet.themes.flatMap((theme) => (theme.id === id ? failedInTheme(theme, at, input) : []))

// A theme that only one of the sets has does not move: there is nothing to compare it with.
const movesBetween = (before: Side, after: Side): ReadonlyArray<ThemeMove> => {
  const levels = new Map(after.indicated.themes.map(({ id, level }) => [id, level]))
  return before.indicated.themes.flatMap(({ id, level: from }): ReadonlyArray<ThemeMove> => {
    const to = levels.get(id)
    if (to === undefined || to === from) return []
    if (from === null || to === null) return [{ id, from, to, failed: [] }]
    const failed = rankOf(from) > rankOf(to) ? failedOn(after, id, from) : failedOn(before, id, to)
    return [{ id, from, to, failed }]
  })
}

const resultFor = (
  { evidenceAfter, holder, ...given }: Holder,
  change: DryRunChange,
  sources: Sources
): DryRunResult => {
  const evidence = evidenceAfter ?? given.evidence
  const was = sideOf({ ...given, ...change.before })
  if (Result.isFailure(was)) return { holder, verdict: "refused", side: "before", refusal: was.failure }
  const is = sideOf({
    ...given,
    ...change.after,
    judgements: migrateJudgements(given.judgements, sources),
    ...(evidence === undefined ? {} : { evidence: migrateEvidence(evidence, sources) })
  })
  if (Result.isFailure(is)) return { holder, verdict: "refused", side: "after", refusal: is.failure }
  const [before, after] = [was.success, is.success]
  return {
    holder,
    verdict: verdictOf(before.standing, after.standing),
    before: before.standing,
    after: after.standing,
    failed: failedBetween(before, after),
    themes: movesBetween(before, after)
  }
}

function* each(change: DryRunChange, sources: Sources, holders: Iterable<Holder>): Iterable<DryRunResult> {
  for (const holder of holders) yield resultFor(holder, change, sources)
}

/**
 * Puts a changed rule or criteria set to many holders, one by one as the results are asked for. A criterion new in
 * the changed set is unjudged for every holder, so the verdict is `undecided` unless it makes no difference. Fails
 * with `RuleDoesNotFit` where the changed rule and set do not go together, or with `Malformed` where the migration
 * leaves an old criterion unaccounted for. Source: design, "Award rules", "Explanation and what-if".
 * @example
 * ```ts
 * import { dryRun, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, id === "events.day" ? "bronze" as const : "gold" as const]))
 * const before = { criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"] }
 * const after = { criteriaSet: sampleCriteriaSet, rule: presets["secure-fit/1"] }
 * const results = dryRun({ before, after }, [{ holder: "a school", judgements }])
 * Result.isSuccess(results) && [...results.success].map(({ verdict }) => verdict) // => ["loses"]
 * ```
 */
export const dryRun = (
  change: DryRunChange,
  holders: Iterable<Holder>
): Result.Result<Iterable<DryRunResult>, RuleDoesNotFit | Malformed> => {
  const { before, after, migration = {} } = change
  const fits = checkRuleAgainst(after.rule, after.criteriaSet)
  if (Result.isFailure(fits)) return Result.fail(fits.failure)
  return Result.map(sourcesOf(before.criteriaSet, after.criteriaSet, migration), (sources) =>
    each(change, sources, holders)
  )
}
