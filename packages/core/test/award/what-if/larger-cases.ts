// Larger cases, drawn: three to six themes of up to four criteria, with weights, essential criteria, evidence and
// criteria set aside. The what-if's answer is compared with every raise of every theme, and every combination of them.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { expect } from "vitest"
import { type AwardCase, derive, type Upgrade, whatIf } from "../../../src/award/index.ts"
import { rankOf } from "../../../src/vocabulary/level.ts"
import { awardCase } from "../cases.ts"
import { levelByDefinition } from "../definition.ts"
import { raisesOfTheme, smallestRaises } from "./smallest-raises.ts"

// So few that it often stops at them.
const mostSets = 2

/** The case once the upgrades are made. */
export const upgraded = (input: AwardCase, set: ReadonlyArray<Upgrade>): AwardCase => ({
  ...input,
  judgements: {
    ...input.judgements,
    ...Object.fromEntries(set.map(({ criterion, to }) => [criterion, to]))
  },
  ...(input.evidence === undefined
    ? {}
    : {
        evidence: {
          ...input.evidence,
          ...Object.fromEntries(
            set
              .filter(({ moreEvidence }) => moreEvidence)
              .map(({ criterion }) => [criterion, input.rule.minEvidence])
          )
        }
      })
})

const textOf = (set: ReadonlyArray<Upgrade>): string =>
  set
    .map(({ criterion, to }) => `${criterion}=${to}`)
    .toSorted()
    .join(" ")

/** The classes of cases that a comparison is to reach. */
export const classes = ["reached already", "steps", "evidence steps", "set aside", "stopped", "all"] as const

/** Draws so many cases and compares each; fails with the smallest that differs, and tells the classes reached. */
export const compareDrawn = (numRuns: number, seed: number): Coverage => {
  const reached = new Coverage("cases", classes)
  fc.assert(
    fc.property(
      awardCase({ leastThemes: 3 }),
      fc.constantFrom("bronze", "silver", "gold"),
      (input, target) => {
        fc.pre(Result.isSuccess(derive(input)))
        const { criteriaSet, evidence, judgements, rule } = input
        const themes = criteriaSet.themes.flatMap((theme) => {
          const raises = raisesOfTheme(theme, rule, judgements, evidence)
          return raises === null ? [] : [raises]
        })
        const { count, criteria, steps } = smallestRaises(themes, rule, rankOf(target))
        const answer = Result.getOrThrow(whatIf(input, { target, mostSets }))
        expect({ steps: answer.steps, criteria: answer.criteria }).toEqual({ steps, criteria })
        expect([answer.sets.length, answer.all]).toEqual([Math.min(count, mostSets), count <= mostSets])
        expect(new Set(answer.sets.map(textOf)).size).toBe(answer.sets.length)
        for (const set of answer.sets) {
          const after = levelByDefinition(upgraded(input, set))?.level ?? "none"
          expect(rankOf(after)).toBeGreaterThanOrEqual(rankOf(target))
          expect([set.length, set.reduce((sum, one) => sum + one.steps, 0)]).toEqual([criteria, steps])
          if (set.some(({ moreEvidence }) => moreEvidence)) reached.count("evidence steps")
        }
        reached.count(steps === 0 ? "reached already" : "steps")
        reached.count(answer.all ? "all" : "stopped")
        if (Object.values(judgements).some((judgement) => typeof judgement === "object"))
          reached.count("set aside")
      }
    ),
    { numRuns, seed }
  )
  return reached
}
