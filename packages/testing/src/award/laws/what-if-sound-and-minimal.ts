// Law 8. "Raise these two" must be enough, and one of them must not have been. Small cases are compared with trying
// every raise; in larger ones each set is tried, and each set that is one step less.
import { type AwardCase, type Level, rankOf } from "@lcqm/core"
import { criteriaIn, levelAt, onlyCriteria } from "../case-changes.ts"
import { afterRaise, countRaises, everyRaise, oneStepLess, stepsOf } from "../every-raise.ts"
import type { Law, Trial, Violation } from "../law.ts"
import type { Raised, TestedRule, WhatIfAnswer } from "../rule-to-test.ts"
import { award, counted, listed, titleOf } from "../wording.ts"

const everyRaiseTried = "every raise tried"
const oneStepLessTried = "one step less tried"

/** Of more raises than this not all are tried: the law would take minutes. */
const mostRaises = 150

/** A limit that small cases stay under, so that all sets are compared, and that large ones do not drown in. */
const mostSets = 40

const setText = (input: AwardCase, set: ReadonlyArray<Raised>): string =>
  set.length === 0
    ? "nothing"
    : listed(
        set.map(
          ({ criterion, moreEvidence = false, to }) =>
            `${titleOf(input, criterion)} to ${award(to)}${moreEvidence ? " with more evidence" : ""}`
        )
      )

const keyOf = (set: ReadonlyArray<Raised>): string =>
  JSON.stringify(
    set
      .map(({ criterion, moreEvidence = false, to }) => [criterion, to, moreEvidence])
      .toSorted(([a], [b]) => (String(a) < String(b) ? -1 : 1))
  )

interface Asked {
  readonly tested: TestedRule
  readonly input: AwardCase
  readonly target: Level
  readonly from: Level
  readonly trial: Trial
}

const rankAfter = ({ input, tested }: Asked, set: ReadonlyArray<Raised>): number => {
  const answer = tested.answer(afterRaise(input, set))
  return answer === null ? -1 : rankOf(answer.level)
}

const wrong = (
  { from, input, target }: Asked,
  set: ReadonlyArray<Raised>,
  other: ReadonlyArray<Raised> | null,
  after: number,
  told: string
): Violation => ({
  input,
  change: { kind: "upgraded", target, set, other },
  before: from,
  after: after < 0 ? null : levelAt(after),
  theme: null,
  told: [`The award is ${award(from)}; asked what it takes to reach ${award(target)}.`, told]
})

const unsound = (asked: Asked, { sets }: WhatIfAnswer): Violation | null => {
  for (const set of sets) {
    const after = rankAfter(asked, set)
    if (after >= rankOf(asked.target)) continue
    const text = `The what-if says ${setText(asked.input, set)}; with that it is ${after < 0 ? "not judged" : award(levelAt(after))}.`
    return wrong(asked, set, null, after, text)
  }
  return null
}

// Fewest steps, then fewest criteria: whether the first is less than the second.
const isLess = (a: readonly [number, number], b: readonly [number, number]): boolean =>
  a[0] < b[0] || (a[0] === b[0] && a[1] < b[1])

const againstEvery = (asked: Asked, { all = false, sets }: WhatIfAnswer): Violation | null => {
  const { input, target } = asked
  const [first = []] = sets
  const size = [stepsOf(input, first), first.length] as const
  const unlike = sets.find((set) => set.length !== size[1] || stepsOf(input, set) !== size[0])
  if (unlike !== undefined) {
    const text = `The what-if gives sets of different sizes: ${setText(input, first)}, and ${setText(input, unlike)}.`
    return wrong(asked, first, unlike, rankAfter(asked, unlike), text)
  }
  const given = new Set(sets.map(keyOf))
  for (const { set, steps } of everyRaise(input, size[0])) {
    if (rankAfter(asked, set) < rankOf(target)) continue
    if (sets.length === 0 || isLess([steps, set.length], size)) {
      const said = sets.length === 0 ? "no way" : setText(input, first)
      const text = `The what-if says ${said}; but this is enough: ${setText(input, set)}.`
      return wrong(asked, first, set, rankAfter(asked, set), text)
    }
    if (all && !isLess(size, [steps, set.length]) && !given.has(keyOf(set))) {
      const text = `The what-if says that it lists all ${counted(sets.length, "smallest set", "smallest sets")}, but this is another: ${setText(input, set)}.`
      return wrong(asked, first, set, rankAfter(asked, set), text)
    }
  }
  return null
}

const againstOneLess = (asked: Asked, { sets }: WhatIfAnswer): Violation | null => {
  for (const set of sets) {
    for (const less of oneStepLess(asked.input, set)) {
      const after = rankAfter(asked, less)
      if (after < rankOf(asked.target)) continue
      const text = `The what-if says ${setText(asked.input, set)}; but this is enough: ${setText(asked.input, less)}.`
      return wrong(asked, set, less, after, text)
    }
  }
  return null
}

const targetsAbove = (level: Level): ReadonlyArray<Level> =>
  (["bronze", "silver", "gold"] as const).filter((target) => rankOf(target) > rankOf(level))

// Where nothing is listed the whole case has to be raised to be sure that there is nothing.
const mostStepsOf = (input: AwardCase, { sets: [first] }: WhatIfAnswer): number =>
  first === undefined ? criteriaIn(input).length * 4 : stepsOf(input, first)

const askedOf = (asked: Asked): Violation | null => {
  const { input, target, tested, trial } = asked
  const answer = tested.whatIf?.(input, { target, mostSets }) ?? null
  if (answer === null) return null
  const bad = unsound(asked, answer)
  if (bad !== null) return bad
  if (countRaises(input, mostStepsOf(input, answer)) > mostRaises) {
    trial.met(oneStepLessTried)
    return againstOneLess(asked, answer)
  }
  trial.met(everyRaiseTried)
  return againstEvery(asked, answer)
}

// Every second case is made small, or hardly any would be small enough to try every raise.
const smaller = (input: AwardCase, { index }: Trial): AwardCase => {
  if (index % 2 === 0) return input
  const themes = input.criteriaSet.themes.slice(0, Math.max(2, input.rule.allowBelow + 1))
  const stays = new Set(themes.flatMap(({ criteria }) => criteria.slice(0, 2).map(({ id }) => id)))
  return onlyCriteria(input, ({ id }) => stays.has(id))
}

/**
 * Law 8: each set that the what-if gives is enough, and none is larger than it need be. Needs `whatIf`.
 * @example
 * ```ts
 * import { derive, presets, whatIf } from "@lcqm/core"
 * import { checkAwardLaws } from "@lcqm/testing/award"
 * const { laws } = checkAwardLaws({ derive, rule: presets["best-fit/1"], whatIf }, { runs: 300 })
 * laws.find(({ law }) => law === "whatIfSoundAndMinimal")?.outcome // => "held"
 * ```
 */
export const whatIfSoundAndMinimal: Law = {
  number: 8,
  name: "whatIfSoundAndMinimal",
  promise: "Each set that the what-if gives is enough, and none is larger than it need be.",
  lacks: ({ whatIf }) => (whatIf === undefined ? "whatIf" : null),
  toMeet: () => [everyRaiseTried, oneStepLessTried],
  put: (tested, given, trial) => {
    const input = smaller(given, trial)
    const judged = tested.answer(input)
    if (judged === null) return null
    trial.reached(judged.level)
    const targets = targetsAbove(judged.level)
    // At Gold it asks for Gold: what is reached takes nothing.
    const target = targets[trial.below(Math.max(1, targets.length))] ?? judged.level
    return askedOf({ tested, input, target, from: judged.level, trial })
  }
}
