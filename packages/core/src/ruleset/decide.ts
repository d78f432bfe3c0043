// Publishing a rule set: what a version asks for never changes, whatever becomes of the defaults. Versions are the
// scheme's, one line of them: rule sets of different ids that say the same of themselves, as the presets do, are
// published side by side each under a version of its own.
import { Result, Schema } from "effect"
import { RuleSet } from "../award/rule/rule-set.ts"
import { AlreadyPublished, InForceBeforePublished, inForceAfterNotice } from "../criteria/decide.ts"
import { commandType } from "../deciding/command.ts"
import { type FactRequest, handlerOf } from "../deciding/slice.ts"
import { rejection } from "../deciding/rejection.ts"
import { isCertainlyBefore, PartialDate, SchemeId, Version } from "../vocabulary/index.ts"
import type { RuleSetEvent } from "./events.ts"
import { ruleSetFold, type RuleSetState } from "./fold.ts"

/** Publish a version of the scheme's rule set. */
export const PublishRuleSet = commandType("PublishRuleSet", "Publish a version of the scheme's rule set.", {
  scheme: SchemeId,
  ruleSet: RuleSet,
  /** What the scheme calls it, and enrolments pin; the rule set's own version where nothing is said. */
  publishedAs: Schema.optionalKey(Version),
  publishedOn: PartialDate,
  /** Two months after publication where nothing is said. */
  inForceFrom: Schema.optionalKey(PartialDate)
})

/** Refused: another rule set of the scheme has that version. */
export const RuleSetVersionTaken = rejection(
  "RuleSetVersionTaken",
  (d: { version: string; published: string; asked: string }) => [
    `The scheme's rule set ${d.version} is ${d.published} already, so that ${d.asked} cannot be called so too.`,
    "Publish it under a version of its own: say in `publishedAs` what schools will be enrolled with."
  ]
)

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
  readonly publishedAs?: string
}

/** The version a rule set is published under: the scheme's, or else its own. */
export const versionPublished = ({ publishedAs, ruleSet }: Omit<Scope, "scheme">): string =>
  publishedAs ?? ruleSet.version

const handle = handlerOf<RuleSetState, Scope, RuleSetEvent>({
  fold: ruleSetFold,
  streamOf: (data) => ruleSetStream(data.scheme, versionPublished(data)),
  rolesOf: () => []
})

/** How every command about a rule set is decided. */
export const ruleSetHandlers = [
  handle(PublishRuleSet, {
    decide: ({ data }, state, { digest, today }) => {
      const { publishedAs, publishedOn, ruleSet, scheme } = data
      if (state.ruleSet !== undefined) {
        const version = versionPublished(data)
        return Result.fail(
          state.ruleSet.id === ruleSet.id
            ? AlreadyPublished({ what: "rule set", version })
            : RuleSetVersionTaken({ version, published: state.ruleSet.id, asked: ruleSet.id })
        )
      }
      const inForceFrom = data.inForceFrom ?? inForceAfterNotice(publishedOn, today)
      if (isCertainlyBefore(inForceFrom, publishedOn)) {
        return Result.fail(InForceBeforePublished({ publishedOn, inForceFrom }))
      }
      return Result.succeed([
        {
          type: "RuleSetPublished.v1",
          data: {
            scheme,
            ruleSet,
            ...(publishedAs === undefined ? {} : { publishedAs }),
            hash: digest(ruleSet),
            publishedOn,
            inForceFrom
          }
        }
      ])
    }
  })
]
