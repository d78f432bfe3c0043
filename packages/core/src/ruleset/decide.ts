// Publishing a rule set: what a version asks for never changes, whatever becomes of the defaults. Versions are the
// scheme's, one line of them: rule sets of different ids that say the same of themselves, as the presets do, are
// published side by side each under a version of its own.
import { Result } from "effect"
import { inForceWithNotice } from "../criteria/deciding/notice.ts"
import { AlreadyPublished, VersionIsWithdrawn } from "../criteria/version/standing.ts"
import { DatesOutOfOrder } from "../deciding/loop/answers.ts"
import { type FactRequest, handlerOf } from "../deciding/declaring/slice.ts"
import { rejection } from "../deciding/declaring/rejection.ts"
import { isCertainlyBefore } from "../vocabulary/index.ts"
import { PublishRuleSet, WithdrawRuleSet } from "./commands.ts"
import type { RuleSetEvent } from "./events.ts"
import { ruleSetFold, type RuleSetState } from "./fold.ts"

/** Refused: another rule set of the scheme has that version. */
export const RuleSetVersionTaken = rejection(
  "RuleSetVersionTaken",
  (d: { version: string; published: string; asked: string }) => [
    `The scheme's rule set ${d.version} is ${d.published} already, so that ${d.asked} cannot be called so too.`,
    "Publish it under a version of its own: say in `publishedAs` what schools will be enrolled with."
  ]
)

/** Refused: no such version of the rule set is published. */
export const RuleSetNotPublished = rejection("RuleSetNotPublished", (d: { version: string }) => [
  `No version ${d.version} of the scheme's rule set is published, so that none can be withdrawn.`,
  "Name one that is, as the scheme calls it (PublishRuleSet)."
])

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

const handleVersion = handlerOf<
  RuleSetState,
  { readonly scheme: string; readonly version: string },
  RuleSetEvent
>({
  fold: ruleSetFold,
  streamOf: ({ scheme, version }) => ruleSetStream(scheme, version),
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
      return Result.map(inForceWithNotice(data, today), (inForceFrom) => [
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
  }),
  handleVersion(WithdrawRuleSet, {
    decide: ({ data: { reason, version }, occurredOn }, { published, withdrawn }) => {
      if (published === undefined) return Result.fail(RuleSetNotPublished({ version }))
      if (withdrawn !== undefined) {
        return Result.fail(VersionIsWithdrawn({ what: "rule set", version, on: withdrawn.on }))
      }
      const { publishedOn } = published
      return isCertainlyBefore(occurredOn, publishedOn)
        ? Result.fail(DatesOutOfOrder({ occurredOn, follows: "its publication", on: publishedOn }))
        : Result.succeed([{ type: "RuleSetWithdrawn.v1", data: { reason } }])
    }
  })
]
