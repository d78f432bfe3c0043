// Projections: read models folded from the whole store, and the runner that keeps them.
export * from "./as-at.ts"
export * from "./errors.ts"
export * from "./in-memory.ts"
export * from "./progress.ts"
export * from "./projection.ts"
export * from "./projections.ts"
export * from "./read-model.ts"
