// Step 6: the rule run on the three judgement sets. Self and assessor show where the two parties stand; only the
// agreed set recommends an award.
import { Result } from "effect"
import type { Level } from "../../vocabulary/level.ts"
import { type AwardCase, derive, type Indicated } from "../deriving/derive.ts"
import type { EvidenceCounts } from "../case/evidence.ts"
import type { JudgementSet, JudgementSetName } from "../case/judgement.ts"
import type { AwardRefusal } from "../refusal.ts"

/** One of the three sets, with the evidence that counts for it (see `countEvidence`), where the gate applies. */
export interface JudgedWith {
  readonly judgements: JudgementSet
  readonly evidence?: EvidenceCounts
}

/** The three judgement sets of a case; one that does not exist yet is left out. */
export type ThreeSets = Pick<AwardCase, "criteriaSet" | "rule" | "limiters"> & {
  readonly [Name in JudgementSetName]?: JudgedWith
}

/** What each set indicates; null where the set does not exist yet. */
export type IndicatedByEach = {
  readonly [Name in JudgementSetName]: Result.Result<Indicated, AwardRefusal> | null
} & {
  /** The level the agreed set indicates; null while it is missing, incomplete or refused. */
  readonly recommended: Level | null
}

/**
 * Runs the rule on the self, assessor and agreed judgements. The agreed set gives the recommended award. A set
 * that the rule refuses holds its refusal and does not spoil the others. Source: design, "Award rules", step 6.
 * @example
 * ```ts
 * import { deriveEach, presets, sampleCriteriaSet } from "@lcqm/core"
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, "silver" as const]))
 * deriveEach({ criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"], self: { judgements } }).recommended // => null
 * ```
 */
export const deriveEach = ({ self, assessor, agreed, ...pinned }: ThreeSets): IndicatedByEach => {
  const indicated = (set: JudgedWith | undefined) =>
    set === undefined ? null : derive({ ...pinned, ...set })
  const ofAgreed = indicated(agreed)
  return {
    self: indicated(self),
    assessor: indicated(assessor),
    agreed: ofAgreed,
    recommended: ofAgreed !== null && Result.isSuccess(ofAgreed) ? ofAgreed.success.level : null
  }
}
