// The eleven laws in their order. Source: design, "Award rules", "Laws".
import type { Law, LawName } from "../law.ts"
import { bounds } from "./bounds.ts"
import { closedForm } from "./closed-form.ts"
import { levelFromLeaves } from "./level-from-leaves.ts"
import { monotone } from "./monotone.ts"
import { notApplicableIsRemoved } from "./not-applicable-is-removed.ts"
import { orderIrrelevant } from "./order-irrelevant.ts"
import { stricterNeverHigher } from "./stricter-never-higher.ts"
import { unanimity } from "./unanimity.ts"
import { unchangedByLaterRules } from "./unchanged-by-later-rules.ts"
import { weightScaling } from "./weight-scaling.ts"
import { whatIfSoundAndMinimal } from "./what-if-sound-and-minimal.ts"

/**
 * The eleven laws by name, in their order.
 * @example
 * ```ts
 * import { awardLaws } from "@lcqm/testing/award"
 * Object.values(awardLaws).map(({ number }) => number) // => [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]
 * awardLaws.weightScaling.promise // => "Scaling all weights changes nothing."
 * ```
 */
export const awardLaws: Readonly<Record<LawName, Law>> = {
  monotone,
  unanimity,
  bounds,
  orderIrrelevant,
  weightScaling,
  closedForm,
  notApplicableIsRemoved,
  whatIfSoundAndMinimal,
  stricterNeverHigher,
  levelFromLeaves,
  unchangedByLaterRules
}
