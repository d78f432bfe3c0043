// Law 1. Who does better is never worse off. Single steps suffice: what many steps lower, one of them lowers.
import { type AwardCase, rankOf } from "@lcqm/core"
import { criteriaIn, itemsOf, judgedLevel, levelAt, withItems, withJudgement } from "../case-changes.ts"
import { type Change, type Law, nothingLacking, type Violation } from "../law.ts"
import type { JudgedAt } from "../answer-given.ts"
import { award, counted, titleOf } from "../wording.ts"

const raisingRaised = "raising a judgement raised the award"
const evidenceRaised = "more evidence raised the award"

type Step = Extract<Change, { kind: "criterion raised" | "evidence added" }>

// Every single step up: one criterion one level up, or one more item of evidence where it may matter.
function* steps(input: AwardCase): Iterable<readonly [Step, AwardCase]> {
  for (const { id } of criteriaIn(input)) {
    const from = judgedLevel(input, id)
    if (from !== undefined && from !== "gold") {
      const to = levelAt(rankOf(from) + 1)
      yield [{ kind: "criterion raised", criterion: id, from, to }, withJudgement(input, id, to)]
    }
    if (input.evidence !== undefined) {
      const items = itemsOf(input, id)
      if (items <= input.rule.minEvidence) {
        const added = withItems(input, id, items + 1)
        yield [{ kind: "evidence added", criterion: id, from: items, to: items + 1 }, added]
      }
    }
  }
}

const fallen = (before: JudgedAt, after: JudgedAt): Violation["theme"] => {
  for (const { id, level } of before.themes ?? []) {
    const now = after.themes?.find((theme) => theme.id === id)?.level ?? null
    if (level !== null && now !== null && rankOf(now) < rankOf(level))
      return { id, before: level, after: now }
  }
  return null
}

const done = (input: AwardCase, step: Step): string => {
  const criterion = titleOf(input, step.criterion)
  return step.kind === "criterion raised"
    ? `${criterion} is raised from ${award(step.from)} to ${award(step.to)}.`
    : `${criterion} gets more evidence: ${step.from}, then ${counted(step.to, "item", "items")}.`
}

/**
 * Law 1: raising a judgement, or adding accepted evidence, never lowers a theme or the award.
 * @example
 * ```ts
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { monotone, violationOf } from "@lcqm/testing/award"
 * import { derive } from "@lcqm/core"
 * import fc from "fast-check"
 * fc.sample(anyAwardCase(), { seed: 1, numRuns: 50 }).every((input) => violationOf(monotone, { derive }, input) === null) // => true
 * ```
 */
export const monotone: Law = {
  number: 1,
  name: "monotone",
  promise: "Raising a judgement, or adding accepted evidence, never lowers a theme or the award.",
  lacks: nothingLacking,
  toMeet: ({ evidence }) => [raisingRaised, ...(evidence ? [evidenceRaised] : [])],
  put: (tested, input, trial) => {
    const before = tested.answer(input)
    if (before === null) return null
    trial.reached(before.level)
    for (const [change, better] of steps(input)) {
      const after = tested.answer(better)
      if (after === null) continue
      const rise = rankOf(after.level) - rankOf(before.level)
      const theme = fallen(before, after)
      if (rise > 0) trial.met(change.kind === "criterion raised" ? raisingRaised : evidenceRaised)
      if (rise >= 0 && theme === null) continue
      const fall =
        rise < 0
          ? [`The award was ${award(before.level)} and is now ${award(after.level)}: it fell.`]
          : [
              `${titleOf(input, theme?.id ?? "")} was at ${award(theme?.before ?? null)} and is now at ${award(theme?.after ?? null)}: it fell.`
            ]
      const told = [done(input, change), ...fall]
      return { input, change, before: before.level, after: after.level, theme: rise < 0 ? null : theme, told }
    }
    return null
  }
}
