// Every command about a network, from the concerns they belong to.
export * from "./activity/commands.ts"
export * from "./directory/commands.ts"
export * from "./focus/commands.ts"
export * from "./forming/commands.ts"
export * from "./membership/commands.ts"
export * from "./training/commands.ts"
