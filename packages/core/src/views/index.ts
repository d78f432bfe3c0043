// What people ask for: the register, the cohorts and their board, CPD coverage, evidence, how assessors judge, areas,
// networks, decisions on facts that had changed, whom a changed rule would be put to, a school's journey, versions.
export * from "./areas/index.ts"
export * from "./assessors/index.ts"
export * from "./award-holders.ts"
export * from "./award-register/index.ts"
export * from "./cohorts/index.ts"
export * from "./cpd-coverage.ts"
export * from "./erased-people.ts"
export * from "./evidence/index.ts"
export * from "./facts-out-of-date.ts"
export * from "./networks/index.ts"
export * from "./school-journey.ts"
export * from "./versions.ts"
