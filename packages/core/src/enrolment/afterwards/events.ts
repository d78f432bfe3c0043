// All that happens after a decision about a school, or to support one.
import { appealEvents } from "./appeal/events.ts"
import { renewalEvents } from "./renewal/events.ts"
import { reviewEvents } from "./review/events.ts"
import { schoolEvents } from "./school/events.ts"
import { secondJudgementEvents } from "./second-judgement/events.ts"

/** The event types of this concern, newest versions. */
export const afterwardsEvents = [
  ...secondJudgementEvents,
  ...appealEvents,
  ...reviewEvents,
  ...renewalEvents,
  ...schoolEvents
] as const
