// Another: the average of the criteria's levels, rounded down. It lets Gold pay for an empty theme.
import { type AwardCase, isSetAside, type Level, levels, rankOf } from "@lcqm/core"

export const mean = ({ judgements }: Pick<AwardCase, "judgements">): Level => {
  const ranks = Object.values(judgements).flatMap((judgement) =>
    isSetAside(judgement) ? [] : rankOf(judgement)
  )
  const total = ranks.reduce<number>((sum, rank) => sum + rank, 0)
  return levels[Math.floor(total / ranks.length)] ?? "none"
}
