// These names are the stored format. A review looks again at an award; it changes none. Only a revocation ends one.
import { Schema } from "effect"
import { Basis } from "../../../deciding/declaring/basis.ts"
import { eventType } from "../../../event-store/index.ts"
import { EventId, KeptText, Level } from "../../../vocabulary/index.ts"

/** What gave rise to a review. */
export const ReviewCause = Schema.Literals([
  "correction",
  "evidence withdrawn",
  "second judgement",
  "interest",
  "other"
]).annotate({ identifier: "ReviewCause", description: "What gave rise to a review." })
export type ReviewCause = typeof ReviewCause.Type

/** What a review finds. */
export const ReviewFinding = Schema.Literals(["award stands", "award to be revoked"]).annotate({
  identifier: "ReviewFinding",
  description: "What a review finds."
})
export type ReviewFinding = typeof ReviewFinding.Type

/** A review of the award was opened: the award stands meanwhile. Stored as `ReviewOpened.v1`. */
export const ReviewOpened = eventType(
  "ReviewOpened",
  1,
  "A review of the award was opened: the award stands meanwhile.",
  { award: EventId, cause: ReviewCause, reason: KeptText }
)

/** The review was closed, with what it found. Stored as `ReviewClosed.v1`. */
export const ReviewClosed = eventType("ReviewClosed", 1, "The review was closed, with what it found.", {
  finding: ReviewFinding,
  reason: KeptText
})

/** The award was revoked. Stored as `AwardRevoked.v1`. */
export const AwardRevoked = eventType("AwardRevoked", 1, "The award was revoked.", {
  award: EventId,
  level: Level,
  reason: KeptText,
  basis: Basis
})

/** The event types of this concern, newest versions. */
export const reviewEvents = [ReviewOpened, ReviewClosed, AwardRevoked] as const
