// What the rest of the house may use of criteria sets.
export * from "./criteria-set.ts"
export * from "./sample-criteria-set.ts"
