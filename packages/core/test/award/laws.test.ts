// The laws of the award rule, each put to generated cases of every small shape and every kind of rule.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type AwardCase,
  derive,
  type Indicated,
  type JudgementSet,
  type RuleSet
} from "../../src/award/index.ts"
import type { CriteriaSet } from "../../src/criteria/index.ts"
import { type Level, levelOf, levels, rankOf } from "../../src/vocabulary/level.ts"
import { awardCase, bestFit, criteriaOf, criteriaSet, criteriaSetOf, level, ruleFor } from "./cases.ts"
import { levelByDefinition } from "./definition.ts"

const indicated = (input: AwardCase): Indicated => Result.getOrThrow(derive(input))
const levelFor = (input: AwardCase): Level => {
  const result = indicated(input)
  return result.complete ? result.level : result.provisional
}
// A case in which every theme was set aside whole is refused; no law speaks of it.
const judged = (options: Parameters<typeof awardCase>[0] = {}) =>
  awardCase(options).filter((input) => Result.isSuccess(derive(input)))
const ranks = (result: Indicated): ReadonlyArray<number> =>
  result.themes.flatMap(({ level }) => (level === null ? [] : [rankOf(level)]))
const shuffled = <A>(items: ReadonlyArray<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

const byId = (result: Indicated) => Object.fromEntries(result.themes.map(({ id, level }) => [id, level]))

describe("the award rule", () => {
  it("gives the level of the definition", () => {
    const reached = new Coverage("cases", levels)
    reached.assert(
      20,
      fc.property(judged(), (input) => {
        const result = indicated(input)
        reached.count(levelFor(input))
        expect({ level: result.level, themes: result.themes.map(({ level }) => level) }).toEqual(
          levelByDefinition(input)
        )
      }),
      { numRuns: 1_000 }
    )
  })

  it("is monotone: raising a judgement lowers neither a theme nor the award", () => {
    const reached = new Coverage("cases", ["raised", "same"])
    reached.assert(
      5,
      fc.property(judged(), fc.nat(), level, (input, pick, to) => {
        const applicable = criteriaOf(input.criteriaSet).filter(
          ({ id }) => typeof input.judgements[id] === "string"
        )
        const { id } = applicable[pick % applicable.length] ?? { id: "" }
        const from = input.judgements[id]
        fc.pre(typeof from === "string" && rankOf(to) > rankOf(from))
        const before = indicated(input)
        const after = indicated({ ...input, judgements: { ...input.judgements, [id]: to } })
        ranks(after).forEach((rank, t) => expect(rank).toBeGreaterThanOrEqual(ranks(before)[t] ?? 0))
        const rise = rankOf(after.level ?? "none") - rankOf(before.level ?? "none")
        expect(rise).toBeGreaterThanOrEqual(0)
        reached.count(rise > 0 ? "raised" : "same")
      }),
      { numRuns: 1_000 }
    )
  })

  it("is monotone: adding evidence lowers neither a theme nor the award", () => {
    const reached = new Coverage("cases", ["raised", "same"])
    reached.assert(
      5,
      fc.property(judged(), fc.nat(), (input, pick) => {
        const { evidence } = input
        fc.pre(evidence !== undefined)
        const ids = criteriaOf(input.criteriaSet).map(({ id }) => id)
        const id = ids[pick % ids.length] ?? ""
        const before = indicated(input)
        const after = indicated({ ...input, evidence: { ...evidence, [id]: (evidence?.[id] ?? 0) + 2 } })
        ranks(after).forEach((rank, t) => expect(rank).toBeGreaterThanOrEqual(ranks(before)[t] ?? 0))
        const rise = rankOf(after.level ?? "none") - rankOf(before.level ?? "none")
        expect(rise).toBeGreaterThanOrEqual(0)
        reached.count(rise > 0 ? "raised" : "same")
      }),
      { numRuns: 1_000 }
    )
  })

  it("is unanimous: every criterion at a level gives every theme and the award that level", () => {
    const reached = new Coverage("cases", levels)
    reached.assert(
      1,
      fc.property(
        criteriaSet().chain((set) => fc.tuple(fc.constant(set), ruleFor(set.themes.length), level)),
        ([set, rule, at]) => {
          const judgements = Object.fromEntries(criteriaOf(set).map(({ id }) => [id, at]))
          const result = indicated({ criteriaSet: set, rule, judgements })
          expect(result.level).toBe(at)
          expect(result.themes.every(({ level }) => level === at)).toBe(true)
          reached.count(at)
        }
      )
    )
  })

  it("stays in bounds: lowest theme ≤ award ≤ highest theme, and award ≤ lowest theme + theme gap", () => {
    const reached = new Coverage("cases", levels)
    reached.assert(
      20,
      fc.property(judged(), (input) => {
        const result = indicated(input)
        const rank = rankOf(result.level ?? "none")
        const lowest = Math.min(...ranks(result))
        expect(rank).toBeGreaterThanOrEqual(lowest)
        expect(rank).toBeLessThanOrEqual(Math.max(...ranks(result)))
        expect(rank).toBeLessThanOrEqual(lowest + input.rule.themeGap)
        reached.count(levelOf(rankOf(result.level ?? "none")))
      }),
      { numRuns: 1_000 }
    )
  })

  it("is blind to the order of themes, criteria, judgements and evidence", () => {
    const reached = new Coverage("cases", levels)
    const reordered = judged().chain((input) =>
      fc
        .tuple(
          shuffled(input.criteriaSet.themes).chain((themes) =>
            fc.tuple(
              ...themes.map((theme) => shuffled(theme.criteria).map((criteria) => ({ ...theme, criteria })))
            )
          ),
          shuffled(Object.entries(input.judgements)),
          shuffled(Object.entries(input.evidence ?? {}))
        )
        .map(([themes, judgements, evidence]) => {
          const other: AwardCase = {
            ...input,
            criteriaSet: { ...input.criteriaSet, themes },
            judgements: Object.fromEntries(judgements),
            ...(input.evidence === undefined ? {} : { evidence: Object.fromEntries(evidence) })
          }
          return [input, other] as const
        })
    )
    reached.assert(
      10,
      fc.property(reordered, ([input, other]) => {
        expect(levelFor(other)).toBe(levelFor(input))
        expect(byId(indicated(other))).toEqual(byId(indicated(input)))
        reached.count(levelFor(input))
      }),
      { numRuns: 500 }
    )
  })

  it("is blind to the scale of weights", () => {
    const reached = new Coverage("cases", levels)
    reached.assert(
      10,
      fc.property(judged(), fc.integer({ min: 2, max: 1_000_000 }), (input, scale) => {
        const scaled: CriteriaSet = {
          ...input.criteriaSet,
          themes: input.criteriaSet.themes.map((theme) => ({
            ...theme,
            criteria: theme.criteria.map((criterion) => ({ ...criterion, weight: criterion.weight * scale }))
          }))
        }
        expect(indicated({ ...input, criteriaSet: scaled })).toEqual(indicated(input))
        reached.count(levelFor(input))
      }),
      { numRuns: 500 }
    )
  })

  it("treats a criterion set aside as one removed", () => {
    const reached = new Coverage("cases", ["something set aside", "a theme set aside whole"])
    reached.assert(
      5,
      fc.property(judged(), (input) => {
        const left = (theme: CriteriaSet["themes"][number]) =>
          theme.criteria.filter(({ id }) => typeof input.judgements[id] !== "object")
        const themes = input.criteriaSet.themes
          .map((theme) => ({ ...theme, criteria: left(theme) }))
          .filter(({ criteria }) => criteria.length > 0)
        fc.pre(input.rule.allowBelow < themes.length)
        const keep = <A>(record: Readonly<Record<string, A>>) =>
          Object.fromEntries(
            Object.entries(record).filter(([id]) =>
              themes.some(({ criteria }) => criteria.some((one) => one.id === id))
            )
          )
        const removed: AwardCase = {
          ...input,
          criteriaSet: { ...input.criteriaSet, themes },
          judgements: keep(input.judgements),
          ...(input.evidence === undefined ? {} : { evidence: keep(input.evidence) })
        }
        expect(levelFor(removed)).toBe(levelFor(input))
        if (Object.values(input.judgements).some((one) => typeof one === "object"))
          reached.count("something set aside")
        if (themes.length < input.criteriaSet.themes.length) reached.count("a theme set aside whole")
      }),
      { numRuns: 1_000 }
    )
  })

  it("is not monotone in what is set aside: Bronze becomes Gold when a weak criterion is dropped, hence the cap", () => {
    const set = criteriaSetOf([4])
    const rule: RuleSet = { ...bestFit, allowBelow: 0 }
    const judgements: JudgementSet = {
      "t0.c0": "gold",
      "t0.c1": "gold",
      "t0.c2": "bronze",
      "t0.c3": "bronze"
    }
    const dropped: JudgementSet = { ...judgements, "t0.c3": { setAside: "it suits us" } }
    expect(levelFor({ criteriaSet: set, rule, judgements })).toBe("bronze")
    expect(levelFor({ criteriaSet: set, rule, judgements: dropped })).toBe("gold")
    const capped = derive({
      criteriaSet: set,
      rule: { ...rule, setAsideCap: { num: 1, den: 5 } },
      judgements: dropped
    })
    expect(Result.isFailure(capped) && capped.failure).toMatchObject({
      _tag: "SetAsideRefused",
      path: "judgements.t0.c3"
    })
  })

  it("gives no higher award under a stricter parameter", () => {
    const stricter: Readonly<Record<string, (rule: RuleSet) => Partial<RuleSet>>> = {
      themeMajority: () => ({ themeMajority: { num: 1, den: 1, strict: false } }),
      criterionGap: ({ criterionGap }) => ({ criterionGap: Math.max(0, criterionGap - 1) }),
      allowBelow: ({ allowBelow }) => ({ allowBelow: Math.max(0, allowBelow - 1) }),
      themeGap: ({ themeGap }) => ({ themeGap: Math.max(0, themeGap - 1) }),
      absoluteFloor: () => ({ absoluteFloor: "bronze" }),
      minEvidence: ({ minEvidence }) => ({ minEvidence: minEvidence + 1 })
    }
    const reached = new Coverage("cases", Object.keys(stricter))
    reached.assert(
      1,
      fc.property(judged(), fc.constantFrom(...Object.keys(stricter)), (input, name) => {
        const rule = { ...input.rule, ...stricter[name]?.(input.rule) }
        const fall = rankOf(levelFor(input)) - rankOf(levelFor({ ...input, rule }))
        expect(fall).toBeGreaterThanOrEqual(0)
        if (fall > 0) reached.count(name)
      }),
      { numRuns: 5_000 }
    )
  })
})
