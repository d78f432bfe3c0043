// What people ask for: the register, whom a changed rule would be put to, the cohorts' progress, CPD coverage, a
// school's journey.
export * from "./award-holders.ts"
export * from "./award-register.ts"
export * from "./cohort-progress.ts"
export * from "./cpd-coverage.ts"
export * from "./school-journey.ts"
