// Whether an award is under review, and whether it still stands.
import type { BodyOf, Recorded } from "../../../event-store/index.ts"
import type { Draft } from "../../draft.ts"
import { lastAward } from "../last-award.ts"
import type { reviewEvents } from "./events.ts"

/** Folds an event about reviews and revocation. */
export const foldReview = (draft: Draft, event: Recorded<BodyOf<(typeof reviewEvents)[number]>>): void => {
  switch (event.type) {
    case "ReviewOpened.v1":
      draft.afterwards = { ...draft.afterwards, review: { event: event.id, cause: event.data.cause } }
      return
    case "ReviewClosed.v1":
      draft.afterwards = { ...draft.afterwards, review: undefined }
      return
    case "AwardRevoked.v1": {
      const { criteriaSet, ruleSet } = event.data.basis
      lastAward(draft, () => ({ standing: "revoked" }))
      if (draft.stage === "agreed") draft.stage = "revoked"
      draft.afterwards = {
        ...draft.afterwards,
        decision: {
          kind: "award revoked",
          event: event.id,
          on: event.metadata.occurredOn,
          level: "none",
          assessor: draft.awards.at(-1)?.assessor,
          criteriaSet,
          ruleSet
        }
      }
      return
    }
  }
}
