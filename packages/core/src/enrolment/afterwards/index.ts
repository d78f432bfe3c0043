// A school's road after a decision: second judgements, appeals, reviews, revocation, renewal, and what becomes
// of the school itself.
import { appealHandlers } from "./appeal/decide.ts"
import { renewalHandlers } from "./renewal/decide.ts"
import { reviewHandlers } from "./review/decide.ts"
import { schoolHandlers } from "./school/decide.ts"
import { secondJudgementHandlers } from "./second-judgement/decide.ts"

export * from "./appeal/decide.ts"
export * from "./appeal/events.ts"
export * from "./appeal/lodged.ts"
export * from "./commands.ts"
export * from "./events.ts"
export * from "./renewal/age.ts"
export * from "./renewal/decide.ts"
export * from "./renewal/events.ts"
export * from "./review/decide.ts"
export * from "./review/events.ts"
export * from "./review/standing.ts"
export * from "./school/closed.ts"
export * from "./school/decide.ts"
export * from "./school/events.ts"
export * from "./second-judgement/decide.ts"
export * from "./second-judgement/events.ts"
export * from "./second-judgement/moderation.ts"
export * from "./state.ts"

/** How every command of the road after a decision is decided. */
export const afterwardsHandlers = [
  ...secondJudgementHandlers,
  ...appealHandlers,
  ...reviewHandlers,
  ...renewalHandlers,
  ...schoolHandlers
]
