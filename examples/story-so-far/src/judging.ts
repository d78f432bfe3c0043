// What the school, the assessor and both together think of each criterion, made up around the level the school
// works at. What the rule makes of it is not decided here: the story asks.
import { type Level, levelOf, type Rank, rankOf, sampleCriteriaSet } from "@lcqm/core"
import type { Chance } from "./telling/chance.ts"
import type { Lot } from "./turns.ts"

/** A level, or that the criterion does not apply. */
export type Opinion = Level | "set aside"

/** What is thought of a criterion. */
export interface Opinions {
  readonly self: Opinion
  readonly assessor: Opinion
  /** Set aside only where both set it aside. */
  readonly agreed: Opinion
}

/** The criteria of the sample set, in order. */
export const allCriteria: ReadonlyArray<string> = sampleCriteriaSet.themes.flatMap(({ criteria }) =>
  criteria.map(({ id }) => id)
)

const bounded = (rank: number): Rank => (rank <= 0 ? 0 : rank === 1 ? 1 : rank === 2 ? 2 : 3)

// Two criteria of a theme are at the theme's level, so that it is the theme's by any majority; the third is near.
const ranksOfTheme = (rank: Rank, chance: Chance): ReadonlyArray<Rank> =>
  chance.shuffled([rank, rank, bounded(rank + chance.int(-1, 1))])

const leaning = (rank: Rank, chance: Chance, higher: number, lower: number): Rank =>
  chance.happens(higher) ? bounded(rank + 1) : chance.happens(lower) ? bounded(rank - 1) : rank

/** What is thought of each criterion of the sample set, by criterion id. */
export const opinionsOf = ({ turns, workingAt }: Lot, chance: Chance): Map<string, Opinions> => {
  const rank = rankOf(workingAt)
  const { themes } = sampleCriteriaSet
  // One theme may be weaker, and up to two stronger: best fit still finds the level.
  const [weaker, stronger, another] = chance.shuffled(themes.map(({ id }) => id))
  const isWeaker = rank > 1 && chance.happens(40)
  const ranks = new Map(
    themes.flatMap(({ criteria, id }) => {
      const ofTheme =
        id === weaker && isWeaker
          ? rank - 1
          : id === stronger || (id === another && chance.happens(50))
            ? rank + 1
            : rank
      const found = ranksOfTheme(bounded(ofTheme), chance)
      return criteria.map((criterion, index) => [criterion.id, found[index] ?? rank] as const)
    })
  )
  const opinions = new Map(
    Array.from(ranks, ([criterion, truth]): [string, Opinions] => [
      criterion,
      {
        // Schools lean to the generous side, assessors to neither.
        self: levelOf(leaning(truth, chance, 18, 6)),
        assessor: levelOf(leaning(truth, chance, 4, 5)),
        agreed: levelOf(truth)
      }
    ])
  )
  // At most one of a theme: more the rule does not permit.
  const [shared, claimed] = chance
    .shuffled(themes)
    .map(({ criteria }) => criteria[chance.int(0, criteria.length - 1)])
  if (turns.has("set aside") && shared !== undefined) {
    opinions.set(shared.id, { self: "set aside", assessor: "set aside", agreed: "set aside" })
  }
  const truth = opinions.get(claimed?.id ?? "")
  if (turns.has("set aside not shared") && claimed !== undefined && truth !== undefined) {
    opinions.set(claimed.id, { self: "set aside", assessor: truth.agreed, agreed: truth.agreed })
  }
  return opinions
}
