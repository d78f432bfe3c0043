// How a criterion is judged by a move: at its level, or set aside where that was drawn.
import type { LcqmCommand } from "@lcqm/core"
import type { AtSchool } from "./move.ts"

/** A judgement as commands carry it. */
export type Judging = Extract<LcqmCommand, { type: "AssessCriterion" }>["data"]["judgement"]

/** At the move's level. */
export const atLevel = ({ level }: AtSchool): Judging => ({ level })

/** What the move would judge, best first: whether the rule permits setting aside is the rehearsal's to say. */
export const judgings = (at: AtSchool): ReadonlyArray<Judging> =>
  at.move.setAside ? [{ setAside: at.move.text }, atLevel(at)] : [atLevel(at)]

/** The same as somebody judged before; at the move's level where nobody has. */
export const asJudged = (at: AtSchool, before: AtSchool["state"]["self"], criterion: string): Judging => {
  const judgement = before.get(criterion)?.judgement
  if (judgement === undefined) return atLevel(at)
  return judgement === "set aside" ? { setAside: at.move.text } : { level: judgement }
}
