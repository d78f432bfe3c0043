// Cohorts: how far each has come, and its board.
export * from "./board.ts"
export {
  type CohortProgress,
  cohortsOf,
  type CohortStatus,
  everyProgress,
  type SchoolInCohort,
  type SchoolProgress
} from "./progress.ts"
export { cohortProgress, type CohortsModel } from "./projection.ts"
