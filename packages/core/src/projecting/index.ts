// Projections: read models folded from the whole store.
export * from "./as-at.ts"
export * from "./live-model.ts"
export * from "./projection.ts"
