// Publishing a rule set: what a version asks for never changes, whatever becomes of the defaults.
import { Result, Schema } from "effect"
import { RuleSet } from "../award/rule/rule-set.ts"
import { AlreadyPublished, InForceBeforePublished, inForceAfterNotice } from "../criteria/decide.ts"
import { commandType } from "../deciding/command.ts"
import { type FactRequest, handlerOf } from "../deciding/slice.ts"
import { isCertainlyBefore, PartialDate, SchemeId } from "../vocabulary/index.ts"
import type { RuleSetEvent } from "./events.ts"
import { ruleSetFold, type RuleSetState } from "./fold.ts"

/** Publish a version of the scheme's rule set. */
export const PublishRuleSet = commandType("PublishRuleSet", "Publish a version of the scheme's rule set.", {
  scheme: SchemeId,
  ruleSet: RuleSet,
  publishedOn: PartialDate,
  /** Two months after publication where nothing is said. */
  inForceFrom: Schema.optionalKey(PartialDate)
})

/** The stream of one version of a scheme's rule set. */
export const ruleSetStream = (scheme: string, version: string): string => `ruleset-${scheme}-${version}`

/** The rule set as a fact of another decision. */
export const ruleSetFact = (scheme: string, version: string): FactRequest<RuleSetState> => ({
  stream: ruleSetStream(scheme, version),
  fold: ruleSetFold
})

interface Scope {
  readonly scheme: string
  readonly ruleSet: { readonly version: string }
}

const handle = handlerOf<RuleSetState, Scope, RuleSetEvent>({
  fold: ruleSetFold,
  streamOf: ({ ruleSet, scheme }) => ruleSetStream(scheme, ruleSet.version),
  rolesOf: () => []
})

/** How every command about a rule set is decided. */
export const ruleSetHandlers = [
  handle(PublishRuleSet, {
    decide: ({ data }, state, { digest, today }) => {
      const { publishedOn, ruleSet, scheme } = data
      if (state.published !== undefined) {
        return Result.fail(AlreadyPublished({ what: "rule set", version: ruleSet.version }))
      }
      const inForceFrom = data.inForceFrom ?? inForceAfterNotice(publishedOn, today)
      if (isCertainlyBefore(inForceFrom, publishedOn)) {
        return Result.fail(InForceBeforePublished({ publishedOn, inForceFrom }))
      }
      return Result.succeed([
        {
          type: "RuleSetPublished.v1",
          data: { scheme, ruleSet, hash: digest(ruleSet), publishedOn, inForceFrom }
        }
      ])
    }
  })
]
