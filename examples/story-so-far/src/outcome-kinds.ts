// Every kind of outcome that a story holds: what its tests look for, and what the demo can print.

/** No outcome yet, of any kind. */
export const noOutcomes = {
  "agreed at Bronze": 0,
  "agreed at Silver": 0,
  "agreed at Gold": 0,
  "agreed after further work": 0,
  "agreed after a declined proposal": 0,
  "agreed after a withdrawn proposal": 0,
  "agreed below the indicated level": 0,
  withheld: 0,
  "withheld after further work": 0,
  withdrawn: 0,
  "deferred and resumed": 0,
  "deferred and not resumed": 0,
  transferred: 0,
  "judgement agreed though opinions differed": 0,
  "criterion set aside by both": 0,
  "criterion set aside by the school only": 0,
  "evidence insufficient": 0,
  "evidence withdrawn": 0,
  "evidence taken from a criterion": 0,
  "evidence out of its window": 0,
  "CPD shortfall advised": 0,
  "CPD attendance corrected": 0,
  "CPD session moved": 0,
  "CPD session called off": 0,
  "Champion replaced": 0,
  "other level declared than indicated": 0,
  "self-assessment reopened": 0,
  "visit moved": 0,
  "visit cancelled and arranged again": 0,
  "assessor not external, another asked": 0,
  "an assessor's first assessment moderated": 0,
  "an assessor's tenth assessment moderated": 0,
  "borderline award moderated": 0,
  "second judgement differed": 0,
  "decision confirmed on appeal": 0,
  "award given on appeal": 0,
  "award raised on appeal": 0,
  "review opened and closed": 0,
  "evidence carried forward": 0,
  "award renewed": 0
}

/** A kind of outcome. */
export type OutcomeKind = keyof typeof noOutcomes

/** How often each kind of outcome came about. */
export type OutcomeCounts = Readonly<Record<OutcomeKind, number>>

const isKind = (text: string): text is OutcomeKind => text in noOutcomes

/**
 * Every kind of outcome that each story holds at least once.
 * @example
 * ```ts
 * import { outcomeKinds } from "@lcqm/story-so-far"
 * outcomeKinds.slice(0, 3) // => ["agreed at Bronze", "agreed at Silver", "agreed at Gold"]
 * ```
 */
export const outcomeKinds: ReadonlyArray<OutcomeKind> = Object.keys(noOutcomes).filter(isKind)
