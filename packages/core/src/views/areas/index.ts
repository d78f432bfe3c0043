// The summary by area, with small numbers suppressed.
export * from "./summary.ts"
export { type Counts, type Shown, suppressed, type SuppressedCounts } from "./suppression.ts"
