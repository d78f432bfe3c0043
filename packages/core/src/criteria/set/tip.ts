// Top tips: what anyone can do from the first day. They belong to a criteria set and are judged by nothing.
// Source: the scheme's text, "Making a difference from day one: top tips".
import { Schema } from "effect"
import { longestIdentifier } from "../../vocabulary/identifiers.ts"
import { longestTitle, wording } from "./wording.ts"

/** A tip is a sentence or two, read on a poster. */
export const longestTip = 500

/** More tips than anyone remembers; few enough to stand in one event. */
export const mostTips = 20

/** A top tip, and where what it says is from, where that is elsewhere. */
export const Tip = Schema.Struct({
  id: wording("a tip's id", longestIdentifier).annotate({ holds: "identifier" }),
  tip: wording("a tip", longestTip),
  source: Schema.optionalKey(wording("a source", longestTitle))
}).annotate({ identifier: "Tip", description: "A top tip, and where what it says is from." })
export type Tip = typeof Tip.Type

/** The tips of a criteria set, in their order. */
export const Tips = Schema.Array(Tip).check(
  Schema.isMaxLength(mostTips, { expected: `at most ${mostTips} tips` })
)
