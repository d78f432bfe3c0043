// The dates by which an enrolment is put in order, and which of them each event follows. Dates are spans of days:
// what is refused is only what no day of them could put in order.
import type { EventId, PartialDate } from "../../vocabulary/index.ts"
import type { EnrolmentEvent } from "../events.ts"

/** What happens once in an enrolment, or once more where it is undone, and has a date that others follow. */
export type Milestone =
  | "the enrolment"
  | "the Champion's appointment"
  | "the declaration"
  | "the deferral"
  | "the arrangement of the visit"
  | "the visit"
  | "the proposal"
  | "the request for further work"
  | "the further work"
  | "the end of the enrolment"
  /** Of the one that this enrolment came after, or whose award it renews: its date is corrected no more. */
  | "the end of the enrolment before"
  | "the request for a second judgement"
  | "the second judgement"
  | "the appeal"
  | "the opening of the review"
  | "the revocation"

/** When a milestone was reached, by which event. */
export interface Dated {
  readonly on: PartialDate
  readonly event: EventId
  readonly type: EnrolmentEvent["type"]
}

type ByType<Value> = Readonly<Partial<Record<EnrolmentEvent["type"], Value>>>

/** The milestone that an event reaches. */
export const milestoneOf: ByType<Milestone> = {
  "SchoolEnrolled.v1": "the enrolment",
  "RenewalBegun.v1": "the enrolment",
  "EnrolmentDeferred.v1": "the deferral",
  "EnrolmentWithdrawn.v1": "the end of the enrolment",
  "ChampionAppointed.v1": "the Champion's appointment",
  "ChampionReplaced.v1": "the Champion's appointment",
  "SelfAssessmentDeclared.v1": "the declaration",
  "VisitArranged.v1": "the arrangement of the visit",
  "VisitHeld.v1": "the visit",
  "AssessorReplaced.v1": "the arrangement of the visit",
  "AwardProposed.v1": "the proposal",
  "AwardAgreed.v1": "the end of the enrolment",
  "FurtherWorkAsked.v1": "the request for further work",
  "FurtherWorkSubmitted.v1": "the further work",
  "AwardWithheld.v1": "the end of the enrolment",
  "SecondJudgementAsked.v1": "the request for a second judgement",
  "SecondJudgementGiven.v1": "the second judgement",
  "AppealLodged.v1": "the appeal",
  "ReviewOpened.v1": "the opening of the review",
  "AwardRevoked.v1": "the revocation"
}

/** The milestones that an event undoes: what follows is no longer measured by them. */
export const undoes: ByType<ReadonlyArray<Milestone>> = {
  "EnrolmentResumed.v1": ["the deferral"],
  "SelfAssessmentReopened.v1": ["the declaration"],
  "VisitCancelled.v1": ["the arrangement of the visit"],
  "AssessorReplaced.v1": ["the visit", "the proposal", "the request for further work", "the further work"],
  "ProposalDeclined.v1": ["the proposal"],
  "ProposalWithdrawn.v1": ["the proposal"],
  "FurtherWorkAsked.v1": ["the further work"],
  "SecondJudgementAsked.v1": ["the second judgement"],
  "AppealDecided.v1": ["the appeal"],
  "ReviewClosed.v1": ["the opening of the review"]
}

const before = ["the end of the enrolment", "the end of the enrolment before"] as const
const champions = ["the Champion's appointment", "the enrolment"] as const
const afterVisit = ["the visit", "the request for further work", "the further work"] as const
const ending = ["the enrolment", "the declaration", "the visit", "the further work", "the proposal"] as const

/**
 * The milestones that each event follows. Every type is named, so that no new one is without its order. The
 * Champion's acts follow the current Champion's appointment, the assessor's the visit.
 */
export const follows: Readonly<Record<EnrolmentEvent["type"], ReadonlyArray<Milestone>>> = {
  "SchoolEnrolled.v1": [...before, "the revocation"],
  "EnrolmentDeferred.v1": ["the enrolment"],
  "EnrolmentResumed.v1": ["the enrolment", "the deferral"],
  "EnrolmentTransferred.v1": ["the enrolment"],
  "EnrolmentWithdrawn.v1": ending,
  "ChampionAppointed.v1": ["the enrolment"],
  "ChampionReplaced.v1": ["the enrolment", "the Champion's appointment"],
  "SettingDescribed.v1": champions,
  "EvidenceSubmitted.v1": champions,
  "EvidenceAssigned.v1": champions,
  "EvidenceUnassigned.v1": champions,
  "EvidenceWithdrawn.v1": champions,
  "EvidenceReviewed.v1": afterVisit,
  "CriterionSelfAssessed.v1": [...champions, "the request for further work"],
  "SelfAssessmentDeclared.v1": champions,
  "SelfAssessmentReopened.v1": [...champions, "the declaration"],
  "CriterionAssessed.v1": afterVisit,
  "JudgementAgreed.v1": afterVisit,
  "VisitArranged.v1": ["the declaration"],
  "VisitMoved.v1": ["the arrangement of the visit"],
  "VisitCancelled.v1": ["the arrangement of the visit"],
  "VisitHeld.v1": ["the declaration", "the arrangement of the visit"],
  "AssessorReplaced.v1": ["the arrangement of the visit", ...afterVisit, "the proposal"],
  "AwardProposed.v1": afterVisit,
  "ProposalDeclined.v1": [...champions, "the proposal"],
  "ProposalWithdrawn.v1": ["the proposal"],
  "AwardAgreed.v1": [...champions, "the proposal"],
  "FurtherWorkAsked.v1": afterVisit,
  "FurtherWorkSubmitted.v1": [...champions, "the request for further work"],
  "AwardWithheld.v1": afterVisit,
  "DateCorrected.v1": [],
  "SecondJudgementAsked.v1": ["the visit", "the end of the enrolment", "the appeal"],
  "SecondJudgementGiven.v1": ["the request for a second judgement"],
  "ShiftSupported.v1": ["the request for a second judgement"],
  "AppealLodged.v1": ["the end of the enrolment", "the revocation"],
  "AppealDecided.v1": ["the appeal", "the second judgement"],
  // With what is withdrawn or corrected after the award, which may have been earlier.
  "ReviewOpened.v1": [],
  "ReviewClosed.v1": ["the opening of the review"],
  "AwardRevoked.v1": ["the end of the enrolment"],
  "RenewalBegun.v1": before,
  "EvidenceCarriedForward.v1": champions,
  // A school closes when it does, whatever is under way.
  "SchoolReplaced.v1": [],
  "SchoolClosed.v1": [],
  "AwardCarriedOver.v1": []
}
