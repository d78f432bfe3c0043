// What a step in a cohort needs: who may ask for it, and when it makes sense. The model's half of the rules; the other
// half, what a step changes, is the model itself.
import { inhabitants } from "../arbitraries/index.ts"
import type { Expected } from "../journey/expected.ts"
import type { CohortModel } from "./model.ts"
import type { CohortStep } from "./step.ts"

/**
 * What the model expects a step to come to.
 * @example
 * ```ts
 * import { inhabitants } from "@lcqm/testing/arbitraries"
 * import { CohortModel, expectedInCohort } from "@lcqm/testing/cohort-journey"
 * const launching = { ask: "launch", windows: "as printed" } as const
 * expectedInCohort({ ...launching, by: inhabitants.office }, new CohortModel()) // => "recorded"
 * expectedInCohort({ ...launching, by: inhabitants.stranger }, new CohortModel()) // => "refused"
 * ```
 */
export const expectedInCohort = (step: CohortStep, model: Readonly<CohortModel>): Expected => {
  if (step.by !== inhabitants.office || !canHappen(step, model)) return "refused"
  return step.ask === "move" && model.sessions.get(step.session) === step.on ? "nothing to do" : "recorded"
}

// A closed cohort goes on training the schools it has: only coming into it and closing it ask that it be open.
const canHappen = (step: CohortStep, model: Readonly<CohortModel>): boolean => {
  const { open, schools, sessions, windows } = model
  switch (step.ask) {
    case "launch":
      return windows === undefined
    case "change dates":
      return windows !== undefined
    case "schedule":
      return windows !== undefined && sessions.get(step.session) === undefined
    case "move":
    case "call off":
      return windows !== undefined && sessions.get(step.session) !== undefined
    case "close":
      return open
    case "enrol":
      return open && !schools.has(step.school)
    case "transfer": {
      const from = schools.get(step.school)
      return from !== undefined && from !== step.to && (step.to === "B" || open)
    }
  }
}
