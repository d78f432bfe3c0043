// The visit of the external assessor: arranged, moved, cancelled, held. Where another assessor takes over they visit
// the school themselves: what the former reviewed, judged, agreed or asked for falls, and stays in the history.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import { forgetSupport } from "../afterwards/second-judgement/forgetting.ts"
import type { Draft } from "../draft.ts"
import { forgetReviews } from "../evidence/fold.ts"
import type { visitEvents } from "./events.ts"

/** Folds an event of the visit. */
export const foldVisit = (draft: Draft, event: Recorded<BodyOf<(typeof visitEvents)[number]>>): void => {
  switch (event.type) {
    case "VisitArranged.v1": {
      const { assessor, on, ordinal } = event.data
      draft.visit = { assessor, on, ordinal, held: undefined }
      draft.stage = "visit arranged"
      return
    }
    case "VisitMoved.v1":
      if (draft.visit !== undefined) {
        const { assessor, held, ordinal } = draft.visit
        draft.visit = { assessor, on: event.data.to, ordinal, held }
      }
      return
    case "VisitCancelled.v1":
      draft.visit = undefined
      draft.stage = draft.declaration === undefined ? "preparing" : "declared"
      return
    case "VisitHeld.v1":
      if (draft.visit !== undefined) {
        const { assessor, on, ordinal } = draft.visit
        draft.visit = { assessor, on, ordinal, held: event.metadata.occurredOn }
      }
      draft.stage = "visited"
      return
    case "AssessorReplaced.v1": {
      const { assessor, on, ordinal } = event.data
      draft.visit = { assessor, on, ordinal, held: undefined }
      draft.stage = draft.declaration === undefined ? "preparing" : "visit arranged"
      draft.assessor.clear()
      draft.agreed.clear()
      forgetReviews(draft)
      forgetSupport(draft)
      draft.proposal = undefined
      draft.furtherWork = undefined
      return
    }
  }
}
