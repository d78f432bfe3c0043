// The baseline of the folds: a switch in a for loop, the state changed in place and nobody kept from changing it
// afterwards. It does the same work on the same state as the core's fold; the results are compared.
import {
  assigned,
  awarded,
  championed,
  emptyEnrolment,
  enrolled,
  furtherWorkAsked,
  judged,
  reviewed,
  submitted,
  unassigned,
  withdrawn
} from "./state.js"

/** Folds events into a state of the caller's own. */
export const foldInto = (state, /** @type {ReadonlyArray<import("./state.js").Event>} */ events) => {
  for (const event of events) {
    const { data } = event
    switch (event.type) {
      case "SchoolEnrolled.v1":
        enrolled(state, data)
        break
      case "EnrolmentDeferred.v1":
        state.deferred = true
        break
      case "EnrolmentResumed.v1":
        state.deferred = false
        break
      case "EnrolmentTransferred.v1":
        state.cohort = data.to
        break
      case "EnrolmentWithdrawn.v1":
        state.stage = "withdrawn"
        state.proposal = undefined
        break
      case "ChampionAppointed.v1":
      case "ChampionReplaced.v1":
        championed(state, data)
        break
      case "SettingDescribed.v1":
        break
      case "EvidenceSubmitted.v1":
        submitted(state, data)
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
        state.self.set(data.criterion, judged(data.judgement, event.id))
        break
      case "SelfAssessmentDeclared.v1":
        state.declaration = { indicated: data.indicated, declared: data.declared, event: event.id }
        state.stage = state.visit === undefined ? "declared" : "visit arranged"
        break
      case "SelfAssessmentReopened.v1":
        state.declaration = undefined
        state.stage = "preparing"
        break
      case "VisitArranged.v1":
        state.visit = { assessor: data.assessor, on: data.on, ordinal: data.ordinal, held: undefined }
        state.stage = "visit arranged"
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
        break
      case "VisitHeld.v1":
        if (state.visit !== undefined) {
          const { assessor, on, ordinal } = state.visit
          state.visit = { assessor, on, ordinal, held: event.metadata.occurredOn }
        }
        state.stage = "visited"
        break
      case "CriterionAssessed.v1":
        state.assessor.set(data.criterion, judged(data.judgement, event.id))
        break
      case "JudgementAgreed.v1":
        state.agreed.set(data.criterion, judged(data.judgement, event.id))
        break
      case "AwardProposed.v1":
        state.proposal = {
          level: data.level,
          indicated: data.indicated,
          reason: data.reason,
          event: event.id
        }
        state.stage = "proposed"
        break
      case "ProposalDeclined.v1":
      case "ProposalWithdrawn.v1":
        state.proposal = undefined
        state.stage = "visited"
        break
      case "AwardAgreed.v1":
        awarded(state, data, event)
        break
      case "FurtherWorkAsked.v1":
        furtherWorkAsked(state, data)
        break
      case "FurtherWorkSubmitted.v1":
        state.stage = "visited"
        break
      case "AwardWithheld.v1":
        state.proposal = undefined
        state.stage = "withheld"
        break
    }
  }
  return state
}

/** Folds a whole history. */
export const foldByHand = (/** @type {ReadonlyArray<import("./state.js").Event>} */ events) =>
  foldInto(emptyEnrolment(), events)
