// The search for a smallest counter-example: from a case that violates a law to one that still does, simpler by one
// thing, until nothing simpler does. What cannot be left out is what the counter-example is about.
import type { AwardCase } from "@lcqm/core"
import { renumbered } from "./case-changes.ts"
import type { Law, Violation } from "./law.ts"
import type { TestedRule } from "./rule-to-test.ts"
import { simplerCases, sizeOf } from "./simpler-cases.ts"
import { nothingMet, putLaw, trialOf } from "./trial.ts"

/** A slow rule must not keep its tester waiting: the search ends with what it has after so many putting to. */
const mostTries = 20_000

/** Whether one size is less than another. */
export const isSmaller = (a: ReadonlyArray<number>, b: ReadonlyArray<number>): boolean => {
  const at = a.findIndex((part, i) => part !== b[i])
  return at >= 0 && (a[at] ?? 0) < (b[at] ?? 0)
}

// What went wrong where the rule gave no answer at all: no simpler case of another kind stands for it.
const faultOf = ({ change: { kind } }: Violation): string | null =>
  kind === "threw" || kind === "no answer" ? kind : null

/** A violation and which of the cases it was found in. */
export interface Found {
  readonly index: number
  readonly violation: Violation
}

/** The simplest violation of the same law that is reached from one. */
export const smallestFrom = (law: Law, tested: TestedRule, found: Found, seed: number): Violation => {
  const trial = () => trialOf(found.index, seed, nothingMet([]))
  let triesLeft = mostTries
  const violationIn = (input: AwardCase, smallest: Violation): Violation | null => {
    triesLeft -= 1
    const violation = putLaw(law, tested, input, trial())
    const isSame = violation !== null && faultOf(violation) === faultOf(smallest)
    return isSame && isSmaller(sizeOf(violation.input), sizeOf(smallest.input)) ? violation : null
  }
  const simpler = (smallest: Violation): Violation | null => {
    for (const input of simplerCases(smallest.input, tested.rule === "any")) {
      if (triesLeft <= 0) return null
      const violation = violationIn(input, smallest)
      if (violation !== null) return violation
    }
    return null
  }
  let smallest = found.violation
  for (let next: Violation | null = smallest; next !== null; next = simpler(smallest)) smallest = next
  return putLaw(law, tested, renumbered(smallest.input), trial()) ?? smallest
}

/** The smallest of the simplest violations reached from several: one start alone may end in a corner. */
export const smallestOf = (
  law: Law,
  tested: TestedRule,
  found: readonly [Found, ...Array<Found>],
  seed: number
): Violation => {
  const [first, ...rest] = found
  return rest
    .map((each) => smallestFrom(law, tested, each, seed))
    .reduce(
      (best, next) => (isSmaller(sizeOf(next.input), sizeOf(best.input)) ? next : best),
      smallestFrom(law, tested, first, seed)
    )
}
