// What is judged: a level for a criterion, or that it does not apply to this school. The three judgement sets
// (self, assessor, agreed) have this one form.
import { Schema } from "effect"
import type { CriterionId } from "../../criteria/set/criteria-set.ts"
import { Level } from "../../vocabulary/level.ts"
import { longestText } from "../../vocabulary/text.ts"

/** A criterion set aside as not applicable, with the reason: the criteria are applied in the school's own setting. */
export const SetAside = Schema.Struct({
  setAside: Schema.String.check(
    Schema.isPattern(/\S/u, { expected: "a reason in words" }),
    Schema.isMaxLength(longestText, { expected: `a reason of at most ${longestText} characters` })
  )
}).annotate({ identifier: "SetAside", description: "Not applicable, and why." })
export type SetAside = typeof SetAside.Type

/** A level (`none` is one), or set aside. A criterion not yet judged has no judgement. */
export const Judgement = Schema.Union([Level, SetAside]).annotate({ identifier: "Judgement" })
export type Judgement = typeof Judgement.Type

/** Judgements by criterion id; a criterion that is absent is not yet judged. */
export type JudgementSet = Readonly<Record<CriterionId, Judgement>>

/** Whose judgements: the Champion's own, the external assessor's, or those both agreed at the visit. */
export type JudgementSetName = "self" | "assessor" | "agreed"

/**
 * Whether a judgement sets its criterion aside.
 * @example
 * ```ts
 * import { isSetAside } from "@lcqm/core"
 * isSetAside({ setAside: "no sixth form" }) // => true
 * isSetAside("none") // => false
 * ```
 */
export const isSetAside = (judgement: Judgement): judgement is SetAside => typeof judgement === "object"
