// How each event after a decision changes what is known of a school.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import type { Draft } from "../draft.ts"
import { foldAppeal } from "./appeal/fold.ts"
import type { afterwardsEvents } from "./events.ts"
import { foldRenewal } from "./renewal/fold.ts"
import { foldReview } from "./review/fold.ts"
import { foldSchool } from "./school/fold.ts"
import { foldSecondJudgement } from "./second-judgement/fold.ts"

/** An event after a decision. */
export type AfterwardsEvent = BodyOf<(typeof afterwardsEvents)[number]>

/** Folds an event after a decision. */
export const foldAfterwards = (draft: Draft, event: Recorded<AfterwardsEvent>): void => {
  switch (event.type) {
    case "SecondJudgementAsked.v1":
    case "SecondJudgementGiven.v1":
    case "ShiftSupported.v1":
      return foldSecondJudgement(draft, event)
    case "AppealLodged.v1":
    case "AppealDecided.v1":
      return foldAppeal(draft, event)
    case "ReviewOpened.v1":
    case "ReviewClosed.v1":
    case "AwardRevoked.v1":
      return foldReview(draft, event)
    case "RenewalBegun.v1":
    case "EvidenceCarriedForward.v1":
      return foldRenewal(draft, event)
    case "SchoolReplaced.v1":
    case "SchoolClosed.v1":
    case "AwardCarriedOver.v1":
      return foldSchool(draft, event)
  }
}
