// What people ask for: the register, a school's journey, the cohorts' progress, CPD coverage.
export * from "./award-register.ts"
export * from "./cohort-progress.ts"
export * from "./cpd-coverage.ts"
export * from "./school-journey.ts"
