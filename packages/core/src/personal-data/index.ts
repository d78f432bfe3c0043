// What is personal and how it is kept: sealed text in the events, and outside the log the keys of people and who they
// are.
export * from "./box.ts"
export * from "./erasing.ts"
export * from "./keeping-texts.ts"
export * from "./key-ring.ts"
export * from "./opening.ts"
export * from "./people-in.ts"
export * from "./people-register.ts"
export * from "./pseudonym.ts"
export * from "./sealing.ts"
export * from "./text-cipher.ts"
