// What is kept of people outside the log: their keys, and who they are.
export * from "./key-ring.ts"
export * from "./people-register.ts"
export * from "./people-in.ts"
export * from "./pseudonym.ts"
