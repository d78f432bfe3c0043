// A rule that many would think of first, and that is wrong: the level that most criteria have. Where two are met as
// often it takes the lower.
import { type AwardCase, isSetAside, type Level, levels } from "@lcqm/core"

export const mode = ({ judgements }: Pick<AwardCase, "judgements">): Level => {
  const judged = Object.values(judgements).flatMap((judgement) => (isSetAside(judgement) ? [] : judgement))
  const often = (level: Level): number => judged.filter((each) => each === level).length
  return levels.reduce((best, level) => (often(level) > often(best) ? level : best))
}
