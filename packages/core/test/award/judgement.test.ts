import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { countEvidence, decodeEvidence, decodeJudgements } from "../../src/award/index.ts"
import { decodeCriteriaSet, sampleCriteriaSet } from "../../src/criteria/index.ts"
import { bestFit, criteriaSetOf } from "./cases.ts"

const problemsOf = (input: unknown, set = sampleCriteriaSet) => {
  const read = decodeJudgements(input, set, bestFit)
  return Result.isFailure(read) ? read.failure.problems : []
}

describe("judgements from outside", () => {
  it("are a level or set aside with a reason; none is a level, and what is absent is unjudged", () => {
    const judgements = {
      "leadership.champion": "silver",
      "leadership.plan": "none",
      "workforce.cpd": { setAside: "the Champion is new" },
      "workforce.language": "bronze",
      "promoting.voice": "gold"
    }
    expect(decodeJudgements(judgements, sampleCriteriaSet, bestFit)).toEqual(Result.succeed(judgements))
    expect(decodeJudgements({}, sampleCriteriaSet, bestFit)).toEqual(Result.succeed({}))
  })

  it("are refused, each at its criterion, with every problem named", () => {
    expect(
      problemsOf({
        "leadership.coach": "gold",
        "leadership.plan": "Gold",
        "leadership.governors": 2,
        "workforce.cpd": { setAside: "  " },
        "promoting.voice": { setaside: "x" },
        "events.day": null,
        "events.club": []
      })
    ).toEqual([
      {
        path: "leadership.coach",
        expected: "a criterion of sample-lcqm-like 0.1.0-sample",
        got: '"leadership.coach"'
      },
      {
        path: "leadership.plan",
        expected: 'none, bronze, silver, gold or { "setAside": reason }',
        got: '"Gold"'
      },
      {
        path: "leadership.governors",
        expected: 'none, bronze, silver, gold or { "setAside": reason }',
        got: "2"
      },
      { path: "workforce.cpd.setAside", expected: "a reason in words", got: '"  "' },
      { path: "promoting.voice.setaside", expected: "no such key", got: '"x"' },
      { path: "promoting.voice.setAside", expected: "a value", got: "nothing" },
      { path: "events.day", expected: 'none, bronze, silver, gold or { "setAside": reason }', got: "null" },
      { path: "events.club", expected: expect.any(String), got: "[]" }
    ])
    expect(problemsOf([])).toEqual([{ path: "", expected: "judgements by criterion id", got: "[]" }])
  })

  it("set aside no more of a theme than the cap, to the criterion", () => {
    const aside = { setAside: "not in our setting" }
    const set = criteriaSetOf([2, 3, 5, 6])
    expect(problemsOf({ "t1.c0": aside, "t2.c0": aside, "t3.c0": aside, "t3.c5": aside }, set)).toEqual([])
    expect(
      problemsOf(
        { "t0.c0": aside, "t1.c0": aside, "t1.c1": "gold", "t1.c2": aside, "t2.c0": aside, "t2.c3": aside },
        set
      )
    ).toEqual([
      {
        path: "t0.c0",
        expected: "at most 0 of the 2 criteria of t0 set aside (1/3)",
        got: "1 set aside: t0.c0"
      },
      {
        path: "t1.c2",
        expected: "at most 1 of the 3 criteria of t1 set aside (1/3)",
        got: "2 set aside: t1.c0, t1.c2"
      },
      {
        path: "t2.c3",
        expected: "at most 1 of the 5 criteria of t2 set aside (1/3)",
        got: "2 set aside: t2.c0, t2.c3"
      }
    ])
  })

  it("never set aside an essential criterion", () => {
    const set = criteriaSetOf([3], (criterion) => ({ ...criterion, essential: criterion.id === "t0.c1" }))
    expect(problemsOf({ "t0.c1": { setAside: "x" } }, set)).toEqual([
      {
        path: "t0.c1",
        expected: "a level: an essential criterion is never set aside",
        got: '{"setAside":"x"}'
      }
    ])
  })

  it("are told apart from what every object has", () => {
    expect(
      problemsOf(JSON.parse('{ "__proto__": "gold", "toString": "gold" }')).map(({ path }) => path)
    ).toEqual(["__proto__", "toString"])
    const named = Result.getOrThrow(
      decodeCriteriaSet({
        id: "odd",
        version: "1",
        title: "Odd",
        themes: [
          {
            id: "__proto__",
            title: "T",
            criteria: [
              { id: "__proto__", title: "P" },
              { id: "constructor", title: "C" }
            ]
          }
        ]
      })
    )
    const read = Result.getOrThrow(decodeJudgements(JSON.parse('{ "__proto__": "gold" }'), named, bestFit))
    expect(Object.entries(read)).toEqual([["__proto__", "gold"]])
  })

  it("never make it throw, whatever JSON comes", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (input) => {
        expect(Result.isResult(decodeJudgements(input, sampleCriteriaSet, bestFit))).toBe(true)
      })
    )
  })
})

const item = (evidence: string, state: "assigned" | "insufficient" | "accepted", inWindow = true) =>
  ({ evidence, criterion: "leadership.plan", state, inWindow }) as const

describe("evidence", () => {
  const items = [
    item("a", "assigned"),
    item("b", "insufficient"),
    item("c", "accepted"),
    item("d", "accepted", false)
  ]

  it("counts for the self set where assigned and not found insufficient, for the others where accepted", () => {
    expect(countEvidence("self", items)).toEqual({ "leadership.plan": 2 })
    expect(countEvidence("assessor", items)).toEqual({ "leadership.plan": 1 })
    expect(countEvidence("agreed", items)).toEqual({ "leadership.plan": 1 })
  })

  it("counts an item once for a criterion, and again for another", () => {
    const twice = [
      item("a", "accepted"),
      item("a", "accepted"),
      { ...item("a", "accepted"), criterion: "events.day" }
    ]
    expect(countEvidence("agreed", twice)).toEqual({ "leadership.plan": 1, "events.day": 1 })
  })

  it("from outside is whole numbers by criterion", () => {
    expect(decodeEvidence({ "leadership.plan": 0 }, sampleCriteriaSet)).toEqual(
      Result.succeed({ "leadership.plan": 0 })
    )
    const read = decodeEvidence(
      { "leadership.coach": 1, "leadership.plan": 1.5, "events.day": "2" },
      sampleCriteriaSet
    )
    expect(Result.isFailure(read) && read.failure.problems).toEqual([
      {
        path: "leadership.coach",
        expected: "a criterion of sample-lcqm-like 0.1.0-sample",
        got: '"leadership.coach"'
      },
      { path: "leadership.plan", expected: "a number of items: a whole number from 0", got: "1.5" },
      { path: "events.day", expected: "a number of items: a whole number from 0", got: '"2"' }
    ])
    expect(Result.isFailure(decodeEvidence(null, sampleCriteriaSet))).toBe(true)
  })
})
