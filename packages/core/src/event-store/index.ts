// The event store port: what a store is asked and answers, how events become bytes, and what can go wrong.
export * from "./adapter/index.ts"
export * from "./catalogue.ts"
export * from "./codec.ts"
export * from "./errors.ts"
export * from "./event.ts"
export * from "./event-store.ts"
export * from "./event-type.ts"
export * from "./limits.ts"
