// Where two answers that a law says are the same are not.
import type { AwardCase } from "@lcqm/core"
import type { Violation } from "./law.ts"
import type { JudgedAt } from "./answer-given.ts"
import { award, titleOf } from "./wording.ts"

/** What of a violation a difference gives. */
export type Difference = Pick<Violation, "before" | "after" | "theme" | "told">

/** The difference of two answers, in the award or else in a theme that both tell; null where there is none. */
export const differenceBetween = (input: AwardCase, before: JudgedAt, after: JudgedAt): Difference | null => {
  const levels = { before: before.level, after: after.level }
  if (before.level !== after.level) {
    const told = [`The award was ${award(before.level)} and is now ${award(after.level)}.`]
    return { ...levels, theme: null, told }
  }
  for (const { id, level } of before.themes ?? []) {
    const now = after.themes?.find((theme) => theme.id === id)
    if (now !== undefined && now.level !== level) {
      const told = [`${titleOf(input, id)} was at ${award(level)} and is now at ${award(now.level)}.`]
      return { ...levels, theme: { id, before: level, after: now.level }, told }
    }
  }
  return null
}
