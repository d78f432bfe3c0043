// What the three rules have in common: the levels of the criteria that apply.
import { isSetAside, type JudgementSet, type Level, levels, rankOf, type Theme } from "@lcqm/core"

/** The levels of some criteria, without those set aside, lowest first. */
export const levelsOf = (
  criteria: ReadonlyArray<Theme["criteria"][number]>,
  judgements: JudgementSet
): ReadonlyArray<Level> =>
  criteria
    .flatMap(({ id }) => {
      const judgement = judgements[id] ?? "none"
      return isSetAside(judgement) ? [] : judgement
    })
    .toSorted((a, b) => rankOf(a) - rankOf(b))

/** The one in the middle of some levels, lowest first; of two, the lower. */
export const middleOf = (sorted: ReadonlyArray<Level>): Level | null =>
  sorted[Math.floor((sorted.length - 1) / 2)] ?? null

/** The lower of two levels. */
export const lowerOf = (a: Level, b: Level): Level => (rankOf(a) < rankOf(b) ? a : b)

/** The level above. */
export const above = (level: Level): Level => levels[rankOf(level) + 1] ?? "gold"
