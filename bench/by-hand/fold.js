// The baseline of the folds: a switch in a for loop, the state changed in place and nobody kept from changing it
// afterwards. It does the same work on the same state as the core's fold; the results are compared.
import {
  assigned,
  awarded,
  championed,
  dated,
  emptyEnrolment,
  enrolled,
  furtherWorkAsked,
  judged,
  reviewed,
  submitted,
  unassigned,
  withdrawn,
  withheld
} from "./state.js"

/** Folds events into a state of the caller's own. */
export const foldInto = (state, /** @type {ReadonlyArray<import("./state.js").Event>} */ events) => {
  for (const event of events) {
    const { data } = event
    switch (event.type) {
      case "SchoolEnrolled.v1":
        enrolled(state, data)
        dated(state, "the enrolment", event)
        break
      case "EnrolmentDeferred.v1":
        state.deferred = true
        dated(state, "the deferral", event)
        break
      case "EnrolmentResumed.v1":
        state.deferred = false
        state.dates.delete("the deferral")
        break
      case "EnrolmentTransferred.v1":
        state.cohort = data.to
        break
      case "EnrolmentWithdrawn.v1":
        state.stage = "withdrawn"
        state.proposal = undefined
        dated(state, "the end of the enrolment", event)
        break
      case "ChampionAppointed.v1":
      case "ChampionReplaced.v1":
        championed(state, data)
        dated(state, "the Champion's appointment", event)
        break
      case "SettingDescribed.v1":
        break
      case "EvidenceSubmitted.v1":
        submitted(state, data, event.metadata.occurredOn)
        break
      case "EvidenceAssigned.v1":
        assigned(state, data, event.id)
        break
      case "EvidenceUnassigned.v1":
        unassigned(state, data)
        break
      case "EvidenceWithdrawn.v1":
        withdrawn(state, data)
        break
      case "EvidenceReviewed.v1":
        reviewed(state, data, event.id)
        break
      case "CriterionSelfAssessed.v1":
        state.self.set(data.criterion, judged(data.judgement, event))
        state.agreed.delete(data.criterion)
        break
      case "SelfAssessmentDeclared.v1":
        state.declaration = { indicated: data.indicated, declared: data.declared, event: event.id }
        state.stage = state.visit === undefined ? "declared" : "visit arranged"
        dated(state, "the declaration", event)
        break
      case "SelfAssessmentReopened.v1":
        state.declaration = undefined
        state.stage = "preparing"
        state.dates.delete("the declaration")
        break
      case "VisitArranged.v1":
        state.visit = { assessor: data.assessor, on: data.on, ordinal: data.ordinal, held: undefined }
        state.stage = "visit arranged"
        dated(state, "the arrangement of the visit", event)
        break
      case "VisitMoved.v1":
        if (state.visit !== undefined) {
          const { assessor, held, ordinal } = state.visit
          state.visit = { assessor, on: data.to, ordinal, held }
        }
        break
      case "VisitCancelled.v1":
        state.visit = undefined
        state.stage = state.declaration === undefined ? "preparing" : "declared"
        state.dates.delete("the arrangement of the visit")
        break
      case "VisitHeld.v1":
        if (state.visit !== undefined) {
          const { assessor, on, ordinal } = state.visit
          state.visit = { assessor, on, ordinal, held: event.metadata.occurredOn }
        }
        state.stage = "visited"
        dated(state, "the visit", event)
        break
      case "CriterionAssessed.v1":
        state.assessor.set(data.criterion, judged(data.judgement, event))
        state.agreed.delete(data.criterion)
        break
      case "JudgementAgreed.v1":
        state.agreed.set(data.criterion, judged(data.judgement, event))
        break
      case "AwardProposed.v1":
        state.proposal = {
          level: data.level,
          indicated: data.indicated,
          reason: data.reason,
          event: event.id
        }
        state.stage = "proposed"
        dated(state, "the proposal", event)
        break
      case "ProposalDeclined.v1":
      case "ProposalWithdrawn.v1":
        state.proposal = undefined
        state.stage = "visited"
        state.dates.delete("the proposal")
        break
      case "AwardAgreed.v1":
        awarded(state, data, event)
        dated(state, "the end of the enrolment", event)
        break
      case "FurtherWorkAsked.v1":
        furtherWorkAsked(state, data)
        state.dates.delete("the further work")
        dated(state, "the request for further work", event)
        break
      case "FurtherWorkSubmitted.v1":
        state.stage = "visited"
        dated(state, "the further work", event)
        break
      case "AwardWithheld.v1":
        withheld(state, event)
        dated(state, "the end of the enrolment", event)
        break
    }
  }
  return state
}

/** Folds a whole history. */
export const foldByHand = (/** @type {ReadonlyArray<import("./state.js").Event>} */ events) =>
  foldInto(emptyEnrolment(), events)
