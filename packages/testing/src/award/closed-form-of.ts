// Step 4 of the award rule once more, as a formula: what the definition is compared with.
import { type Level, rankOf, type RuleSet } from "@lcqm/core"
import { levelAt } from "./case-changes.ts"

/**
 * The award of a rule set's step 4 in closed form, themes sorted ascending s0 ≤ s1 ≤ …: none if s0 is none and the
 * floor is Bronze, else min(s at `allowBelow`, s0 + `themeGap`); where fewer themes take part, the highest of them.
 * For the defaults that is min(s1, s0 + 1). Source: design, "Award rules", step 4.
 * @example
 * ```ts
 * import { presets } from "@lcqm/core"
 * import { closedFormOf } from "@lcqm/testing/award"
 * const themes = ["gold", "gold", "gold", "gold", "gold", "bronze"] as const
 * closedFormOf(themes, presets["best-fit/1"]) // => "silver"
 * closedFormOf(themes, presets["six-of-seven-style/1"]) // => "gold"
 * ```
 */
export const closedFormOf = (
  themeLevels: ReadonlyArray<Level>,
  { absoluteFloor, allowBelow, themeGap }: Pick<RuleSet, "absoluteFloor" | "allowBelow" | "themeGap">
): Level => {
  const sorted = themeLevels.map(rankOf).toSorted((a, b) => a - b)
  const lowest = sorted[0] ?? 0
  if (lowest === 0 && absoluteFloor === "bronze") return "none"
  const atLevel = sorted[Math.min(allowBelow, sorted.length - 1)] ?? 0
  return levelAt(Math.min(atLevel, lowest + themeGap))
}
