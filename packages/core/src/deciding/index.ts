// How a command is decided: its type, its slice, the loop.
export * from "./authorising.ts"
export * from "./basis.ts"
export * from "./command.ts"
export * from "./entropy.ts"
export * from "./execute.ts"
export * from "./fold.ts"
export * from "./rejection.ts"
export * from "./slice.ts"
