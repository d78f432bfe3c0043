import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type AwardCase, derive, explain, type JudgementSet, toInterchange } from "../../src/award/index.ts"
import { sampleCriteriaSet } from "../../src/criteria/index.ts"
import { awardCase, bestFit, criteriaOf, criteriaSet, criteriaSetOf, ruleFor } from "./cases.ts"

const all = (level: "none" | "bronze" | "silver" | "gold", set = sampleCriteriaSet): JudgementSet =>
  Object.fromEntries(criteriaOf(set).map(({ id }) => [id, level]))
const sample = (judgements: JudgementSet, more: Partial<AwardCase> = {}) =>
  derive({ criteriaSet: sampleCriteriaSet, rule: bestFit, judgements, ...more })
const indicated = (judgements: JudgementSet, more: Partial<AwardCase> = {}) =>
  Result.getOrThrow(sample(judgements, more))
const aside = (ids: ReadonlyArray<string>) => Object.fromEntries(ids.map((id) => [id, { setAside: "x" }]))
const refused = (input: AwardCase) => {
  const result = derive(input)
  return Result.isFailure(result) ? result.failure : undefined
}

describe("the evidence gate", () => {
  it("counts a criterion with too little evidence as none", () => {
    const evidence = Object.fromEntries(criteriaOf(sampleCriteriaSet).map(({ id }) => [id, 1]))
    expect(indicated(all("gold"), { evidence }).level).toBe("gold")
    const { "leadership.plan": _, ...lacking } = evidence
    expect(indicated(all("gold"), { evidence: lacking })).toMatchObject({
      level: "gold",
      themes: [{ id: "leadership", level: "silver" }, {}, {}, {}, {}, {}]
    })
    expect(indicated(all("gold"), { evidence: {} }).level).toBe("none")
  })

  it("asks for as many items as the rule says, and is not applied where no evidence is given", () => {
    const evidence = Object.fromEntries(criteriaOf(sampleCriteriaSet).map(({ id }) => [id, 1]))
    expect(indicated(all("gold"), { evidence, rule: { ...bestFit, minEvidence: 2 } }).level).toBe("none")
    expect(indicated(all("gold"), { evidence: {}, rule: { ...bestFit, minEvidence: 0 } }).level).toBe("gold")
    expect(indicated(all("gold")).level).toBe("gold")
  })
})

describe("completeness", () => {
  it("gives no level where an applicable criterion is unjudged, names it, and counts it as none meanwhile", () => {
    const { "events.day": _, "leadership.plan": __, ...judged } = all("gold")
    const result = indicated(judged)
    expect(result).toMatchObject({
      complete: false,
      level: null,
      provisional: "silver",
      unjudged: ["leadership.plan", "events.day"]
    })
    expect(result.themes[0]).toEqual({ id: "leadership", level: "silver" })
  })

  it("does not miss what is set aside", () => {
    expect(indicated({ ...all("gold"), "events.day": { setAside: "a small school" } }).complete).toBe(true)
  })
})

describe("limiters", () => {
  it("advise, block or cap as the rule says, and only where they are the case", () => {
    const rule = { ...bestFit, limiters: { ...bestFit.limiters, cpdShortfall: { cap: "bronze" } } } as const
    expect(indicated(all("gold"), { limiters: { cpdShortfall: true } })).toMatchObject({
      level: "gold",
      limits: { advisedBy: ["cpdShortfall"], cappedBy: [], blockedBy: [] }
    })
    expect(
      indicated(all("gold"), { limiters: { schoolClosed: true, conflictOfInterest: true } })
    ).toMatchObject({
      level: "gold",
      limits: { advisedBy: [], cappedBy: [], blockedBy: ["conflictOfInterest", "schoolClosed"] }
    })
    expect(indicated(all("gold"), { rule, limiters: { cpdShortfall: true } })).toMatchObject({
      level: "bronze",
      limits: { advisedBy: [], cappedBy: ["cpdShortfall"], blockedBy: [] }
    })
    expect(
      indicated(all("gold"), { rule, limiters: { cpdShortfall: true, conflictOfInterest: true } })
    ).toMatchObject({
      level: "bronze",
      limits: { cappedBy: ["cpdShortfall"], blockedBy: ["conflictOfInterest"] }
    })
    expect(indicated(all("gold"), { rule, limiters: { cpdShortfall: false } }).level).toBe("gold")
    expect(indicated(all("none"), { rule, limiters: { cpdShortfall: true } }).level).toBe("none")
  })
})

