// What comes to a school after its award, and to which schools it comes: dealt by the seed, behind all that befalls them
// on their way, so that no journey is another for it. Moderation and appeals are not dealt: they follow from the rules.
import type { Urn } from "@lcqm/core"
import type { Chance } from "./telling/chance.ts"
import type { DealtSchool } from "./turns.ts"

/** What comes after an award. */
export type Aftermath = "evidence withdrawn" | "second judgement differs" | "renewal"

// To how many schools, of which cohorts. Who renews began early; what is reviewed is so before the story ends.
const dealings: ReadonlyArray<
  readonly [aftermath: Aftermath, schools: number, cohorts: ReadonlyArray<string>]
> = [
  ["renewal", 2, ["1"]],
  ["evidence withdrawn", 2, ["1", "2", "3"]],
  ["second judgement differs", 2, ["1", "2", "3"]]
]

/** Deals to some schools what comes after their award: to those whose work is well above none, that there is one. */
export const dealAftermaths = (
  dealt: ReadonlyArray<DealtSchool>,
  chance: Chance
): ReadonlyMap<Urn, Aftermath> => {
  const undealt = new Set(
    chance
      .shuffled(dealt)
      .filter(({ lot }) => lot.ending === "agreed" && lot.workingAt !== "bronze")
      .map(({ school }) => school)
  )
  const found = new Map<Urn, Aftermath>()
  for (const [aftermath, schools, cohorts] of dealings) {
    for (const school of [...undealt].filter(({ cohort }) => cohorts.includes(cohort)).slice(0, schools)) {
      found.set(school.urn, aftermath)
      undealt.delete(school)
    }
  }
  return found
}
