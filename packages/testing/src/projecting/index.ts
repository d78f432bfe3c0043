// Put a place for read models, or a projection of your own, to the laws.
export type { KeptTally, ReadModelAdapter } from "./adapter.ts"
export { brokenReadModelAdapter, type BrokenReadModels, brokenReadModels } from "./broken/index.ts"
export { type BrokenProjection, brokenProjections } from "./broken/projections.ts"
export { type FoldFault, foldFaults, type FoldLaw, foldLaws, type FoldSubject } from "./fold-laws.ts"
export { describeReadModels } from "./describe-read-models.ts"
export { type ProjectionLaw, type ProjectionTrial, projectionOutcomesOf, type Tallying } from "./law.ts"
export { projectionLaws } from "./laws/index.ts"
export {
  nextFigure,
  type Tally,
  tallied,
  tallyInMemory,
  tallyOf,
  type TallyRow,
  type TallySpec
} from "./tally.ts"
