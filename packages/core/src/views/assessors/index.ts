// How assessors judge, beside the schools' own judgements and second ones.
export { type Comparison, comparisonOf, type LevelTable } from "./comparison.ts"
export * from "./consistency.ts"
export { assessorJudgements, type JudgementsModel } from "./projection.ts"
