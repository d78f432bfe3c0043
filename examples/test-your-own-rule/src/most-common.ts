// First try: the level that most criteria are at.
import { type AwardCase, type Level, levels } from "@lcqm/core"
import { levelsOf } from "./judged.ts"

/** The level most criteria are at; where two are met as often, the lower. */
export const mostCommon = ({ criteriaSet: { themes }, judgements }: AwardCase): Level | null => {
  const judged = themes.flatMap(({ criteria }) => levelsOf(criteria, judgements))
  const often = (level: Level): number => judged.filter((each) => each === level).length
  return judged.length === 0
    ? null
    : levels.reduce((best, level) => (often(level) > often(best) ? level : best))
}
