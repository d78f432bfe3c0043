// The three sets of judgements. What was agreed of a criterion was agreed of what both had said: where one of them
// judges it anew the agreement falls, and is to be made again.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import { forgetSupport } from "../afterwards/second-judgement/forgetting.ts"
import type { Draft } from "../draft.ts"
import type { Judged } from "../state.ts"
import type { judgementEvents, Judging } from "./events.ts"

const judged = (judgement: Judging, { id, metadata }: Recorded): Judged => ({
  judgement: "level" in judgement ? judgement.level : "set aside",
  event: id,
  on: metadata.occurredOn
})

/** Folds an event about judgements. */
export const foldJudgement = (
  draft: Draft,
  event: Recorded<BodyOf<(typeof judgementEvents)[number]>>
): void => {
  forgetSupport(draft)
  switch (event.type) {
    case "CriterionSelfAssessed.v1":
      draft.self.set(event.data.criterion, judged(event.data.judgement, event))
      draft.agreed.delete(event.data.criterion)
      return
    case "SelfAssessmentDeclared.v1":
      draft.declaration = {
        indicated: event.data.indicated,
        declared: event.data.declared,
        event: event.id
      }
      draft.stage = draft.visit === undefined ? "declared" : "visit arranged"
      return
    case "SelfAssessmentReopened.v1":
      draft.declaration = undefined
      draft.stage = "preparing"
      return
    case "CriterionAssessed.v1":
      draft.assessor.set(event.data.criterion, judged(event.data.judgement, event))
      draft.agreed.delete(event.data.criterion)
      return
    case "JudgementAgreed.v1":
      draft.agreed.set(event.data.criterion, judged(event.data.judgement, event))
      return
  }
}
