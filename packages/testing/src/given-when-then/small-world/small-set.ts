// Criteria and a rule small enough to think through: two themes of two criteria each, at most one of the two
// set aside. Written for this library; no scheme publishes these.
import { type CriteriaSet, presets, type RuleSet } from "@lcqm/core"

const criterion = (id: string, title: string) => ({ id, title, weight: 1, essential: false })

/**
 * Two themes of two criteria.
 * @example
 * ```ts
 * import { smallCriteriaSet } from "@lcqm/testing/given-when-then"
 * smallCriteriaSet.themes.map(({ id }) => id) // => ["leadership", "families"]
 * ```
 */
export const smallCriteriaSet: CriteriaSet = {
  id: "small",
  version: "small.1",
  title: "A small criteria set for stories",
  notice: "illustrative, not the LCQM criteria",
  themes: [
    {
      id: "leadership",
      title: "Leadership and management",
      criteria: [
        criterion("leadership.champion", "A Champion with standing"),
        criterion("leadership.plan", "Attitudes in the school's plans")
      ]
    },
    {
      id: "families",
      title: "Family, community and business",
      criteria: [
        criterion("families.events", "Families do mathematics at school"),
        criterion("families.homework", "Homework that families enjoy")
      ]
    }
  ]
}

/**
 * `best-fit/1`, but that one of a theme's two criteria may be set aside.
 * @example
 * ```ts
 * import { smallRuleSet } from "@lcqm/testing/given-when-then"
 * smallRuleSet.setAsideCap // => { num: 1, den: 2 }
 * ```
 */
export const smallRuleSet: RuleSet = { ...presets["best-fit/1"], setAsideCap: { num: 1, den: 2 } }
