// Every way to raise a case by so many steps, found by trying all: what a what-if is compared with. Slow on purpose
// in its thinking, so that nothing clever can be wrong in it.
import { type AwardCase, rankOf } from "@lcqm/core"
import { criteriaIn, itemsOf, judgedLevel, levelAt } from "./case-changes.ts"
import type { Raised } from "./rule-to-test.ts"

interface Way {
  readonly steps: number
  readonly raised: Raised | null
}

/** Some criteria raised, and how many steps that takes: one a level up, one for bringing up the evidence. */
export interface Raise {
  readonly steps: number
  readonly set: ReadonlyArray<Raised>
}

const unchanged: Way = { steps: 0, raised: null }

// What may be done with each criterion that is judged at a level. One that lacks evidence counts as none until it
// has it, so raising it without is no way at all.
const waysOf = (input: AwardCase): ReadonlyArray<ReadonlyArray<Way>> =>
  criteriaIn(input).flatMap(({ id }) => {
    const level = judgedLevel(input, id)
    if (level === undefined) return []
    const lacks = input.evidence !== undefined && itemsOf(input, id) < input.rule.minEvidence
    const from = rankOf(level)
    const ways = [0, 1, 2, 3]
      .filter((rank) => (lacks ? rank >= from : rank > from))
      .map((rank) => ({
        steps: rank - from + (lacks ? 1 : 0),
        raised: { criterion: id, to: levelAt(rank), ...(lacks ? { moreEvidence: true } : {}) }
      }))
    return [[unchanged, ...ways]]
  })

/** How many raises of at most so many steps a case has; counted, not listed. */
export const countRaises = (input: AwardCase, mostSteps: number): number => {
  const first = Array.from({ length: mostSteps + 1 }, (_, steps) => (steps === 0 ? 1 : 0))
  return waysOf(input)
    .reduce<ReadonlyArray<number>>(
      (counts, ways) =>
        counts.map((_, total) => ways.reduce((sum, { steps }) => sum + (counts[total - steps] ?? 0), 0)),
      first
    )
    .reduce((sum, count) => sum + count, 0)
}

/** Every raise of at most so many steps, each once. */
export function* everyRaise(input: AwardCase, mostSteps: number): Iterable<Raise> {
  const all = waysOf(input)
  function* from(at: number, left: number): Iterable<Raise> {
    const ways = all[at]
    if (ways === undefined) {
      yield { steps: 0, set: [] }
      return
    }
    for (const { raised, steps } of ways) {
      if (steps > left) continue
      for (const rest of from(at + 1, left - steps)) {
        yield { steps: rest.steps + steps, set: raised === null ? rest.set : [raised, ...rest.set] }
      }
    }
  }
  yield* from(0, mostSteps)
}

/** How many steps a set of upgrades takes. */
export const stepsOf = (input: AwardCase, set: ReadonlyArray<Raised>): number =>
  set.reduce((sum, { criterion, moreEvidence = false, to }) => {
    const from = judgedLevel(input, criterion)
    return sum + rankOf(to) - (from === undefined ? 0 : rankOf(from)) + (moreEvidence ? 1 : 0)
  }, 0)

/** The case with a set of upgrades made. */
export const afterRaise = (input: AwardCase, set: ReadonlyArray<Raised>): AwardCase => {
  const judgements = { ...input.judgements }
  for (const { criterion, to } of set) judgements[criterion] = to
  if (input.evidence === undefined) return { ...input, judgements }
  const evidence = { ...input.evidence }
  for (const { criterion, moreEvidence = false } of set) {
    if (moreEvidence) evidence[criterion] = input.rule.minEvidence
  }
  return { ...input, judgements, evidence }
}

/** One step less: each set that is left when an upgrade is made one level smaller, or not at all. */
export const oneStepLess = (
  input: AwardCase,
  set: ReadonlyArray<Raised>
): ReadonlyArray<ReadonlyArray<Raised>> =>
  set.map((one) => {
    const others = set.filter((other) => other !== one)
    const from = judgedLevel(input, one.criterion) ?? "none"
    const rank = rankOf(one.to) - 1
    return rank <= rankOf(from) ? others : [...others, { ...one, to: levelAt(rank) }]
  })
