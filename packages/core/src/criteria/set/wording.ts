// The texts of a criteria set: what the scheme publishes, so none of it is about a person.
import { Schema } from "effect"
import { longestIdentifier } from "../../vocabulary/identifiers.ts"
import { longestText, wellFormed } from "../../vocabulary/text.ts"

/** A title is a heading, read in a list: longer than this is a descriptor in the wrong place. */
export const longestTitle = 200

/** A text of at least one character; `what` names it in errors. */
export const wording = (what: string, longest: number) =>
  Schema.String.check(
    Schema.isMinLength(1, { expected: `${what} of at least one character` }),
    Schema.isMaxLength(longest, { expected: `${what} of at most ${longest} characters` }),
    wellFormed
  ).annotate({ holds: "scheme word" })

/** The id of a criterion, unique across its criteria set, as `leadership.champion`. */
export const CriterionId = wording("a criterion id", longestIdentifier).annotate({
  identifier: "CriterionId",
  holds: "identifier",
  description: "A criterion's id, unique across its criteria set."
})
export type CriterionId = typeof CriterionId.Type

/** The id of a theme, unique across its criteria set, as `leadership`. */
export const ThemeId = wording("a theme id", longestIdentifier).annotate({
  identifier: "ThemeId",
  holds: "identifier",
  description: "A theme's id, unique across its criteria set."
})
export type ThemeId = typeof ThemeId.Type

/** What a criterion looks like at each level of award, where the scheme describes it. */
export const Descriptors = Schema.Struct({
  bronze: Schema.optionalKey(wording("a descriptor", longestText)),
  silver: Schema.optionalKey(wording("a descriptor", longestText)),
  gold: Schema.optionalKey(wording("a descriptor", longestText))
}).annotate({ identifier: "Descriptors" })
export type Descriptors = typeof Descriptors.Type
