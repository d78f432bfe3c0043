// Second try: the level in the middle, which is monotone.
import { type AwardCase, type Level, rankOf } from "@lcqm/core"
import { levelsOf, middleOf } from "./judged.ts"

/** The level in the middle of all criteria. */
export const inTheMiddle = ({ criteriaSet: { themes }, judgements }: AwardCase): Level | null =>
  middleOf(
    themes.flatMap(({ criteria }) => levelsOf(criteria, judgements)).toSorted((a, b) => rankOf(a) - rankOf(b))
  )
