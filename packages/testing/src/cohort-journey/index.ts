// A cohort's life run beside a small reference model, over any store.
export { anyCohortJourney, type CohortJourneyCommands } from "./any-cohort-journey.ts"
export type { RealJourney } from "../journey/beside-model.ts"
export { type CohortChoice, CohortJourneyCommand } from "./cohort-command.ts"
export { expectedInCohort } from "./expected.ts"
export { CohortModel } from "./model.ts"
export { type CohortJourneyRun, runCohortJourney } from "./run-cohort-journey.ts"
export { type CohortStep, cohortSchools, journeyCohort, journeyWindows, type WindowsName } from "./step.ts"
