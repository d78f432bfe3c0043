// What becomes of the assessment: a proposal and its answer, further work, an award or none.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import type { Draft } from "../draft.ts"
import type { agreementEvents } from "./events.ts"

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
      const { indicated, level } = event.data
      const { cohort, enrolment } = draft
      draft.awards = [
        ...draft.awards,
        { enrolment, cohort, level, indicated, agreedOn: event.metadata.occurredOn, event: event.id }
      ]
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
      return
    case "FurtherWorkSubmitted.v1":
      draft.stage = "visited"
      return
    case "AwardWithheld.v1":
      draft.proposal = undefined
      draft.stage = "withheld"
      return
  }
}
