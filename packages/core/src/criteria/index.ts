// Criteria sets, as data and as published versions of a scheme.
export * from "./criteria-set.ts"
export * from "./decide.ts"
export * from "./events.ts"
export { criteriaFold, criteriaSetOf, type CriteriaState, type Publication } from "./fold.ts"
export * from "./sample-criteria-set.ts"
