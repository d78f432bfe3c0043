// How each event changes what is known of a school, concern by concern. Total: an event whose predecessors are
// missing changes what it can and leaves the rest.
import { foldOf } from "../deciding/declaring/fold.ts"
import { foldAfterwards } from "./afterwards/fold.ts"
import { foldAgreement } from "./agreement/fold.ts"
import { foldChampion } from "./champion/fold.ts"
import { foldChronology, foldDates } from "./chronology/fold.ts"
import { type Draft, thaw } from "./draft.ts"
import { type EnrolmentEvent, enrolmentEvents } from "./events.ts"
import { foldEvidence } from "./evidence/fold.ts"
import { foldJoining } from "./joining/fold.ts"
import { foldJudgement } from "./judgement/fold.ts"
import { type EnrolmentState, initialEnrolment } from "./state.ts"
import { foldVisit } from "./visit/fold.ts"
import type { Recorded } from "../event-store/index.ts"

const apply = (draft: Draft, event: Recorded<EnrolmentEvent>): void => {
  switch (event.type) {
    case "SchoolEnrolled.v1":
    case "EnrolmentDeferred.v1":
    case "EnrolmentResumed.v1":
    case "EnrolmentTransferred.v1":
    case "EnrolmentWithdrawn.v1":
      return foldJoining(draft, event)
    case "ChampionAppointed.v1":
    case "ChampionReplaced.v1":
    case "SettingDescribed.v1":
      return foldChampion(draft, event)
    case "EvidenceSubmitted.v1":
    case "EvidenceAssigned.v1":
    case "EvidenceUnassigned.v1":
    case "EvidenceWithdrawn.v1":
    case "EvidenceReviewed.v1":
      return foldEvidence(draft, event)
    case "CriterionSelfAssessed.v1":
    case "SelfAssessmentDeclared.v1":
    case "SelfAssessmentReopened.v1":
    case "CriterionAssessed.v1":
    case "JudgementAgreed.v1":
      return foldJudgement(draft, event)
    case "VisitArranged.v1":
    case "VisitMoved.v1":
    case "VisitCancelled.v1":
    case "VisitHeld.v1":
    case "AssessorReplaced.v1":
      return foldVisit(draft, event)
    case "AwardProposed.v1":
    case "ProposalDeclined.v1":
    case "ProposalWithdrawn.v1":
    case "AwardAgreed.v1":
    case "FurtherWorkAsked.v1":
    case "FurtherWorkSubmitted.v1":
    case "AwardWithheld.v1":
      return foldAgreement(draft, event)
    case "SecondJudgementAsked.v1":
    case "SecondJudgementGiven.v1":
    case "ShiftSupported.v1":
    case "AppealLodged.v1":
    case "AppealDecided.v1":
    case "ReviewOpened.v1":
    case "ReviewClosed.v1":
    case "AwardRevoked.v1":
    case "RenewalBegun.v1":
    case "EvidenceCarriedForward.v1":
    case "SchoolReplaced.v1":
    case "SchoolClosed.v1":
    case "AwardCarriedOver.v1":
      return foldAfterwards(draft, event)
    case "DateCorrected.v1":
      return foldChronology(draft, event)
  }
}

/** Folds a school's stream in a scheme: total over any subset of it. */
export const enrolmentFold = foldOf<EnrolmentState, Draft, EnrolmentEvent>({
  types: enrolmentEvents,
  initial: initialEnrolment,
  thaw,
  apply: (draft, event) => {
    apply(draft, event)
    foldDates(draft, event)
  }
})