describe("a case the rule cannot judge", () => {
  const two = criteriaSetOf([3, 3])

  it("is refused where the rule allows as many themes below as there are", () => {
    expect(refused({ criteriaSet: two, rule: { ...bestFit, allowBelow: 2 }, judgements: {} })).toMatchObject({
      _tag: "RuleDoesNotFit",
      path: "allowBelow",
      got: "2"
    })
  })

  it("is refused where a judgement or evidence names a criterion the set does not have", () => {
    expect(refused({ criteriaSet: two, rule: bestFit, judgements: { "t9.c9": "gold" } })).toMatchObject({
      _tag: "UnknownCriterion",
      path: "judgements.t9.c9"
    })
    expect(
      refused({ criteriaSet: two, rule: bestFit, judgements: {}, evidence: { "t9.c9": 1 } })
    ).toMatchObject({
      _tag: "UnknownCriterion",
      path: "evidence.t9.c9"
    })
  })

  it("is refused where more is set aside than the cap, or an essential criterion", () => {
    expect(
      refused({
        criteriaSet: two,
        rule: bestFit,
        judgements: { ...all("gold", two), ...aside(["t1.c0", "t1.c1"]) }
      })
    ).toMatchObject({ _tag: "SetAsideRefused", path: "judgements.t1.c1" })
    const essential = criteriaSetOf([3, 3], (criterion) => ({ ...criterion, essential: true }))
    expect(
      refused({
        criteriaSet: essential,
        rule: bestFit,
        judgements: { ...all("gold", two), ...aside(["t1.c0"]) }
      })
    ).toMatchObject({ _tag: "SetAsideRefused", path: "judgements.t1.c0" })
  })

  it("is refused where everything in every theme is set aside; one theme so is merely left out", () => {
    const rule = { ...bestFit, setAsideCap: { num: 1, den: 1 } }
    const ids = criteriaOf(two).map(({ id }) => id)
    expect(refused({ criteriaSet: two, rule, judgements: aside(ids) })).toMatchObject({
      _tag: "NothingApplies",
      path: "judgements"
    })
    const half = derive({
      criteriaSet: two,
      rule,
      judgements: { ...all("silver", two), ...aside(["t0.c0", "t0.c1", "t0.c2"]) }
    })
    expect(Result.getOrThrow(half)).toMatchObject({
      level: "silver",
      themes: [
        { id: "t0", level: null },
        { id: "t1", level: "silver" }
      ]
    })
  })
})

describe("derive", () => {
  it("answers every case of the types' shapes, and never throws", () => {
    const reached = new Coverage("cases", ["judged", "refused"])
    const odd = fc.oneof(fc.constantFrom("t0.c0", "t0.c1", "t1.c0", "__proto__", "toString"), fc.string())
    const judgement = fc.oneof(
      fc.constantFrom("none" as const, "bronze" as const, "gold" as const),
      fc.record({ setAside: fc.string() })
    )
    const anyCase = criteriaSet(3).chain((set) =>
      fc.record({
        criteriaSet: fc.constant(set),
        rule: ruleFor(4),
        judgements: fc.dictionary(odd, judgement, { maxKeys: 4, noNullPrototype: false }),
        evidence: fc.dictionary(odd, fc.nat(3), { maxKeys: 1 })
      })
    )
    reached.assert(
      50,
      fc.property(fc.oneof(awardCase(), anyCase), (input) => {
        const result = derive(input)
        const told = Result.isFailure(result) ? result.failure : undefined
        expect([told?.path, told?.expected, told?.got, told?.remedy]).not.toContain("")
        reached.count(told === undefined ? "judged" : "refused")
      }),
      { numRuns: 1_000 }
    )
  })

  it("reads own judgements only: an id that every object has is unjudged until it is judged", () => {
    const set = criteriaSetOf([1], (criterion) => ({ ...criterion, id: "toString" }))
    const rule = { ...bestFit, allowBelow: 0 }
    const ofToString: JudgementSet = Object.fromEntries([["toString", "gold"]])
    expect(Result.getOrThrow(derive({ criteriaSet: set, rule, judgements: {} })).complete).toBe(false)
    expect(Result.getOrThrow(derive({ criteriaSet: set, rule, judgements: ofToString })).level).toBe("gold")
  })

  it("does not change what it is given", () => {
    const input = structuredClone({
      criteriaSet: sampleCriteriaSet,
      rule: bestFit,
      judgements: all("silver")
    })
    derive(input)
    expect(input).toEqual({ criteriaSet: sampleCriteriaSet, rule: bestFit, judgements: all("silver") })
  })
})

describe("the interchange result", () => {
  it("says level, completeness and themes, and nothing that there is not", () => {
    const set = criteriaSetOf([1, 1])
    expect(
      toInterchange(
        Result.getOrThrow(derive({ criteriaSet: set, rule: bestFit, judgements: all("gold", set) }))
      )
    ).toEqual({
      level: "gold",
      complete: true,
      themes: [
        { id: "t0", level: "gold" },
        { id: "t1", level: "gold" }
      ]
    })
  })

  it("names the unjudged, what limits, and the reasons where asked", () => {
    const input = {
      criteriaSet: criteriaSetOf([1, 1]),
      rule: bestFit,
      judgements: { "t0.c0": "gold" }
    } as const
    const limiters = { schoolClosed: true, cpdShortfall: true }
    const reasons = Result.getOrThrow(explain(input))
    expect(toInterchange(Result.getOrThrow(derive({ ...input, limiters })), reasons)).toEqual({
      level: null,
      complete: false,
      themes: [
        { id: "t0", level: "gold" },
        { id: "t1", level: "none" }
      ],
      unjudged: ["t1.c0"],
      advisedBy: ["cpdShortfall"],
      blockedBy: ["schoolClosed"],
      reasons
    })
  })
})
