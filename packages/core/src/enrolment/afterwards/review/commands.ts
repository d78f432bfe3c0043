// What the office asks for about an award that stands.
import { commandType, judgementType } from "../../../deciding/declaring/command.ts"
import { Text } from "../../../vocabulary/index.ts"
import { school } from "../../standing.ts"
import { ReviewCause, ReviewFinding } from "./events.ts"

/** Open a review of the award. */
export const OpenReview = commandType("OpenReview", "Open a review of the award.", {
  ...school,
  cause: ReviewCause,
  reason: Text
})

/** Close the review of the award. */
export const CloseReview = commandType("CloseReview", "Close the review of the award.", {
  ...school,
  finding: ReviewFinding,
  reason: Text
})

/** Revoke the award. */
export const RevokeAward = judgementType("RevokeAward", "Revoke the award.", { ...school, reason: Text })
