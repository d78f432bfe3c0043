// What differs between two versions: complete, told in sentences, and the fewest moves that there can be.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { canonicalJson } from "@lcqm/ledger"
import {
  applyCriteriaDifference,
  type CriteriaChangeName,
  criteriaDifferenceSentences,
  type CriteriaSet,
  decodeCriteriaSet,
  diffCriteriaSets,
  revisedSampleCriteriaSet,
  sampleCriteriaSet
} from "../../src/index.ts"
import { anyTwoEditions } from "./editions.ts"

const every: ReadonlyArray<CriteriaChangeName> = [
  "heading reworded",
  "theme added",
  "theme removed",
  "theme reworded",
  "theme moved",
  "criterion added",
  "criterion removed",
  "criterion moved",
  "criterion reworded",
  "criterion re-levelled",
  "weight changed",
  "essential changed",
  "tip added",
  "tip removed",
  "tip moved",
  "tip reworded"
]

describe("the difference of two versions", () => {
  it("makes the second of the first, to the byte, and each change is told", () => {
    const met = new Coverage("changes", every)
    met.assert(
      5,
      fc.property(anyTwoEditions, ([from, to]) => {
        const difference = diffCriteriaSets(from, to)
        const made = Result.getOrThrow(applyCriteriaDifference(from, difference))
        expect(canonicalJson(made)).toBe(canonicalJson(to))
        const sentences = criteriaDifferenceSentences(difference)
        expect(sentences.length).toBeGreaterThanOrEqual(difference.changes.length)
        expect(sentences.join(" ")).not.toMatch(/undefined|\[object/)
        for (const { change } of difference.changes) met.count(change)
      }),
      { numRuns: 300 }
    )
  })

  it("is empty for a version and itself, and only then", () => {
    fc.assert(
      fc.property(anyTwoEditions, ([from, to]) => {
        expect(diffCriteriaSets(from, structuredClone(from)).changes).toEqual([])
        const { changes } = diffCriteriaSets(from, { ...to, version: from.version })
        expect(changes.length === 0).toBe(
          canonicalJson({ ...to, version: from.version }) === canonicalJson(from)
        )
      }),
      { numRuns: 200 }
    )
  })

  it("moves as few as can be: a theme from the first place to the last is one move", () => {
    const [first, ...rest] = sampleCriteriaSet.themes
    const last = { ...sampleCriteriaSet, themes: [...rest, first!] }
    expect(diffCriteriaSets(sampleCriteriaSet, last).changes).toEqual([
      { change: "theme moved", theme: "leadership", from: 0, to: 5 }
    ])
  })

  it("goes by ids: another id is another criterion, another title is the same one", () => {
    const { changes } = diffCriteriaSets(sampleCriteriaSet, revisedSampleCriteriaSet)
    const kinds = changes.map(({ change }) => change)
    expect(kinds).toEqual([
      "heading reworded",
      "criterion removed",
      "criterion removed",
      "essential changed",
      "criterion reworded",
      "criterion re-levelled",
      "criterion added",
      "criterion moved",
      ...(["tip added", "tip added", "tip added", "tip added", "tip added", "tip added"] as const)
    ])
  })

  it("is told in the words of the two", () => {
    const told = criteriaDifferenceSentences(diffCriteriaSets(sampleCriteriaSet, revisedSampleCriteriaSet))
    expect(told.slice(0, 6)).toEqual([
      'The version was "0.1.0-sample" and is "0.2.0-sample".',
      'Criterion events.club, "Clubs and groups", of theme events is gone.',
      'Criterion events.challenge, "Challenges and competitions", of theme events is gone.',
      "Criterion workforce.language is essential now.",
      'The title of criterion promoting.displays was "Mathematics to be seen" and is "Mathematics to be seen and touched".',
      'Criterion promoting.displays at Bronze was "Sample: there is a display about mathematics outside the classrooms." and is "Sample: there is a display about mathematics outside the classrooms, which invites to try something.".'
    ])
    expect(told[7]).toBe(
      "Criterion real-life.work moved from theme real-life to theme community, as number 4."
    )
  })
})

describe("a difference of other versions", () => {
  const { changes } = diffCriteriaSets(sampleCriteriaSet, revisedSampleCriteriaSet)
  const tiny: CriteriaSet = {
    ...sampleCriteriaSet,
    themes: sampleCriteriaSet.themes.slice(0, 1)
  }

  it("is refused, and what does not fit is named", () => {
    const applied = applyCriteriaDifference(tiny, { changes })
    expect(applied).toMatchObject({ failure: { _tag: "Malformed" } })
    expect(Result.isFailure(applied) && applied.failure.problems[0]).toEqual({
      path: "changes[1]",
      expected: "a criterion of sample-lcqm-like 0.1.0-sample",
      got: "events.club"
    })
  })

  it("is refused where what it adds is there, or would stand in no theme or leave a gap", () => {
    const criterion = { id: "new", title: "New", weight: 1, essential: false }
    const refused = (...changes: Parameters<typeof applyCriteriaDifference>[1]["changes"]) =>
      expect(applyCriteriaDifference(tiny, { changes })).toMatchObject({ failure: { _tag: "Malformed" } })
    refused({ change: "criterion added", criterion, at: { theme: "nowhere", at: 0 } })
    refused({ change: "criterion added", criterion, at: { theme: "leadership", at: 9 } })
    refused({
      change: "criterion added",
      criterion: { ...criterion, id: "leadership.plan" },
      at: { theme: "leadership", at: 0 }
    })
    refused({ change: "theme added", theme: "leadership", title: "Again", at: 0 })
    refused({ change: "theme moved", theme: "none", from: 0, to: 0 })
    refused({ change: "theme added", theme: "far", title: "Far", at: 9 })
    refused({ change: "tip removed", tip: { id: "none", tip: "No." } })
    refused({ change: "tip moved", tip: "none", from: 0, to: 0 })
  })
})

describe("the revised sample", () => {
  it("is a criteria set, says that it is a sample, and says of every tip where it is from", () => {
    expect(decodeCriteriaSet(structuredClone(revisedSampleCriteriaSet))).toMatchObject({
      success: revisedSampleCriteriaSet
    })
    expect(revisedSampleCriteriaSet.notice).toContain("not the LCQM criteria")
    expect(revisedSampleCriteriaSet.tips?.map(({ source }) => source)).toEqual(
      Array.from({ length: 6 }, () => expect.stringContaining("top tips"))
    )
  })
})
