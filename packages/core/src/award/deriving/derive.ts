// Steps 1 to 5 in one pass: what level a set of judgements indicates under a rule. Nothing is explained here,
// so that it can be asked for tens of thousands of cases a second; `explain` tells why.
import { Result } from "effect"
import type { CriteriaSet, CriterionId, ThemeId } from "../../criteria/set/criteria-set.ts"
import { type Level, levelOf, type Rank, rankOf } from "../../vocabulary/level.ts"
import { shown } from "../../vocabulary/malformed.ts"
import { criterionIdsOf, ofCriterion } from "../case/criterion-ids.ts"
import type { EvidenceCounts } from "../case/evidence.ts"
import { rankOfAward } from "./indicated-level.ts"
import type { JudgementSet } from "../case/judgement.ts"
import { type LimiterFacts, type Limits, limitsOf, underCap } from "./limiters.ts"
import { type AwardRefusal, refusal } from "../refusal.ts"
import { checkRuleAgainst, type RuleSet } from "../rule/rule-set.ts"
import { setAsideRefusals } from "../case/set-aside.ts"
import { emptyTally, rankOfTheme, tallyCriterion } from "./theme-level.ts"

/** One case put to the award rule. Where `evidence` is not given the evidence gate is not applied. */
export interface AwardCase {
  readonly criteriaSet: CriteriaSet
  readonly rule: RuleSet
  readonly judgements: JudgementSet
  readonly evidence?: EvidenceCounts
  readonly limiters?: LimiterFacts
}

/** A theme and its level; `null` where every criterion is set aside, so that it takes no part. */
export interface ThemeAt {
  readonly id: ThemeId
  readonly level: Level | null
}

interface Told {
  /** The themes in the criteria set's order. In an incomplete case unjudged criteria count as none in them. */
  readonly themes: ReadonlyArray<ThemeAt>
  readonly limits: Limits
}

/** Every applicable criterion is judged: `level` is what the judgements indicate, under the caps in force. */
export interface CompleteIndicated extends Told {
  readonly complete: true
  readonly level: Level
}

/** Some applicable criteria are unjudged: there is no level, only a provisional one that counts them as none. */
export interface IncompleteIndicated extends Told {
  readonly complete: false
  readonly level: null
  readonly provisional: Level
  readonly unjudged: readonly [CriterionId, ...Array<CriterionId>]
}

/** What the rule computes. The agreed award is a separate, recorded decision. */
export type Indicated = CompleteIndicated | IncompleteIndicated

/** Step 1: a criterion with too little evidence counts as none. The gate applies only where evidence is given. */
export const countsAs = (
  judged: Rank,
  id: CriterionId,
  evidence: EvidenceCounts | undefined,
  { minEvidence }: Pick<RuleSet, "minEvidence">
): Rank => (evidence === undefined || (ofCriterion(evidence, id) ?? 0) >= minEvidence ? judged : 0)

// The first key of a record that names no criterion of the set.
const stranger = (record: object, criteriaSet: CriteriaSet): string | undefined => {
  const known = criterionIdsOf(criteriaSet)
  for (const id of Object.keys(record)) if (!known.has(id)) return id
  return undefined
}

/** What makes a case one that the rule cannot judge, before any level is looked at. */
export const refusalOf = ({
  criteriaSet,
  rule,
  judgements,
  evidence
}: AwardCase): AwardRefusal | undefined => {
  const fits = checkRuleAgainst(rule, criteriaSet)
  if (Result.isFailure(fits)) return fits.failure
  const unknownJudgement = stranger(judgements, criteriaSet)
  const unknown = unknownJudgement ?? (evidence === undefined ? undefined : stranger(evidence, criteriaSet))
  if (unknown !== undefined) {
    return refusal(
      "UnknownCriterion",
      `${unknownJudgement === undefined ? "evidence" : "judgements"}.${unknown}`,
      `a criterion of ${criteriaSet.id} ${criteriaSet.version}`,
      shown(unknown),
      "Name a criterion of the criteria set that the case is judged by."
    )
  }
  return undefined
}

/** A case whose every theme was set aside whole: refused, because nothing is left to judge. */
export const nothingApplies = (): AwardRefusal =>
  refusal(
    "NothingApplies",
    "judgements",
    "at least one criterion that applies",
    "every criterion of every theme set aside",
    "Judge at least one criterion at a level."
  )

/**
 * What level a set of judgements indicates: evidence gate, completeness, theme levels, indicated level, limiters.
 * A pure function of its input, in whole numbers only. Fails with an `AwardRefusal` where the rule and the
 * criteria set do not go together, a criterion is unknown, too much is set aside, or nothing applies.
 * Source: design, "Award rules", steps 1 to 5.
 * @example
 * ```ts
 * import { derive, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, "silver" as const]))
 * const indicated = derive({ criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"], judgements })
 * Result.isSuccess(indicated) && indicated.success.level // => "silver"
 * ```
 */
export const derive = (input: AwardCase): Result.Result<Indicated, AwardRefusal> => {
  const { criteriaSet, rule, judgements, evidence } = input
  const refused = refusalOf(input)
  if (refused !== undefined) return Result.fail(refused)
  const unjudged: Array<CriterionId> = []
  const themes: Array<ThemeAt> = []
  const ranks: Array<Rank> = []
  let anySetAside = false
  for (const theme of criteriaSet.themes) {
    const tally = emptyTally()
    for (const { id, weight, essential } of theme.criteria) {
      const judgement = ofCriterion(judgements, id)
      if (judgement === undefined) {
        unjudged.push(id)
        tallyCriterion(tally, 0, weight, essential)
      } else if (typeof judgement === "object") {
        anySetAside = true
      } else {
        tallyCriterion(tally, countsAs(rankOf(judgement), id, evidence, rule), weight, essential)
      }
    }
    if (tally.applicable === 0) {
      themes.push({ id: theme.id, level: null })
    } else {
      const rank = rankOfTheme(tally, rule)
      ranks.push(rank)
      themes.push({ id: theme.id, level: levelOf(rank) })
    }
  }
  if (anySetAside) {
    const [first] = setAsideRefusals(criteriaSet, rule, judgements)
    if (first !== undefined) return Result.fail({ ...first, path: `judgements.${first.path}` })
  }
  if (ranks.length === 0) return Result.fail(nothingApplies())
  const limits = limitsOf(rule.limiters, input.limiters)
  const level = levelOf(underCap(rankOfAward(ranks, rule), limits))
  const [first, ...rest] = unjudged
  return Result.succeed(
    first === undefined
      ? { complete: true, level, themes, limits }
      : { complete: false, level: null, provisional: level, unjudged: [first, ...rest], themes, limits }
  )
}
