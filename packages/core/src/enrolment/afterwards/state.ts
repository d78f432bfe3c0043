// What is known of a school's road after a decision: what may be appealed, what another assessor is asked, whether the
// award is under review.
import type { EventId, FullDate, Level, PartialDate, PersonRef } from "../../vocabulary/index.ts"
import type { Evidence } from "../evidence/evidence.ts"
import type { AppealableKind } from "./appeal/events.ts"
import type { ReviewCause } from "./review/events.ts"
import type { SecondJudgementSubject } from "./second-judgement/events.ts"

/** What another assessor is asked for, and what they said. */
export interface SecondOpinion {
  readonly assessor: PersonRef
  readonly about: SecondJudgementSubject
  readonly event: EventId
  /** The level they judged; undefined until they have. */
  readonly level: Level | undefined
}

/** An upward shift that a second assessor supports: from the level best fit indicated to the one they support. */
export interface SupportedShift {
  readonly level: Level
  readonly indicated: Level
  readonly event: EventId
}

/** The decision that may be appealed: the latest there is. */
export interface AppealableDecision {
  readonly kind: AppealableKind
  readonly event: EventId
  readonly on: PartialDate
  /** The level decided: none where no award was made, or where it was revoked. */
  readonly level: Level
  readonly assessor: PersonRef | undefined
  /** The versions it was decided under. */
  readonly criteriaSet: string
  readonly ruleSet: string
}

/** An appeal that waits for its decision. */
export interface AppealUnderWay {
  readonly against: EventId
  readonly event: EventId
  /** The last day on which it could be lodged; undefined where the decision's date has no end. */
  readonly lastDay: FullDate | undefined
}

/** A review that is open. */
export interface ReviewUnderWay {
  readonly event: EventId
  readonly cause: ReviewCause
}

/** A school's road after a decision, so far. */
export interface Afterwards {
  readonly second: SecondOpinion | undefined
  readonly support: SupportedShift | undefined
  readonly decision: AppealableDecision | undefined
  readonly appeal: AppealUnderWay | undefined
  /** The decisions that were appealed and decided: each once. */
  readonly appealed: ReadonlySet<EventId>
  readonly review: ReviewUnderWay | undefined
  /** The evidence of the award that is being renewed, which may be carried forward. */
  readonly earlier: ReadonlyMap<string, Evidence>
}

/** Before any decision. */
export const initialAfterwards: Afterwards = {
  second: undefined,
  support: undefined,
  decision: undefined,
  appeal: undefined,
  appealed: new Set(),
  review: undefined,
  earlier: new Map()
}

/** What of it lasts when another enrolment begins: a review goes on, and what was appealed stays so. */
export const begunAnew = ({ appealed, review }: Afterwards): Afterwards => ({
  ...initialAfterwards,
  appealed,
  review
})
