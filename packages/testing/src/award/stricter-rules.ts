// Rule sets that differ from one by a single stricter parameter. Such a rule must never give a higher award.
import { mostEvidence, type RuleSet } from "@lcqm/core"

/** The parameters of a rule set that make an award harder to reach, or easier. */
export const strictable = [
  "themeMajority",
  "criterionGap",
  "allowBelow",
  "themeGap",
  "absoluteFloor",
  "minEvidence"
] as const

/** A rule set made stricter in one parameter; `name` is the parameter and its new value. */
export interface StricterRule {
  readonly parameter: (typeof strictable)[number]
  readonly name: string
  readonly rule: RuleSet
}

type Share = RuleSet["themeMajority"]

// Whether what satisfies one majority always satisfies the other, and not the other way round.
const asksMore = (one: Share, other: Share): boolean => {
  const difference = one.num * other.den - other.num * one.den
  return difference > 0 || (difference === 0 && one.strict && !other.strict)
}

const majorities: ReadonlyArray<Share> = [
  { num: 2, den: 3, strict: false },
  { num: 1, den: 1, strict: false }
]

/**
 * The stricter versions of a rule set: a larger majority, a smaller gap, fewer themes below, a floor, more evidence.
 * A parameter that is at its strictest gives none.
 * @example
 * ```ts
 * import { presets } from "@lcqm/core"
 * import { stricterRules } from "@lcqm/testing/award"
 * stricterRules(presets["secure-fit/1"]).map(({ name }) => name) // => ["minEvidence 2"]
 * stricterRules(presets["best-fit/1"]).some(({ rule }) => rule.criterionGap === 1) // => true
 * ```
 */
export const stricterRules = (rule: RuleSet): ReadonlyArray<StricterRule> => {
  const made = (value: string, changed: Partial<RuleSet>, parameter: StricterRule["parameter"]) => ({
    parameter,
    name: `${parameter} ${value}`,
    rule: { ...rule, ...changed, version: "stricter" }
  })
  const oneLess = (parameter: "criterionGap" | "allowBelow" | "themeGap") =>
    rule[parameter] > 0
      ? [made(`${rule[parameter] - 1}`, { [parameter]: rule[parameter] - 1 }, parameter)]
      : []
  return [
    ...majorities
      .filter((share) => asksMore(share, rule.themeMajority))
      .map((share) => made(`${share.num}/${share.den}`, { themeMajority: share }, "themeMajority")),
    ...oneLess("criterionGap"),
    ...oneLess("allowBelow"),
    ...oneLess("themeGap"),
    ...(rule.absoluteFloor === "none" ? [made("bronze", { absoluteFloor: "bronze" }, "absoluteFloor")] : []),
    ...(rule.minEvidence < mostEvidence
      ? [made(`${rule.minEvidence + 1}`, { minEvidence: rule.minEvidence + 1 }, "minEvidence")]
      : [])
  ]
}
