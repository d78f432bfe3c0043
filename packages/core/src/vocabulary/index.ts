// The values of the scheme: no behaviour beyond their own rules.
export * from "./actor.ts"
export * from "./day.ts"
export * from "./identifiers.ts"
export * from "./instant.ts"
export * from "./level.ts"
export * from "./malformed.ts"
export * from "./partial-date.ts"
export * from "./text.ts"
