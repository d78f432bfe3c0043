// An appeal, and what becomes of the decision it is against.
import type { BodyOf, Recorded } from "../../../event-store/index.ts"
import type { Draft } from "../../draft.ts"
import { lastAward } from "../last-award.ts"
import type { appealEvents } from "./events.ts"

type Decided = Extract<Recorded<BodyOf<(typeof appealEvents)[number]>>, { readonly type: "AppealDecided.v1" }>

// Another level than was decided: the award has it from now on, is made by it, or is no more.
const change = (draft: Draft, { data, id, metadata }: Decided): void => {
  const { level } = data
  const { criteriaSet, ruleSet } = data.basis
  if (level === "none") {
    lastAward(draft, () => ({ standing: "revoked" }))
    if (draft.stage === "agreed") draft.stage = "revoked"
    return
  }
  if (data.decision === "award withheld") {
    const { cohort, enrolment } = draft
    const made = { enrolment, cohort, level, indicated: level, agreedOn: metadata.occurredOn, event: id }
    const { assessor } = data
    const rest = {
      criteriaSet,
      ruleSet,
      assessor,
      ordinal: undefined,
      borderline: undefined,
      carriedFrom: undefined
    }
    draft.awards = [...draft.awards, { ...made, ...rest, moderated: true, standing: "stands" }]
  } else lastAward(draft, () => ({ level, standing: "stands" }))
  if (draft.stage === "withheld" || draft.stage === "revoked") draft.stage = "agreed"
}

/** Folds an event about appeals. */
export const foldAppeal = (draft: Draft, event: Recorded<BodyOf<(typeof appealEvents)[number]>>): void => {
  switch (event.type) {
    case "AppealLodged.v1": {
      const { against, lastDay } = event.data
      draft.afterwards = { ...draft.afterwards, appeal: { against, event: event.id, lastDay } }
      return
    }
    case "AppealDecided.v1": {
      if (event.data.outcome === "changed") change(draft, event)
      const { appealed } = draft.afterwards
      draft.afterwards = {
        ...draft.afterwards,
        appeal: undefined,
        second: undefined,
        appealed: new Set([...appealed, event.data.against])
      }
      return
    }
  }
}
