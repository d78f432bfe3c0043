// What if evidence does not stand? The worst that can come of it, and what it would cost.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { ifRejected } from "../../../src/award/index.ts"
import { rankOf } from "../../../src/vocabulary/level.ts"
import { bestFit, criteriaSetOf } from "../cases.ts"

describe("evidence that may be rejected", () => {
  const set = criteriaSetOf([1, 1])
  const item = (evidence: string, criterion: string, state: "assigned" | "accepted" = "accepted") =>
    ({ evidence, criterion, state, inWindow: true }) as const
  const items = [item("a", "t0.c0"), item("b", "t0.c0"), item("c", "t1.c0"), item("d", "t1.c0", "assigned")]
  const input = {
    criteriaSet: set,
    rule: bestFit,
    judgements: { "t0.c0": "silver", "t1.c0": "silver" } as const,
    items
  }

  it("is harmless where enough is left, and otherwise says what falls", () => {
    expect(Result.getOrThrow(ifRejected({ ...input, set: "agreed", rejected: ["a"] }))).toMatchObject({
      now: { level: "silver" },
      worst: { level: "silver" },
      themes: [],
      criteria: []
    })
    expect(Result.getOrThrow(ifRejected({ ...input, set: "agreed", rejected: ["a", "c"] }))).toMatchObject({
      now: { level: "silver" },
      worst: { level: "none" },
      themes: [{ id: "t1", from: "silver", to: "none" }],
      criteria: ["t1.c0"]
    })
    expect(Result.getOrThrow(ifRejected({ ...input, set: "self", rejected: ["c"] })).criteria).toEqual([])
  })

  it("is at its worst when all of it is rejected: no part of it does more harm", () => {
    const reached = new Coverage("cases", ["harm", "none"])
    const drawn = fc.subarray(items.map(({ evidence }) => evidence))
    reached.assert(
      5,
      fc.property(drawn, drawn, (rejected, other) => {
        const part = rejected.filter((id) => other.includes(id))
        const whole =
          Result.getOrThrow(ifRejected({ ...input, set: "agreed", rejected })).worst.level ?? "none"
        const ofPart =
          Result.getOrThrow(ifRejected({ ...input, set: "agreed", rejected: part })).worst.level ?? "none"
        expect(rankOf(whole)).toBeLessThanOrEqual(rankOf(ofPart))
        reached.count(whole === "silver" ? "none" : "harm")
      })
    )
  })

  it("names only the criteria that had enough and no longer have", () => {
    const answer = Result.getOrThrow(
      ifRejected({ ...input, rule: { ...bestFit, minEvidence: 2 }, set: "agreed", rejected: ["a", "c"] })
    )
    expect(answer.criteria).toEqual(["t0.c0"])
  })

  it("says nothing of a theme that takes no part", () => {
    const judgements = { "t0.c0": "silver" as const, "t1.c0": { setAside: "not in our setting" } }
    const rule = { ...bestFit, setAsideCap: { num: 1, den: 1 } }
    const answer = Result.getOrThrow(
      ifRejected({ ...input, rule, judgements, set: "agreed", rejected: ["a", "b"] })
    )
    expect(answer.themes).toEqual([{ id: "t0", from: "silver", to: "none" }])
  })

  it("is refused where the case is", () => {
    const judgements = { "t9.c9": "gold" as const }
    const result = ifRejected({ ...input, judgements, set: "agreed", rejected: [] })
    expect(Result.isFailure(result) && result.failure._tag).toBe("UnknownCriterion")
  })
})
