// The four read models of the national rebuild: three views of the library, and one more of the kind a host writes.
import { awardRegister, cohortProgress, cpdCoverage, inMemory, projectionOf } from "@lcqm/core"

const judged =
  (/** @type {string} */ set) =>
  (model, { data: { criterion, judgement } }) => {
    const key = `${set} ${criterion} ${"level" in judgement ? judgement.level : "set aside"}`
    model.set(key, (model.get(key) ?? 0) + 1)
  }

/** How often each criterion was judged at each level, in each of the three sets, over all schools. */
export const judgements = projectionOf(
  { name: "judgements", version: 1, empty: () => new Map() },
  {
    "CriterionSelfAssessed.v1": judged("self"),
    "CriterionAssessed.v1": judged("assessor"),
    "JudgementAgreed.v1": judged("agreed")
  }
)

/** Four read models in memory. */
export const fourViews = () => ({
  register: inMemory(awardRegister),
  cohorts: inMemory(cohortProgress),
  coverage: inMemory(cpdCoverage),
  judgements: inMemory(judgements)
})
