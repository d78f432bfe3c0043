// How two versions differ: what, in which words, and that the one can be made of the other by it.
export { applyCriteriaDifference } from "./applying.ts"
export type * from "./change.ts"
export { diffCriteriaSets } from "./difference.ts"
export { criteriaDifferenceSentences } from "./sentences.ts"
