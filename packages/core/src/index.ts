// The domain of a school quality mark, its event store port, command loop and projections.
export * from "./deciding/index.ts"
export * from "./event-store/index.ts"
export * from "./vocabulary/index.ts"
