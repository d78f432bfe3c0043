// The result of a case as files and the command line write it.
import type { CriterionId } from "../../criteria/set/criteria-set.ts"
import type { Level } from "../../vocabulary/level.ts"
import type { Indicated, ThemeAt } from "../deriving/derive.ts"
import type { AwardNode } from "../explanation/explanation.ts"
import type { LimiterName } from "../deriving/limiters.ts"

/** A result as files hold it. A key that has nothing to say is left out. */
export interface InterchangeResult {
  /** Null where the case is incomplete; `unjudged` then names what is missing. */
  readonly level: Level | null
  readonly complete: boolean
  /** A theme's level is null where it takes no part; in an incomplete case what is unjudged counts as none in it. */
  readonly themes: ReadonlyArray<ThemeAt>
  readonly unjudged?: ReadonlyArray<CriterionId>
  readonly advisedBy?: ReadonlyArray<LimiterName>
  readonly cappedBy?: ReadonlyArray<LimiterName>
  readonly blockedBy?: ReadonlyArray<LimiterName>
  readonly reasons?: AwardNode
}

/**
 * The result of a case in the form of the interchange; `reasons` (the explanation) only where one is given, and
 * what the limiters did only where one is the case. Source: design, "Interchange".
 * @example
 * ```ts
 * import { derive, presets, sampleCriteriaSet, toInterchange } from "@lcqm/core"
 * import { Result } from "effect"
 * const criteriaSet = { ...sampleCriteriaSet, themes: sampleCriteriaSet.themes.slice(0, 2) }
 * const indicated = derive({ criteriaSet, rule: presets["best-fit/1"], judgements: {} })
 * Result.isSuccess(indicated) && toInterchange(indicated.success).complete // => false
 * ```
 */
export const toInterchange = (indicated: Indicated, reasons?: AwardNode): InterchangeResult => {
  const { level, complete, themes, limits } = indicated
  return {
    level,
    complete,
    themes,
    ...(indicated.complete ? {} : { unjudged: indicated.unjudged }),
    ...(limits.advisedBy.length === 0 ? {} : { advisedBy: limits.advisedBy }),
    ...(limits.cappedBy.length === 0 ? {} : { cappedBy: limits.cappedBy }),
    ...(limits.blockedBy.length === 0 ? {} : { blockedBy: limits.blockedBy }),
    ...(reasons === undefined ? {} : { reasons })
  }
}
