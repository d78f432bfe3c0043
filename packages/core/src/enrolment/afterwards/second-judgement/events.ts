// These names are the stored format. Another assessor is asked: to moderate an award, to hear an appeal, or to support
// an award above the level indicated.
import { Schema } from "effect"
import { eventType } from "../../../event-store/index.ts"
import { KeptText, Level, PersonRef } from "../../../vocabulary/index.ts"

/** What a second assessor is asked about. */
export const SecondJudgementSubject = Schema.Literals(["shift", "moderation", "appeal"]).annotate({
  identifier: "SecondJudgementSubject",
  description: "What a second assessor is asked about."
})
export type SecondJudgementSubject = typeof SecondJudgementSubject.Type

/** Why an award is moderated. */
export const ModerationCause = Schema.Literals(["first assessment", "every tenth", "borderline"]).annotate({
  identifier: "ModerationCause",
  description: "Why an award is moderated."
})
export type ModerationCause = typeof ModerationCause.Type

/** A second assessor was asked for their judgement. Stored as `SecondJudgementAsked.v1`. */
export const SecondJudgementAsked = eventType(
  "SecondJudgementAsked",
  1,
  "A second assessor was asked for their judgement.",
  {
    about: SecondJudgementSubject,
    assessor: PersonRef,
    /** Why an award is moderated; none where the office asks of its own accord. */
    causes: Schema.Array(ModerationCause)
  }
)

/** The second assessor gave their judgement, on the evidence of the first. Stored as `SecondJudgementGiven.v1`. */
export const SecondJudgementGiven = eventType(
  "SecondJudgementGiven",
  1,
  "The second assessor gave their judgement, on the evidence of the first.",
  { about: SecondJudgementSubject, level: Level, reason: KeptText }
)

/** A second assessor supported an award above the level indicated. Stored as `ShiftSupported.v1`. */
export const ShiftSupported = eventType(
  "ShiftSupported",
  1,
  "A second assessor supported an award above the level indicated.",
  { level: Level, indicated: Level, reason: KeptText }
)

/** The event types of this concern, newest versions. */
export const secondJudgementEvents = [SecondJudgementAsked, SecondJudgementGiven, ShiftSupported] as const
