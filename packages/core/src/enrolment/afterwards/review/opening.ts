// What opens a review by itself: a second judgement that differs, a correction, evidence that is withdrawn.
import type { Text } from "../../../vocabulary/index.ts"
import { awardStanding, type EnrolmentState } from "../../state.ts"
import type { ReviewCause } from "./events.ts"

/** The opening of a review, unless one is open or no award stands: it goes on with what it finds. */
export const opening = (state: EnrolmentState, cause: ReviewCause, reason: Text) => {
  const award = awardStanding(state)
  return award === undefined || state.afterwards.review !== undefined
    ? []
    : [{ type: "ReviewOpened.v1" as const, data: { award: award.event, cause, reason } }]
}
