// The same switch as in fold.js as a function of one event, which is the form the peers ask for. It changes the
// state it is given, which is the cheapest a peer allows: what is measured of a peer is its own part alone.
import {
  assigned,
  awarded,
  championed,
  dated,
  enrolled,
  furtherWorkAsked,
  judged,
  reviewed,
  submitted,
  unassigned,
  withdrawn,
  withheld
} from "./state.js"

/** The state after one more event: the same object, changed. */
export const evolve = (state, /** @type {import("./state.js").Event} */ event) => {
  const { data } = event
  switch (event.type) {
    case "SchoolEnrolled.v1":
      enrolled(state, data)
      dated(state, "the enrolment", event)
      return state
    case "EnrolmentDeferred.v1":
      state.deferred = true
      dated(state, "the deferral", event)
      return state
    case "EnrolmentResumed.v1":
      state.deferred = false
      state.dates.delete("the deferral")
      return state
    case "EnrolmentTransferred.v1":
      state.cohort = data.to
      return state
    case "EnrolmentWithdrawn.v1":
      state.stage = "withdrawn"
      state.proposal = undefined
      dated(state, "the end of the enrolment", event)
      return state
    case "ChampionAppointed.v1":
    case "ChampionReplaced.v1":
      championed(state, data)
      dated(state, "the Champion's appointment", event)
      return state
    case "SettingDescribed.v1":
      return state
    case "EvidenceSubmitted.v1":
      submitted(state, data, event.metadata.occurredOn)
      return state
    case "EvidenceAssigned.v1":
      assigned(state, data, event.id)
      return state
    case "EvidenceUnassigned.v1":
      unassigned(state, data)
      return state
    case "EvidenceWithdrawn.v1":
      withdrawn(state, data)
      return state
    case "EvidenceReviewed.v1":
      reviewed(state, data, event.id)
      return state
    case "CriterionSelfAssessed.v1":
      state.self.set(data.criterion, judged(data.judgement, event))
      state.agreed.delete(data.criterion)
      return state
    case "SelfAssessmentDeclared.v1":
      state.declaration = { indicated: data.indicated, declared: data.declared, event: event.id }
      state.stage = state.visit === undefined ? "declared" : "visit arranged"
      dated(state, "the declaration", event)
      return state
    case "SelfAssessmentReopened.v1":
      state.declaration = undefined
      state.stage = "preparing"
      state.dates.delete("the declaration")
      return state
    case "VisitArranged.v1":
      state.visit = { assessor: data.assessor, on: data.on, ordinal: data.ordinal, held: undefined }
      state.stage = "visit arranged"
      dated(state, "the arrangement of the visit", event)
      return state
    case "VisitMoved.v1":
      if (state.visit !== undefined) {
        const { assessor, held, ordinal } = state.visit
        state.visit = { assessor, on: data.to, ordinal, held }
      }
      return state
    case "VisitCancelled.v1":
      state.visit = undefined
      state.stage = state.declaration === undefined ? "preparing" : "declared"
      state.dates.delete("the arrangement of the visit")
      return state
    case "VisitHeld.v1":
      if (state.visit !== undefined) {
        const { assessor, on, ordinal } = state.visit
        state.visit = { assessor, on, ordinal, held: event.metadata.occurredOn }
      }
      state.stage = "visited"
      dated(state, "the visit", event)
      return state
    case "CriterionAssessed.v1":
      state.assessor.set(data.criterion, judged(data.judgement, event))
      state.agreed.delete(data.criterion)
      return state
    case "JudgementAgreed.v1":
      state.agreed.set(data.criterion, judged(data.judgement, event))
      return state
    case "AwardProposed.v1":
      state.proposal = { level: data.level, indicated: data.indicated, reason: data.reason, event: event.id }
      state.stage = "proposed"
      dated(state, "the proposal", event)
      return state
    case "ProposalDeclined.v1":
    case "ProposalWithdrawn.v1":
      state.proposal = undefined
      state.stage = "visited"
      state.dates.delete("the proposal")
      return state
    case "AwardAgreed.v1":
      awarded(state, data, event)
      dated(state, "the end of the enrolment", event)
      return state
    case "FurtherWorkAsked.v1":
      furtherWorkAsked(state, data)
      state.dates.delete("the further work")
      dated(state, "the request for further work", event)
      return state
    case "FurtherWorkSubmitted.v1":
      state.stage = "visited"
      dated(state, "the further work", event)
      return state
    case "AwardWithheld.v1":
      withheld(state, event)
      dated(state, "the end of the enrolment", event)
      return state
    default:
      return state
  }
}
