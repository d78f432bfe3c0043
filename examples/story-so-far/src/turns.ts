// What can befall a school on its way, and which schools it befalls: dealt by the seed, so that every story holds
// every turn at least once, and none that would make the state as at the page's own date differ from the page.
import type { Level } from "@lcqm/core"
import type { SyntheticSchool } from "./schools.ts"
import type { Chance } from "./telling/chance.ts"

// `sure`: to how many schools it is dealt for certain; `share`: to how many of a hundred of the others it befalls.
interface Dealing {
  readonly sure: number
  readonly share: number
  /** The cohorts whose schools it can befall; all where left out. */
  readonly cohorts?: ReadonlyArray<string>
}

type Dealt<Kind> = readonly [kind: Kind, dealing: Dealing]

// Nobody leaves or pauses in cohort 2 before the page's date, and in cohort 1 nobody leaves at all: the page counts
// all of them. What is dealt to the later cohorts comes after it.
const endings = [
  ["withdrawn", { sure: 2, share: 3, cohorts: ["3", "A", "B", "4"] }],
  ["deferred", { sure: 1, share: 2, cohorts: ["3", "A", "B", "4"] }],
  ["withheld", { sure: 1, share: 1 }],
  ["withheld after further work", { sure: 1, share: 1 }]
] as const satisfies ReadonlyArray<Dealt<string>>

const turns = [
  ["attendance gap", { sure: 2, share: 18 }],
  ["attendance corrected", { sure: 1, share: 3 }],
  ["Champion replaced", { sure: 1, share: 5 }],
  ["evidence withdrawn", { sure: 1, share: 8 }],
  ["evidence unassigned", { sure: 1, share: 8 }],
  // Only these have a training start, and so an evidence window.
  ["evidence out of window", { sure: 2, share: 15, cohorts: ["A", "B", "4"] }],
  ["evidence insufficient", { sure: 2, share: 25 }],
  ["set aside", { sure: 2, share: 15 }],
  ["set aside not shared", { sure: 1, share: 6 }],
  ["deferred and resumed", { sure: 1, share: 4, cohorts: ["1", "3", "A", "B", "4"] }],
  ["transferred", { sure: 1, share: 4, cohorts: ["2", "3", "B"] }],
  ["another level declared", { sure: 1, share: 6 }],
  ["self-assessment reopened", { sure: 1, share: 5 }],
  ["assessor not external", { sure: 2, share: 4 }],
  ["visit moved", { sure: 1, share: 12 }],
  ["visit cancelled", { sure: 1, share: 4 }],
  ["history moved on", { sure: 1, share: 3 }],
  ["below indicated", { sure: 1, share: 3 }],
  ["proposal declined", { sure: 2, share: 5 }],
  ["proposal withdrawn", { sure: 1, share: 4 }],
  ["further work", { sure: 2, share: 8 }]
] as const satisfies ReadonlyArray<Dealt<string>>

/** How a school's journey ends. */
export type Ending = "agreed" | (typeof endings)[number][0]

/** What befalls a school on its way. */
export type Turn = (typeof turns)[number][0]

/** What is dealt to a school. */
export interface Lot {
  readonly ending: Ending
  readonly turns: ReadonlySet<Turn>
  /** The level its work is at. */
  readonly workingAt: Level
  /** Its place among the visits of its cohort, from 0, and how many these are. */
  readonly place: number
  readonly of: number
}

/** A school and what is dealt to it. */
export interface DealtSchool {
  readonly school: SyntheticSchool
  readonly lot: Lot
}

const canBefall = ({ cohorts }: Dealing, { cohort }: SyntheticSchool): boolean =>
  cohorts === undefined || cohorts.includes(cohort)

/** Deals to every school what is to befall it. */
export const dealLots = (
  schools: ReadonlyArray<SyntheticSchool>,
  chance: Chance
): ReadonlyArray<DealtSchool> => {
  // What is certain comes first, to one school one thing, which nothing else then hinders. What can befall few
  // cohorts only goes before the rest.
  const certain = new Map<SyntheticSchool, Turn | Ending>()
  const undealt = new Set(chance.shuffled(schools))
  const all: ReadonlyArray<Dealt<Turn | Ending>> = [...endings, ...turns]
  const fewFirst = all.toSorted(
    ([, a], [, b]) => Number(a.cohorts === undefined) - Number(b.cohorts === undefined)
  )
  for (const [kind, dealing] of fewFirst) {
    const able = [...undealt].filter((school) => canBefall(dealing, school)).slice(0, dealing.sure)
    for (const school of able) {
      certain.set(school, kind)
      undealt.delete(school)
    }
  }

  const drawn = <Kind extends string>(
    table: ReadonlyArray<Dealt<Kind>>,
    school: SyntheticSchool
  ): ReadonlyArray<Kind> => {
    const sure = certain.get(school)
    return table
      .filter(([kind, dealing]) =>
        sure === undefined ? canBefall(dealing, school) && chance.happens(dealing.share) : kind === sure
      )
      .map(([kind]) => kind)
  }
  const levels = chance.shuffled(
    schools.map((_, index) => (["silver", "bronze", "silver", "gold"] as const)[index % 4] ?? "silver")
  )
  const queue = chance.shuffled(schools)
  return schools.map((school, index) => {
    const ending: Ending = drawn(endings, school)[0] ?? "agreed"
    const befalls = new Set(drawn(turns, school))
    const level = befalls.has("below indicated") ? "gold" : (levels[index] ?? "silver")
    const workingAt = ending.startsWith("withheld") ? "none" : level
    const inCohort = queue.filter(({ cohort }) => cohort === school.cohort)
    const place = inCohort.indexOf(school)
    return { school, lot: { ending, turns: befalls, workingAt, place, of: inCohort.length } }
  })
}
