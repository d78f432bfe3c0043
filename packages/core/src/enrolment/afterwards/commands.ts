// What can be asked for after a decision about a school, or to support one.
export * from "./appeal/commands.ts"
export * from "./renewal/commands.ts"
export * from "./review/commands.ts"
export * from "./school/commands.ts"
export * from "./second-judgement/commands.ts"
