// What a second assessor is asked, and has said.
import type { BodyOf, Recorded } from "../../../event-store/index.ts"
import type { Draft } from "../../draft.ts"
import { lastAward } from "../last-award.ts"
import type { secondJudgementEvents } from "./events.ts"

/** Folds an event about second judgements. */
export const foldSecondJudgement = (
  draft: Draft,
  event: Recorded<BodyOf<(typeof secondJudgementEvents)[number]>>
): void => {
  const { afterwards } = draft
  switch (event.type) {
    case "SecondJudgementAsked.v1": {
      const { about, assessor } = event.data
      draft.afterwards = { ...afterwards, second: { assessor, about, event: event.id, level: undefined } }
      return
    }
    case "SecondJudgementGiven.v1": {
      const { second } = afterwards
      if (second !== undefined) {
        draft.afterwards = { ...afterwards, second: { ...second, level: event.data.level } }
      }
      if (event.data.about === "moderation") lastAward(draft, () => ({ moderated: true }))
      return
    }
    case "ShiftSupported.v1": {
      const { indicated, level } = event.data
      draft.afterwards = { ...afterwards, support: { level, indicated, event: event.id } }
      return
    }
  }
}
