// Published versions of a scheme's rule set.
export * from "./commands.ts"
export * from "./decide.ts"
export * from "./difference.ts"
export * from "./events.ts"
export { ruleSetFold, type RuleSetState } from "./fold.ts"
