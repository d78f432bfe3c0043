// What may be set aside as not applicable: never an essential criterion, and no more of a theme than the cap.
// Without the cap, setting weak criteria aside would raise a theme (3, 3, 1, 1 is Bronze; without a 1 it is Gold).
import type { CriteriaSet } from "../../criteria/set/criteria-set.ts"
import { shown } from "../../vocabulary/malformed.ts"
import { ofCriterion } from "./criterion-ids.ts"
import type { JudgementSet } from "./judgement.ts"
import { refusal, type SetAsideRefused } from "../refusal.ts"
import { wholeShare } from "../rank.ts"
import type { RuleSet } from "../rule/rule-set.ts"

/**
 * What of a judgement set is set aside against the rule: each essential criterion, and for each theme over the
 * cap (count x den ≤ num x criteria) the first criterion beyond it. Criteria are counted, not weighed. The path
 * is the criterion's id.
 */
export const setAsideRefusals = (
  criteriaSet: CriteriaSet,
  { setAsideCap: { num, den } }: Pick<RuleSet, "setAsideCap">,
  judgements: JudgementSet
): ReadonlyArray<SetAsideRefused> => {
  const refusals: Array<SetAsideRefused> = []
  for (const { id: theme, criteria } of criteriaSet.themes) {
    const setAside = criteria.filter(({ id }) => typeof ofCriterion(judgements, id) === "object")
    for (const { id, essential } of setAside) {
      if (essential) {
        refusals.push(
          refusal(
            "SetAsideRefused",
            id,
            "a level: an essential criterion is never set aside",
            shown(ofCriterion(judgements, id)),
            "Judge the criterion at a level; none is one."
          )
        )
      }
    }
    const permitted = wholeShare(num * criteria.length, den)
    const beyond = setAside[permitted]
    if (beyond !== undefined) {
      refusals.push(
        refusal(
          "SetAsideRefused",
          beyond.id,
          `at most ${permitted} of the ${criteria.length} criteria of ${theme} set aside (${num}/${den})`,
          `${setAside.length} set aside: ${setAside.map(({ id }) => id).join(", ")}`,
          "Judge more of the theme's criteria at a level."
        )
      )
    }
  }
  return refusals
}
