// A case is borderline where one criterion, judged one level otherwise, would make another award of it. Such an award
// is moderated: our reading of "borderline", as the scheme does not say.
import { Result } from "effect"
import { isSetAside, type JudgementSet } from "../../award/case/judgement.ts"
import { type AwardCase, derive } from "../../award/deriving/derive.ts"
import { levels, rankOf } from "../../vocabulary/index.ts"

const levelBy = (put: AwardCase, judgements: JudgementSet): string | undefined => {
  const derived = derive({ ...put, judgements })
  return Result.isSuccess(derived) && derived.success.complete ? derived.success.level : undefined
}

/** The first criterion on which alone the indicated level hangs; undefined where there is none. */
export const borderlineBy = (put: AwardCase): string | undefined => {
  const level = levelBy(put, put.judgements)
  const judged = Object.entries(put.judgements).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return judged.find(([criterion, judgement]) => {
    if (isSetAside(judgement)) return false
    return levels
      .filter((other) => Math.abs(rankOf(other) - rankOf(judgement)) === 1)
      .some((other) => levelBy(put, { ...put.judgements, [criterion]: other }) !== level)
  })?.[0]
}
