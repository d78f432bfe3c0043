// An explanation is a tree whose every verdict can be found again from what it shows.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type AwardCase,
  type AwardNode,
  derive,
  explain,
  type JudgementSet,
  levelFromLeaves,
  type Provenance
} from "../../src/award/index.ts"
import { levels } from "../../src/vocabulary/level.ts"
import { awardCase, bestFit, criteriaOf, criteriaSetOf } from "./cases.ts"

const explained = (input: AwardCase & { provenance?: Provenance }): AwardNode =>
  Result.getOrThrow(explain(input))

const judgedOrPartly = awardCase()
  .chain((input) => fc.tuple(fc.constant(input), fc.boolean(), fc.nat()))
  .map(([input, partly, pick]) => {
    const ids = Object.keys(input.judgements)
    const left = ids[pick % ids.length]
    if (pick % 20 === 1) return { ...input, judgements: { ...input.judgements, stranger: "gold" as const } }
    return partly && pick % 4 === 0
      ? {
          ...input,
          judgements: Object.fromEntries(Object.entries(input.judgements).filter(([id]) => id !== left))
        }
      : input
  })

describe("an explanation", () => {
  it("concludes what derive concludes, of the award and of each theme, and is refused where derive refuses", () => {
    const reached = new Coverage("cases", [...levels, "incomplete", "refused"])
    reached.assert(
      2,
      fc.property(judgedOrPartly, (input) => {
        const derived = derive(input)
        const concluded = Result.map(explain(input), ({ level, themes }) => ({
          level,
          themes: themes.map(({ id, level }) => ({ id, level }))
        }))
        expect(concluded).toEqual(Result.map(derived, ({ level, themes }) => ({ level, themes })))
        reached.count(Result.isFailure(derived) ? "refused" : (derived.success.level ?? "incomplete"))
      }),
      { numRuns: 1_000 }
    )
  })

  it("gives the same level again from its leaves alone, after a trip through JSON", () => {
    const reached = new Coverage("cases", [...levels, "incomplete"])
    const limiters = fc.record({ cpdShortfall: fc.boolean(), schoolClosed: fc.boolean() })
    const cap = fc.constantFrom("advise" as const, { cap: "bronze" } as const, { cap: "silver" } as const)
    reached.assert(
      10,
      fc.property(judgedOrPartly, limiters, cap, (given, limiters, cpdShortfall) => {
        const rule = { ...given.rule, limiters: { ...given.rule.limiters, cpdShortfall } }
        const tree = explain({ ...given, rule, limiters })
        fc.pre(Result.isSuccess(tree))
        const copy: AwardNode = JSON.parse(JSON.stringify(tree.success))
        expect(copy).toEqual(tree.success)
        // Wrong conclusions at every inner node, so that only the leaves can give the level.
        const leavesOnly: AwardNode = {
          ...copy,
          level: "gold",
          provisional: "gold",
          unjudged: [],
          terms: [],
          themes: copy.themes.map((theme) => ({
            ...theme,
            level: "gold",
            terms: [],
            criteria: theme.criteria.map((criterion) => ({
              ...criterion,
              countsAs: "gold",
              verdict: "judged",
              evidence: criterion.evidence === null ? null : { ...criterion.evidence, enough: true }
            }))
          }))
        }
        expect(levelFromLeaves(leavesOnly)).toBe(tree.success.level)
        reached.count(tree.success.level ?? "incomplete")
      }),
      { numRuns: 1_000 }
    )
  })

  it("says why not the next level, for the award and each theme below Gold, and only there", () => {
    const reached = new Coverage("cases", [
      "award",
      "theme",
      "gold",
      "enough themes",
      "none too low",
      "majority",
      "essential",
      "weakest"
    ])
    reached.assert(
      10,
      fc.property(judgedOrPartly, (input) => {
        const tree = explain(input)
        fc.pre(Result.isSuccess(tree))
        const { provisional, next, terms, themes } = tree.success
        expect(terms.every(({ holds }) => holds)).toBe(true)
        if (provisional === "gold") reached.count("gold")
        else reached.count("award")
        expect(next === null).toBe(provisional === "gold")
        expect(next?.failed.length).not.toBe(0)
        for (const term of next?.failed ?? []) {
          expect(term).toMatchObject({ at: next?.level, holds: false })
          if (term.kind !== "cap") reached.count(term.kind)
        }
        for (const theme of themes) {
          expect(theme.terms.every(({ holds }) => holds)).toBe(true)
          expect(theme.next === null).toBe(theme.level === null || theme.level === "gold")
          expect(theme.next?.failed.length).not.toBe(0)
          for (const term of theme.next?.failed ?? []) {
            expect(term).toMatchObject({ at: theme.next?.level, holds: false })
            expect(term.below).not.toEqual([])
            reached.count(term.kind)
            reached.count("theme")
          }
        }
      }),
      { numRuns: 1_000 }
    )
  })

  const set = criteriaSetOf([3, 1], (criterion) => ({
    ...criterion,
    essential: criterion.id === "t1.c0",
    weight: criterion.id === "t0.c0" ? 2 : 1
  }))
  const judgements: JudgementSet = {
    "t0.c0": "gold",
    "t0.c1": "silver",
    "t0.c2": { setAside: "no sixth form" },
    "t1.c0": "bronze"
  }

  it("names at each node the events it rests on", () => {
    const tree = explained({
      criteriaSet: set,
      rule: bestFit,
      judgements,
      evidence: { "t0.c0": 1, "t0.c1": 0, "t1.c0": 1 },
      limiters: { cpdShortfall: true },
      provenance: {
        judgements: { "t0.c0": ["j0"], "t0.c1": ["j1"], "t0.c2": ["j2"], "t1.c0": ["j3", "j3b"] },
        evidence: { "t0.c0": ["e0"], "t1.c0": ["e0"] },
        limiters: { cpdShortfall: ["cpd"] },
        pinned: ["enrolled"]
      }
    })
    expect(tree.events).toEqual(["enrolled", "cpd", "j0", "e0", "j1", "j2", "j3", "j3b"])
    expect(tree.themes.map(({ events }) => events)).toEqual([
      ["j0", "e0", "j1", "j2"],
      ["j3", "j3b", "e0"]
    ])
    expect(tree.themes[0]?.criteria[0]).toEqual({
      kind: "criterion",
      id: "t0.c0",
      title: "Criterion 0.0",
      weight: 2,
      essential: false,
      verdict: "judged",
      countsAs: "gold",
      judgement: { kind: "judgement", judged: "gold", events: ["j0"] },
      evidence: { kind: "evidence", items: 1, needed: 1, enough: true, events: ["e0"] },
      events: ["j0", "e0"]
    })
    expect(tree.themes[0]?.criteria.map(({ verdict, countsAs }) => [verdict, countsAs])).toEqual([
      ["judged", "gold"],
      ["too little evidence", "none"],
      ["set aside", null]
    ])
    expect(tree.limiters).toEqual([
      { kind: "limiter", name: "cpdShortfall", action: "advise", events: ["cpd"] }
    ])
  })

  it("rests on no event where none are named, at any node", () => {
    fc.assert(
      fc.property(judgedOrPartly, fc.boolean(), (input, cpdShortfall) => {
        const tree = explain({ ...input, limiters: { cpdShortfall } })
        fc.pre(Result.isSuccess(tree))
        const events = [...JSON.stringify(tree.success).matchAll(/"events":\[(.*?)\]/gu)].map(
          ([, ids]) => ids
        )
        expect(new Set(events)).toEqual(new Set([""]))
      })
    )
  })

  it("says of each criterion what became of it: judged, too little shown, not judged, set aside", () => {
    const reached = new Coverage("cases", ["judged", "too little evidence", "unjudged", "set aside"])
    reached.assert(
      5,
      fc.property(judgedOrPartly, (input) => {
        const tree = explain(input)
        fc.pre(Result.isSuccess(tree))
        const criteria = tree.success.themes.flatMap((theme) => theme.criteria)
        expect(tree.success).toMatchObject({
          kind: "award",
          unjudged: criteria.filter(({ verdict }) => verdict === "unjudged").map(({ id }) => id)
        })
        for (const { countsAs, id, verdict } of criteria) {
          const judged = input.judgements[id]
          const isShown = input.evidence === undefined || (input.evidence[id] ?? 0) >= input.rule.minEvidence
          const expected =
            judged === undefined
              ? ["unjudged", "none"]
              : typeof judged === "object"
                ? ["set aside", null]
                : isShown
                  ? ["judged", judged]
                  : ["too little evidence", "none"]
          expect([verdict, countsAs]).toEqual(expected)
          reached.count(verdict)
        }
      }),
      { numRuns: 500 }
    )
  })

  it("shows the numbers compared", () => {
    const tree = explained({ criteriaSet: set, rule: bestFit, judgements })
    expect(tree.themes[0]?.terms).toEqual([
      {
        kind: "majority",
        at: "gold",
        holds: true,
        weight: 2,
        of: 3,
        num: 1,
        den: 2,
        strict: true,
        below: ["t0.c1"]
      },
      { kind: "weakest", at: "gold", holds: true, weakest: "silver", criterionGap: 2, below: [] }
    ])
    expect(tree.themes[1]?.next).toEqual({
      level: "silver",
      failed: [
        {
          kind: "majority",
          at: "silver",
          holds: false,
          weight: 0,
          of: 1,
          num: 1,
          den: 2,
          strict: true,
          below: ["t1.c0"]
        },
        { kind: "essential", at: "silver", holds: false, lowest: "bronze", below: ["t1.c0"] }
      ]
    })
    expect(tree).toMatchObject({
      level: "silver",
      terms: [
        { kind: "enough themes", at: "silver", holds: true, have: 1, needed: 1, of: 2, below: ["t1"] },
        {
          kind: "none too low",
          at: "silver",
          holds: true,
          lowest: "bronze",
          lowestPermitted: "bronze",
          below: []
        }
      ],
      next: {
        level: "gold",
        failed: [{ kind: "none too low", lowest: "bronze", lowestPermitted: "silver", below: ["t1"] }]
      }
    })
  })

  it("says that a cap is what keeps the next level away", () => {
    const rule = { ...bestFit, limiters: { ...bestFit.limiters, cpdShortfall: { cap: "bronze" } as const } }
    const tree = explained({ criteriaSet: set, rule, judgements, limiters: { cpdShortfall: true } })
    expect(tree.level).toBe("bronze")
    expect(tree.terms.at(-1)).toEqual({
      kind: "cap",
      at: "bronze",
      holds: true,
      cap: "bronze",
      limiters: ["cpdShortfall"]
    })
    expect(tree.next).toEqual({
      level: "silver",
      failed: [{ kind: "cap", at: "silver", holds: false, cap: "bronze", limiters: ["cpdShortfall"] }]
    })
  })

  it("knows one criterion for every one of the set", () => {
    const tree = explained({ criteriaSet: set, rule: bestFit, judgements })
    expect(tree.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))).toEqual(
      criteriaOf(set).map(({ id }) => id)
    )
  })
})
