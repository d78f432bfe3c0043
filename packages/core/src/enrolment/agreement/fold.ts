// What becomes of the assessment: a proposal and its answer, further work, an award or none.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import type { AppealableDecision } from "../afterwards/state.ts"
import { forgetSupport } from "../afterwards/second-judgement/forgetting.ts"
import type { Draft } from "../draft.ts"
import type { agreementEvents } from "./events.ts"

const decide = (draft: Draft, decision: AppealableDecision): void => {
  draft.afterwards = { ...draft.afterwards, decision }
}

/** Folds an event about an award. */
export const foldAgreement = (
  draft: Draft,
  event: Recorded<BodyOf<(typeof agreementEvents)[number]>>
): void => {
  switch (event.type) {
    case "AwardProposed.v1":
      draft.proposal = {
        level: event.data.level,
        indicated: event.data.indicated,
        reason: event.data.reason,
        event: event.id
      }
      draft.stage = "proposed"
      return
    case "ProposalDeclined.v1":
    case "ProposalWithdrawn.v1":
      draft.proposal = undefined
      draft.stage = "visited"
      return
    case "AwardAgreed.v1": {
      const { basis, borderline, indicated, level } = event.data
      const { cohort, enrolment, visit } = draft
      const { criteriaSet, ruleSet } = basis
      const on = event.metadata.occurredOn
      const assessor = visit?.assessor
      draft.awards = [
        ...draft.awards,
        {
          enrolment,
          cohort,
          level,
          indicated,
          agreedOn: on,
          event: event.id,
          criteriaSet,
          ruleSet,
          assessor,
          ordinal: visit?.ordinal,
          borderline,
          moderated: false,
          carriedFrom: undefined,
          standing: "stands"
        }
      ]
      decide(draft, { kind: "award", event: event.id, on, level, assessor, criteriaSet, ruleSet })
      draft.proposal = undefined
      draft.stage = "agreed"
      return
    }
    case "FurtherWorkAsked.v1":
      draft.furtherWork = { criteria: event.data.criteria, by: event.data.by }
      draft.stage = "further work"
      for (const criterion of event.data.criteria) {
        draft.assessor.delete(criterion)
        draft.agreed.delete(criterion)
      }
      forgetSupport(draft)
      return
    case "FurtherWorkSubmitted.v1":
      draft.stage = "visited"
      return
    case "AwardWithheld.v1":
      draft.proposal = undefined
      draft.stage = "withheld"
      decide(draft, {
        kind: "award withheld",
        event: event.id,
        on: event.metadata.occurredOn,
        level: "none",
        assessor: draft.visit?.assessor,
        criteriaSet: event.data.basis.criteriaSet,
        ruleSet: event.data.basis.ruleSet
      })
      return
  }
}
