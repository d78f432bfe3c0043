// What is one thing simpler than a case: the steps of the search for a smallest counter-example, most telling first.
// Every step makes the case smaller (`sizeOf`), so that the search ends.
import { type AwardCase, isSetAside, presets, rankOf } from "@lcqm/core"
import {
  criteriaIn,
  itemsOf,
  judgedLevel,
  judgementOf,
  levelAt,
  onlyCriteria,
  withCriteria,
  withItems,
  withJudgement,
  withoutEvidence
} from "./case-changes.ts"
import { strictable } from "./stricter-rules.ts"

function* fewerCriteria(input: AwardCase): Iterable<AwardCase> {
  const { themes } = input.criteriaSet
  if (themes.length > 1) {
    for (const { criteria } of themes) yield onlyCriteria(input, (criterion) => !criteria.includes(criterion))
  }
  const criteria = criteriaIn(input)
  if (criteria.length > 1) {
    for (const one of criteria) yield onlyCriteria(input, (criterion) => criterion !== one)
  }
}

function* plainerCriteria(input: AwardCase): Iterable<AwardCase> {
  for (const one of criteriaIn(input)) {
    for (const plainer of [
      ...(one.essential ? [{ ...one, essential: false }] : []),
      ...(one.weight > 1 ? [{ ...one, weight: 1 }] : []),
      ...(one.weight > 2 ? [{ ...one, weight: one.weight - 1 }] : [])
    ]) {
      yield withCriteria(input, (criteria) =>
        criteria.map((criterion) => (criterion === one ? plainer : criterion))
      )
    }
  }
}

function* lessEvidence(input: AwardCase): Iterable<AwardCase> {
  if (input.evidence === undefined) return
  yield withoutEvidence(input)
  for (const { id } of criteriaIn(input)) {
    const items = itemsOf(input, id)
    if (items > 0) yield withItems(input, id, items - 1)
  }
}

function* lowerJudgements(input: AwardCase): Iterable<AwardCase> {
  const ids = criteriaIn(input).map(({ id }) => id)
  const lowered = (id: string, by: number) => levelAt(rankOf(judgedLevel(input, id) ?? "none") - by)
  const judged = ids.filter((id) => judgedLevel(input, id) !== undefined)
  if (judged.some((id) => judgedLevel(input, id) !== "none")) {
    yield {
      ...input,
      judgements: { ...input.judgements, ...Object.fromEntries(judged.map((id) => [id, lowered(id, 1)])) }
    }
  }
  for (const id of ids) {
    const judgement = judgementOf(input, id)
    if (judgement === undefined || judgement === "none") continue
    yield withJudgement(input, id, "none")
    if (!isSetAside(judgement) && judgement !== "bronze") yield withJudgement(input, id, lowered(id, 1))
  }
}

const plainRule = presets["best-fit/1"]

const unusual = ({ rule }: AwardCase): ReadonlyArray<(typeof strictable)[number]> =>
  strictable.filter((parameter) => JSON.stringify(rule[parameter]) !== JSON.stringify(plainRule[parameter]))

function* plainerRule(input: AwardCase): Iterable<AwardCase> {
  for (const parameter of unusual(input)) {
    yield { ...input, rule: { ...input.rule, [parameter]: plainRule[parameter] } }
  }
}

/** Cases that are one thing simpler. The rule set stays as it is unless it was drawn with the case. */
export function* simplerCases(input: AwardCase, ruleWasDrawn: boolean): Iterable<AwardCase> {
  yield* fewerCriteria(input)
  yield* lessEvidence(input)
  yield* plainerCriteria(input)
  yield* lowerJudgements(input)
  if (ruleWasDrawn) yield* plainerRule(input)
}

/** How much there is to read in a case: criteria, themes, evidence, what is special, levels, rule; compared in order. */
export const sizeOf = (input: AwardCase): ReadonlyArray<number> => {
  const criteria = criteriaIn(input)
  const sum = (of: (criterion: (typeof criteria)[number]) => number): number =>
    criteria.reduce((total, criterion) => total + of(criterion), 0)
  return [
    criteria.length,
    input.criteriaSet.themes.length,
    input.evidence === undefined ? 0 : 1 + sum(({ id }) => itemsOf(input, id)),
    sum(({ essential, weight }) => weight + (essential ? 1 : 0)),
    sum(({ id }) => (judgedLevel(input, id) === undefined ? 4 : rankOf(judgedLevel(input, id) ?? "none"))),
    unusual(input).length
  ]
}
