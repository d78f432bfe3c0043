// What if evidence does not stand? The worst that can come of it if the assessor rejects what is named.
import { Result } from "effect"
import type { CriterionId, ThemeId } from "../../criteria/set/criteria-set.ts"
import type { Level } from "../../vocabulary/level.ts"
import { type AwardCase, derive, type Indicated } from "../deriving/derive.ts"
import { type AssignedEvidence, countEvidence } from "../case/evidence.ts"
import type { JudgementSetName } from "../case/judgement.ts"
import type { AwardRefusal } from "../refusal.ts"

/** A case with its items of evidence, whose judgements they are, and the items that may be rejected. */
export interface RejectionAsked extends Omit<AwardCase, "evidence"> {
  readonly set: JudgementSetName
  readonly items: ReadonlyArray<AssignedEvidence>
  readonly rejected: ReadonlyArray<AssignedEvidence["evidence"]>
}

/** Where the case stands now and at worst; what falls, and the criteria left with too little evidence. */
export interface IfRejected {
  readonly now: Indicated
  readonly worst: Indicated
  readonly themes: ReadonlyArray<{ readonly id: ThemeId; readonly from: Level; readonly to: Level }>
  readonly criteria: ReadonlyArray<CriterionId>
}

/**
 * The worst case if named items of evidence are rejected. The worst is that all of them are, since less evidence
 * never raises a level (law 1). Fails as `derive` does. Source: design, "Explanation and what-if".
 * @example
 * ```ts
 * import { ifRejected, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const asked = {
 *   criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"], set: "self", rejected: ["one"],
 *   judgements: Object.fromEntries(ids.map((id) => [id, "silver"])),
 *   items: ids.map((criterion) => ({ evidence: "one", criterion, state: "assigned" as const, inWindow: true }))
 * } as const
 * const found = ifRejected(asked)
 * Result.isSuccess(found) && found.success.worst.level // => "none"
 * ```
 */
export const ifRejected = ({
  set,
  items,
  rejected,
  ...input
}: RejectionAsked): Result.Result<IfRejected, AwardRefusal> => {
  const gone = new Set(rejected)
  const evidence = countEvidence(set, items)
  const left = countEvidence(
    set,
    items.filter(({ evidence }) => !gone.has(evidence))
  )
  return Result.flatMap(derive({ ...input, evidence }), (now) =>
    Result.map(derive({ ...input, evidence: left }), (worst) => ({
      now,
      worst,
      themes: now.themes.flatMap(({ id, level: from }, t) => {
        const to = worst.themes[t]?.level ?? from
        return from === null || to === null || to === from ? [] : [{ id, from, to }]
      }),
      criteria: Object.keys(evidence).filter(
        (id) => (evidence[id] ?? 0) >= input.rule.minEvidence && (left[id] ?? 0) < input.rule.minEvidence
      )
    }))
  )
}
