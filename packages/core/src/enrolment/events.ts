// All that happens to a school in a scheme, in one stream: enrolments, evidence, judgements, visit, agreement.
import type { BodyOf } from "../event-store/index.ts"
import { afterwardsEvents } from "./afterwards/events.ts"
import { agreementEvents } from "./agreement/events.ts"
import { chronologyEvents } from "./chronology/events.ts"
import { championEvents } from "./champion/events.ts"
import { evidenceEvents } from "./evidence/events.ts"
import { joiningEvents } from "./joining/events.ts"
import { judgementEvents } from "./judgement/events.ts"
import { visitEvents } from "./visit/events.ts"

/** The event types of this concern, newest versions. */
export const enrolmentEvents = [
  ...joiningEvents,
  ...championEvents,
  ...evidenceEvents,
  ...judgementEvents,
  ...visitEvents,
  ...agreementEvents,
  ...chronologyEvents,
  ...afterwardsEvents
] as const
/** An event of this concern: its stored type and its data. */
export type EnrolmentEvent = BodyOf<(typeof enrolmentEvents)[number]>
