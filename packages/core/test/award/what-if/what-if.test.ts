import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type AwardCase,
  type JudgementSet,
  mostCriteriaForWhatIf,
  presets,
  type RuleSet,
  type Upgrade,
  whatIf
} from "../../../src/award/index.ts"
import { type CriteriaSet, sampleCriteriaSet } from "../../../src/criteria/index.ts"
import { type Level, levels, rankOf } from "../../../src/vocabulary/level.ts"
import { bestFit, criteriaOf, criteriaSetOf } from "../cases.ts"
import { levelByDefinition } from "../definition.ts"
import { raisesOfTheme, smallestRaises } from "./smallest-raises.ts"

const all = (level: Level, set: CriteriaSet): JudgementSet =>
  Object.fromEntries(criteriaOf(set).map(({ id }) => [id, level]))
const found = (input: AwardCase, target: Level, mostSets = 100_000) =>
  Result.getOrThrow(whatIf(input, { target, mostSets }))

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const text = (set: ReadonlyArray<Upgrade>): string =>
  set
    .map(({ criterion, to }) => `${criterion}=${to}`)
    .toSorted(byText)
    .join(" ")

// Every profile of a criteria set with the level the definition gives it, so that a brute-force search looks
// levels up. A profile is a number of as many base-4 digits as there are criteria.
const digit = (profile: number, at: number): number => (profile >> (2 * at)) & 3
const levelAt = (profile: number, at: number): Level => levels[digit(profile, at)] ?? "none"

const judgementsOf = (set: CriteriaSet, profile: number): JudgementSet =>
  Object.fromEntries(criteriaOf(set).map(({ id }, at) => [id, levelAt(profile, at)]))

const levelsOfAll = (set: CriteriaSet, rule: RuleSet): ReadonlyArray<number> =>
  Array.from({ length: 4 ** criteriaOf(set).length }, (_, profile) =>
    rankOf(
      levelByDefinition({ criteriaSet: set, rule, judgements: judgementsOf(set, profile) })?.level ?? "none"
    )
  )

interface Smallest {
  readonly steps: number
  readonly criteria: number
  readonly profiles: ReadonlyArray<number>
}

// The smallest rises from one profile to any at or above it that reach the target, by trying all.
const bruteForce = (count: number, ranks: ReadonlyArray<number>, from: number, target: number): Smallest => {
  let best: Smallest = { steps: Infinity, criteria: Infinity, profiles: [] }
  const tryAll = (at: number, to: number, steps: number, criteria: number): void => {
    if (steps > best.steps || (steps === best.steps && criteria > best.criteria)) return
    if (at === count) {
      if ((ranks[to] ?? 0) < target) return
      const isAsGood = steps === best.steps && criteria === best.criteria
      best = { steps, criteria, profiles: isAsGood ? [...best.profiles, to] : [to] }
      return
    }
    for (let rise = 0; digit(from, at) + rise <= 3; rise += 1) {
      tryAll(at + 1, to + rise * 4 ** at, steps + rise, criteria + (rise > 0 ? 1 : 0))
    }
  }
  tryAll(0, from, 0, 0)
  return best
}

// The same by `smallestRaises`, which the comparisons with larger sets rest on.
const smallestOf = (set: CriteriaSet, rule: RuleSet, from: number, target: number) =>
  smallestRaises(
    set.themes.flatMap((theme) => {
      const raises = raisesOfTheme(theme, rule, judgementsOf(set, from), undefined)
      return raises === null ? [] : [raises]
    }),
    rule,
    target
  )

const textOf = (set: CriteriaSet, from: number, to: number): string =>
  criteriaOf(set)
    .flatMap(({ id }, at) => (digit(to, at) === digit(from, at) ? [] : [`${id}=${levelAt(to, at)}`]))
    .toSorted(byText)
    .join(" ")

// The larger ones are in `exactness.test.ts`, by an answer that is quicker and is itself compared with this one here.
const shapes = [[1], [3], [1, 2], [2, 2], [1, 3]]
const rules: Readonly<Record<string, RuleSet>> = {
  "best-fit/1": bestFit,
  "secure-fit/1": presets["secure-fit/1"],
  "six-of-seven-style/1": presets["six-of-seven-style/1"],
  "criterion gap 1": { ...bestFit, criterionGap: 1 },
  "two thirds or more": { ...bestFit, themeMajority: { num: 2, den: 3, strict: false } },
  "more than a third": { ...bestFit, themeMajority: { num: 1, den: 3, strict: true } }
}
const variants: Readonly<Record<string, Parameters<typeof criteriaSetOf>[1]>> = {
  plain: (criterion) => criterion,
  "weighed, one essential": (criterion) => ({
    ...criterion,
    weight: criterion.id.endsWith("c0") ? 3 : criterion.id.endsWith("c1") ? 2 : 1,
    essential: criterion.id === "t0.c1"
  })
}
const fitted = (rule: RuleSet, themes: number): RuleSet => ({
  ...rule,
  allowBelow: Math.min(rule.allowBelow, themes - 1)
})

