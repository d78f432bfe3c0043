// Cohorts: launch, windows, CPD sessions.
export * from "./commands.ts"
export * from "./decide.ts"
export * from "./events.ts"
export { cohortFold, type CohortState, type CpdSession } from "./fold.ts"
export * from "./windows.ts"
