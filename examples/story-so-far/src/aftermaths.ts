// What comes to a school after the decision, and to which schools it comes: dealt by the seed, behind all that befalls
// them on their way, so that no journey is another for it. Moderation, and appeals in vain, are not dealt: they follow.
import type { Urn } from "@lcqm/core"
import type { Chance } from "./telling/chance.ts"
import type { DealtSchool, Lot } from "./turns.ts"

/** What comes after a decision. */
export type Aftermath =
  | "evidence withdrawn"
  | "second judgement differs"
  | "renewal"
  | "award raised on appeal"
  | "award given on appeal"

interface Dealing {
  readonly schools: number
  /** The cohorts to whose schools it comes; all where left out. */
  readonly cohorts?: ReadonlyArray<string>
  readonly among: (lot: Lot) => boolean
}

// Those whose work is well above none, so that there is an award.
const wellAboveNone = ({ ending, workingAt }: Lot): boolean => ending === "agreed" && workingAt !== "bronze"

// Who renews began early; what is reviewed is so before the story ends. What is raised is below Gold.
const dealings: ReadonlyArray<readonly [aftermath: Aftermath, dealing: Dealing]> = [
  ["renewal", { schools: 2, cohorts: ["1"], among: wellAboveNone }],
  ["evidence withdrawn", { schools: 2, cohorts: ["1", "2", "3"], among: wellAboveNone }],
  ["second judgement differs", { schools: 2, cohorts: ["1", "2", "3"], among: wellAboveNone }],
  [
    "award raised on appeal",
    { schools: 1, among: (lot) => wellAboveNone(lot) && lot.workingAt === "silver" }
  ],
  ["award given on appeal", { schools: 1, among: ({ ending }) => ending === "withheld after further work" }]
]

/** Deals to some schools what comes after the decision. */
export const dealAftermaths = (
  dealt: ReadonlyArray<DealtSchool>,
  chance: Chance
): ReadonlyMap<Urn, Aftermath> => {
  const undealt = new Set(chance.shuffled(dealt))
  const found = new Map<Urn, Aftermath>()
  for (const [aftermath, { among, cohorts, schools }] of dealings) {
    const able = [...undealt].filter(
      ({ lot, school }) => among(lot) && (cohorts === undefined || cohorts.includes(school.cohort))
    )
    for (const each of able.slice(0, schools)) {
      found.set(each.school.urn, aftermath)
      undealt.delete(each)
    }
  }
  return found
}
