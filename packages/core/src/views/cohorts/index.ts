// Cohorts: how far each has come, and its board.
export * from "./board.ts"
export { type CohortProgress, cohortsOf, type CohortStatus, type SchoolInCohort } from "./progress.ts"
export { everyProgress, type SchoolProgress } from "./school-progress.ts"
export { cohortProgress, type CohortsModel } from "./projection.ts"
