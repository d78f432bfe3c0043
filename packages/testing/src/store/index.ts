// Put a store to its contract: enrol an adapter with describeEventStore, or run the laws yourself.
export {
  type DeclarableLaw,
  declarableLaws,
  type EarlierPlace,
  type FileStore,
  type ForeignPlace,
  type StoreAdapter,
  type StoreLayer
} from "./adapter.ts"
export { brokenAdapter, type BrokenStore, brokenStores } from "./broken/index.ts"
export { describeEventStore, type LawsSeen, type SuiteOptions } from "./describe-event-store.ts"
export { type Law, type Outcome, outcomesOf, type Store, type Trial } from "./law.ts"
export { storeLaws } from "./laws/index.ts"
export { noted, notes } from "./notes.ts"
export { type Batch, expecting } from "./stamping.ts"
export { olderCodec, testCodec } from "./test-catalogue.ts"
