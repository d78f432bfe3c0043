// Step 5: what limits an award whatever was judged. Each limiter is data of the rule; whether it is the case is
// a fact about the school or the visit, brought by the caller.
import type { Level, Rank } from "../../vocabulary/level.ts"
import { lowerOf, lowestRank } from "../rank.ts"
import type { LimiterAction, RuleSet } from "../rule/rule-set.ts"

/** What can limit an award: too few CPD sessions, a conflict of interest of the assessor, a closed school. */
export type LimiterName = keyof RuleSet["limiters"]

/** The limiters in the order they are reported. */
export const limiterNames: ReadonlyArray<LimiterName> = ["cpdShortfall", "conflictOfInterest", "schoolClosed"]

/** Which limiters are the case; one that is absent is not. */
export type LimiterFacts = { readonly [Name in LimiterName]?: boolean }

/** What the limiters that are the case did: advised, lowered the level by a cap, or blocked an award. */
export interface Limits {
  readonly advisedBy: ReadonlyArray<LimiterName>
  readonly cappedBy: ReadonlyArray<LimiterName>
  readonly blockedBy: ReadonlyArray<LimiterName>
  /** The lowest cap in force as a rank; 3 where there is none. */
  readonly cap: Rank
}

/** No limiter is the case. */
export const unlimited: Limits = { advisedBy: [], cappedBy: [], blockedBy: [], cap: 3 }

const capOf = (action: LimiterAction): Level | undefined =>
  typeof action === "object" ? action.cap : undefined

/**
 * What the limiters that are the case do. A cap lowers the level; a block leaves it, since it is still what the
 * judgements indicate, and forbids an award (`mayAgree` refuses).
 */
export const limitsOf = (limiters: RuleSet["limiters"], facts: LimiterFacts | undefined): Limits => {
  if (facts === undefined) return unlimited
  const inForce = limiterNames.filter((name) => facts[name] === true)
  const caps = inForce.flatMap((name) => capOf(limiters[name]) ?? [])
  return {
    advisedBy: inForce.filter((name) => limiters[name] === "advise"),
    cappedBy: inForce.filter((name) => capOf(limiters[name]) !== undefined),
    blockedBy: inForce.filter((name) => limiters[name] === "block"),
    cap: lowestRank(caps)
  }
}

/** A rank under the caps in force. */
export const underCap = (rank: Rank, { cap }: Pick<Limits, "cap">): Rank => lowerOf(rank, cap)
