// Judgements to try the file commands with: every criterion of the sample set at one level, but for some.
import { type Judgement, type JudgementSet, sampleCriteriaSet } from "@lcqm/core"

/** The sample's criterion ids. */
export const criterionIds = sampleCriteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))

/** All at a level, but for these. */
export const allAt = (judgement: Judgement, but: JudgementSet = {}): JudgementSet => ({
  ...Object.fromEntries(criterionIds.map((id) => [id, judgement])),
  ...but
})
