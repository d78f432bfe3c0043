// What is known of one version of a scheme's rule set.
import type { RuleSet } from "../award/rule/rule-set.ts"
import type { Publication } from "../criteria/fold.ts"
import { foldOf } from "../deciding/fold.ts"
import { type RuleSetEvent, ruleSetEvents } from "./events.ts"

/** A rule set's life so far. */
export interface RuleSetState {
  readonly ruleSet: RuleSet | undefined
  readonly published: Publication | undefined
}

type Draft = { -readonly [Key in keyof RuleSetState]: RuleSetState[Key] }

/** Folds a rule set's stream. */
export const ruleSetFold = foldOf<RuleSetState, Draft, RuleSetEvent>({
  types: ruleSetEvents,
  initial: { ruleSet: undefined, published: undefined },
  thaw: ({ published, ruleSet }) => ({ ruleSet, published }),
  apply: (draft, { data: { hash, inForceFrom, publishedOn, ruleSet } }) => {
    draft.ruleSet = ruleSet
    draft.published = { hash, publishedOn, inForceFrom }
  }
})
