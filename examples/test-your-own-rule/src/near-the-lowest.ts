// Third try: the middle of the themes, but no more than one level above the lowest of them, and nothing where a theme
// is empty.
import { type AwardCase, type Level, rankOf } from "@lcqm/core"
import { above, levelsOf, lowerOf, middleOf } from "./judged.ts"

const awardOf = (themes: ReadonlyArray<Level>): Level | null => {
  const sorted = themes.toSorted((a, b) => rankOf(a) - rankOf(b))
  const [lowest] = sorted
  const middle = middleOf(sorted)
  if (lowest === undefined || middle === null) return null
  return lowest === "none" ? "none" : lowerOf(middle, above(lowest))
}

/** The award, and the level of each theme: a law can then say which theme it is about. */
export const nearTheLowest = ({ criteriaSet, judgements }: AwardCase) => {
  const themes = criteriaSet.themes.map(({ criteria, id }) => ({
    id,
    level: middleOf(levelsOf(criteria, judgements))
  }))
  return { level: awardOf(themes.flatMap(({ level }) => level ?? [])), themes }
}

/** A stricter version of it: the lowest theme and no more. */
export const theLowest = ({ criteriaSet, judgements }: AwardCase): Level | null =>
  criteriaSet.themes
    .flatMap(({ criteria }) => middleOf(levelsOf(criteria, judgements)) ?? [])
    .reduce<Level | null>((lowest, level) => (lowest === null ? level : lowerOf(lowest, level)), null)
