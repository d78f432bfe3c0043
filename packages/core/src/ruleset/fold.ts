// What is known of one version of a scheme's rule set.
import type { RuleSet } from "../award/rule/rule-set.ts"
import type { Publication } from "../criteria/deciding/notice.ts"
import type { Withdrawal } from "../criteria/version/state.ts"
import { foldOf } from "../deciding/declaring/fold.ts"
import { type RuleSetEvent, ruleSetEvents } from "./events.ts"

/** A rule set's life so far. */
export interface RuleSetState {
  readonly ruleSet: RuleSet | undefined
  readonly published: Publication | undefined
  readonly withdrawn: Withdrawal | undefined
}

type Draft = { -readonly [Key in keyof RuleSetState]: RuleSetState[Key] }

/** Folds a rule set's stream. */
export const ruleSetFold = foldOf<RuleSetState, Draft, RuleSetEvent>({
  types: ruleSetEvents,
  initial: { ruleSet: undefined, published: undefined, withdrawn: undefined },
  thaw: ({ published, ruleSet, withdrawn }) => ({ ruleSet, published, withdrawn }),
  apply: (draft, { data, metadata, type }) => {
    switch (type) {
      case "RuleSetPublished.v1": {
        const { hash, inForceFrom, publishedOn, ruleSet } = data
        draft.ruleSet = ruleSet
        draft.published = { hash, publishedOn, inForceFrom }
        return
      }
      case "RuleSetWithdrawn.v1":
        draft.withdrawn = { on: metadata.occurredOn }
        return
    }
  }
})
