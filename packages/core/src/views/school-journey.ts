// One school's journey as a person reads it: what happened, when, by whom and in which role, a sentence each.
import { match } from "ts-pattern"
import type { LcqmEventBody } from "../domain.ts"
import type { EnrolmentEvent } from "../enrolment/index.ts"
import type { Recorded } from "../event-store/index.ts"
import {
  type EventId,
  type Instant,
  levelTitle,
  type PartialDate,
  type PersonRef,
  type Role
} from "../vocabulary/index.ts"

/** A step of a journey. */
export interface JourneyStep {
  readonly revision: number
  readonly event: EventId
  readonly type: LcqmEventBody["type"]
  readonly occurredOn: PartialDate
  readonly recordedAt: Instant
  readonly by: PersonRef
  readonly role: Role
  readonly says: string
}

type Judging = Extract<EnrolmentEvent, { type: "CriterionAssessed.v1" }>["data"]["judgement"]

const judged = (judgement: Judging): string =>
  "level" in judgement ? `at ${levelTitle(judgement.level)}` : "as not applicable (set aside)"

const subjectOf = { shift: "a shift", moderation: "the award", appeal: "the appeal" } as const

const until = (date: PartialDate | undefined): string => (date === undefined ? "" : ` until ${date}`)

/** An event of a school's stream as a sentence. Free text is not repeated: it may be sealed or erased. */
export const sentenceOf = (event: EnrolmentEvent): string =>
  match(event)
    .with({ type: "SchoolEnrolled.v1" }, ({ data }) => `Enrolled in cohort ${data.cohort}`)
    .with({ type: "EnrolmentDeferred.v1" }, ({ data }) => `Deferred${until(data.until)}`)
    .with(
      { type: "EnrolmentTransferred.v1" },
      ({ data }) => `Transferred from cohort ${data.from} to ${data.to}`
    )
    .with({ type: "EnrolmentWithdrawn.v1" }, () => "Withdrawn")
    .with({ type: "EnrolmentResumed.v1" }, () => "Resumed")
    .with({ type: "ChampionAppointed.v1" }, ({ data }) => `Champion appointed: ${data.champion}`)
    .with({ type: "ChampionReplaced.v1" }, ({ data }) => `Champion replaced: ${data.champion}`)
    .with({ type: "SettingDescribed.v1" }, () => "Setting described")
    .with(
      { type: "EvidenceSubmitted.v1" },
      ({ data }) => `Evidence ${data.evidence} submitted (${data.kind})`
    )
    .with(
      { type: "EvidenceAssigned.v1" },
      ({ data }) => `Evidence ${data.evidence} assigned to ${data.criterion}`
    )
    .with(
      { type: "EvidenceUnassigned.v1" },
      ({ data }) => `Evidence ${data.evidence} taken from ${data.criterion}`
    )
    .with({ type: "EvidenceWithdrawn.v1" }, ({ data }) => `Evidence ${data.evidence} withdrawn`)
    .with(
      { type: "EvidenceReviewed.v1" },
      ({ data }) => `Evidence ${data.evidence} for ${data.criterion} reviewed: ${data.verdict}`
    )
    .with(
      { type: "CriterionSelfAssessed.v1" },
      ({ data }) => `Self-assessed ${data.criterion} ${judged(data.judgement)}`
    )
    .with(
      { type: "SelfAssessmentDeclared.v1" },
      ({ data }) =>
        `Self-assessment declared: ${levelTitle(data.declared)} (best fit indicates ${levelTitle(data.indicated)})`
    )
    .with({ type: "SelfAssessmentReopened.v1" }, () => "Self-assessment reopened")
    .with(
      { type: "VisitArranged.v1" },
      ({ data }) => `Visit arranged for ${data.on}, assessor ${data.assessor}`
    )
    .with({ type: "VisitMoved.v1" }, ({ data }) => `Visit moved from ${data.from} to ${data.to}`)
    .with({ type: "VisitCancelled.v1" }, () => "Visit cancelled")
    .with({ type: "VisitHeld.v1" }, () => "Visit held")
    .with(
      { type: "AssessorReplaced.v1" },
      ({ data }) => `Assessor ${data.assessor} took over from ${data.formerly}, visit on ${data.on}`
    )
    .with(
      { type: "CriterionAssessed.v1" },
      ({ data }) => `Assessor judged ${data.criterion} ${judged(data.judgement)}`
    )
    .with({ type: "JudgementAgreed.v1" }, ({ data }) => `Agreed ${data.criterion} ${judged(data.judgement)}`)
    .with(
      { type: "AwardProposed.v1" },
      ({ data }) => `${levelTitle(data.level)} proposed (best fit indicates ${levelTitle(data.indicated)})`
    )
    .with({ type: "ProposalDeclined.v1" }, () => "Proposal declined")
    .with({ type: "ProposalWithdrawn.v1" }, () => "Proposal withdrawn")
    .with({ type: "AwardAgreed.v1" }, ({ data }) => `Award agreed: ${levelTitle(data.level)}`)
    .with(
      { type: "FurtherWorkAsked.v1" },
      ({ data }) => `Further work asked for by ${data.by}: ${data.criteria.join(", ")}`
    )
    .with({ type: "FurtherWorkSubmitted.v1" }, () => "Further work submitted")
    .with({ type: "AwardWithheld.v1" }, () => "Award withheld")
    .with(
      { type: "SecondJudgementAsked.v1" },
      ({ data }) => `Second assessor asked about ${subjectOf[data.about]}: ${data.assessor}`
    )
    .with(
      { type: "SecondJudgementGiven.v1" },
      ({ data }) => `Second judgement on ${subjectOf[data.about]}: ${levelTitle(data.level)}`
    )
    .with(
      { type: "ShiftSupported.v1" },
      ({ data }) =>
        `${levelTitle(data.level)} supported by a second assessor (best fit indicates ${levelTitle(data.indicated)})`
    )
    .with({ type: "AppealLodged.v1" }, () => "Appeal lodged")
    .with(
      { type: "AppealDecided.v1" },
      ({ data }) => `Appeal decided: ${data.outcome}, ${levelTitle(data.level)}`
    )
    .with({ type: "ReviewOpened.v1" }, ({ data }) => `Review of the award opened (${data.cause})`)
    .with({ type: "ReviewClosed.v1" }, ({ data }) => `Review closed: ${data.finding}`)
    .with({ type: "AwardRevoked.v1" }, ({ data }) => `Award revoked: ${levelTitle(data.level)}`)
    .with({ type: "RenewalBegun.v1" }, ({ data }) => `Renewal begun in cohort ${data.cohort}`)
    .with(
      { type: "EvidenceCarriedForward.v1" },
      ({ data }) =>
        `Evidence ${data.evidence} carried forward (${data.ageMonths === undefined ? "age unknown" : `${data.ageMonths} months old`})`
    )
    .with({ type: "SchoolReplaced.v1" }, ({ data }) => `Replaced by school ${data.successor}`)
    .with({ type: "SchoolClosed.v1" }, () => "School closed")
    .with(
      { type: "AwardCarriedOver.v1" },
      ({ data }) => `Award of school ${data.from} carried over: ${levelTitle(data.level)}`
    )
    .with({ type: "DateCorrected.v1" }, ({ data }) => `A date corrected from ${data.from} to ${data.to}`)
    .exhaustive()

/** The steps of a school's stream. */
export const journeyOf = (events: ReadonlyArray<Recorded<EnrolmentEvent>>): ReadonlyArray<JourneyStep> =>
  events.map((event) => ({
    revision: event.revision,
    event: event.id,
    type: event.type,
    occurredOn: event.metadata.occurredOn,
    recordedAt: event.metadata.recordedAt,
    by: event.metadata.actor.person,
    role: event.metadata.actor.role,
    says: sentenceOf(event)
  }))
