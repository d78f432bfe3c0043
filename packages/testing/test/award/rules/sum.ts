// A rule that adds weights up: a level is reached by so many points, whatever the points are of. What a criteria set
// weighs then decides the award.
import { type AwardCase, type Level, levels, rankOf } from "@lcqm/core"

const enough = 5

/** The highest level for which the criteria at or above it weigh enough. */
export const sum = ({ criteriaSet, judgements }: AwardCase): Level => {
  const weightAt = (level: Level): number =>
    criteriaSet.themes
      .flatMap(({ criteria }) => criteria)
      .reduce((weight, { id, weight: own }) => {
        const judged = judgements[id]
        return typeof judged === "string" && rankOf(judged) >= rankOf(level) ? weight + own : weight
      }, 0)
  return levels.findLast((level) => level !== "none" && weightAt(level) >= enough) ?? "none"
}