describe("what it takes", () => {
  const cases = shapes.flatMap((sizes) =>
    Object.keys(rules).flatMap((rule) =>
      Object.keys(variants).map((variant) => [sizes.join("+"), rule, variant, sizes] as const)
    )
  )

  it.each(cases)("is exactly what brute force finds: %s criteria, %s, %s", (_, ruleName, variant, sizes) => {
    const set = criteriaSetOf(sizes, variants[variant])
    const rule = fitted(rules[ruleName] ?? bestFit, sizes.length)
    const count = criteriaOf(set).length
    const ranks = levelsOfAll(set, rule)
    const reached = new Coverage("cases", levels)
    const wrong: Array<object> = []
    for (let from = 0; from < ranks.length; from += 1) {
      for (const target of ["bronze", "silver", "gold"] as const) {
        const expected = bruteForce(count, ranks, from, rankOf(target))
        const wanted = {
          steps: expected.steps,
          criteria: expected.criteria,
          all: true,
          sets: expected.profiles.map((to) => textOf(set, from, to)).toSorted(byText)
        }
        const answer = found({ criteriaSet: set, rule, judgements: judgementsOf(set, from) }, target)
        expect(smallestOf(set, rule, from, rankOf(target))).toEqual({
          steps: expected.steps,
          criteria: expected.criteria,
          count: expected.profiles.length
        })
        const { steps, criteria, all } = answer
        const got = { steps, criteria, all, sets: answer.sets.map(text).toSorted(byText) }
        if (JSON.stringify(got) !== JSON.stringify(wanted))
          wrong.push({ from: judgementsOf(set, from), target, got, wanted })
        reached.count(answer.from)
      }
    }
    expect(wrong.slice(0, 3)).toEqual([])
    reached.expectEach()
  })

  it("is nothing where the level is reached", () => {
    const input = {
      criteriaSet: sampleCriteriaSet,
      rule: bestFit,
      judgements: all("silver", sampleCriteriaSet)
    }
    expect(found(input, "bronze")).toEqual({
      target: "bronze",
      from: "silver",
      steps: 0,
      criteria: 0,
      sets: [[]],
      all: true,
      unjudged: []
    })
    expect(found(input, "none").sets).toEqual([[]])
    expect(found({ ...input, judgements: all("none", sampleCriteriaSet) }, "none").sets).toEqual([[]])
  })

  it("stops at the limit and says so", () => {
    const input = {
      criteriaSet: sampleCriteriaSet,
      rule: bestFit,
      judgements: all("bronze", sampleCriteriaSet)
    }
    const some = Result.getOrThrow(whatIf(input, { target: "gold", mostSets: 10 }))
    expect([some.sets.length, some.all]).toEqual([10, false])
    expect(Result.getOrThrow(whatIf(input, { target: "gold" })).sets).toHaveLength(100)
    // Five themes to Gold by two of three criteria each, the sixth to Silver by two of three: 6 x 3^5 x 3.
    const every = found(input, "gold")
    expect([every.steps, every.criteria, every.sets.length, every.all]).toEqual([22, 12, 4374, true])
  })

  it("counts more evidence as a step, and what was judged then counts", () => {
    const set = criteriaSetOf([1, 1])
    const input = {
      criteriaSet: set,
      rule: { ...bestFit, minEvidence: 2 },
      judgements: all("gold", set),
      evidence: { "t0.c0": 2, "t1.c0": 1 }
    }
    expect(found(input, "bronze").sets).toEqual([
      [{ criterion: "t1.c0", from: "none", to: "gold", moreEvidence: true, steps: 1 }]
    ])
  })

  it("names what is still to be judged, and leaves aside what is set aside", () => {
    const set = criteriaSetOf([3, 3])
    const { "t0.c0": _, ...judged } = all("bronze", set)
    const input = { criteriaSet: set, rule: bestFit, judgements: { ...judged, "t1.c2": { setAside: "x" } } }
    const answer = found(input, "silver")
    expect(answer.unjudged).toEqual(["t0.c0"])
    expect(answer.steps).toBe(2)
    for (const step of answer.sets.flat()) expect(step.criterion).not.toBe("t1.c2")
  })

  it("is nothing in a theme that is set aside whole", () => {
    const set = criteriaSetOf([1, 2])
    const rule: RuleSet = { ...bestFit, setAsideCap: { num: 1, den: 1 } }
    const judgements = { ...all("bronze", set), "t0.c0": { setAside: "x" } }
    expect(found({ criteriaSet: set, rule, judgements }, "silver").sets.map(text)).toEqual([
      "t1.c0=silver t1.c1=silver"
    ])
  })

  it("is refused above a cap, in a theme beyond the bound, and where derive refuses", () => {
    const set = criteriaSetOf([1, mostCriteriaForWhatIf + 1])
    const rule: RuleSet = { ...bestFit, limiters: { ...bestFit.limiters, cpdShortfall: { cap: "silver" } } }
    const failure = (input: AwardCase) => {
      const result = whatIf(input, { target: "gold" })
      return Result.isFailure(result) ? result.failure : undefined
    }
    expect(failure({ criteriaSet: set, rule: bestFit, judgements: {} })).toMatchObject({
      _tag: "TooManyCriteria",
      path: "criteriaSet.t1"
    })
    const capped = { criteriaSet: sampleCriteriaSet, rule, judgements: {}, limiters: { cpdShortfall: true } }
    expect(failure(capped)).toMatchObject({
      _tag: "OutOfReach",
      path: "target",
      expected: "at most silver (cpdShortfall)"
    })
    expect(failure({ criteriaSet: criteriaSetOf([1]), rule: bestFit, judgements: {} })).toMatchObject({
      _tag: "RuleDoesNotFit"
    })
  })

  // Where it looked at every raise, this would not end.
  it("answers at its bound, with weights that all differ", () => {
    const set = criteriaSetOf([mostCriteriaForWhatIf, mostCriteriaForWhatIf], (criterion) => ({
      ...criterion,
      weight: 1 + ((Number(criterion.id.slice(4)) * 7919) % 1009)
    }))
    const judgements = Object.fromEntries(criteriaOf(set).map(({ id }, at) => [id, levels[at % 3] ?? "none"]))
    const answer = Result.getOrThrow(
      whatIf({ criteriaSet: set, rule: bestFit, judgements }, { target: "gold" })
    )
    expect(answer.steps).toBeGreaterThan(0)
  })
})
