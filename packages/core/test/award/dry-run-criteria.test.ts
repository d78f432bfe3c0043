// A dry run of a changed criteria set: what was judged is read by the new criteria, and what is new is unjudged.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type DryRunChange,
  dryRun,
  type DryRunResult,
  type Holder,
  type JudgementSet,
  type RuleSet
} from "../../src/award/index.ts"
import type { CriteriaSet } from "../../src/criteria/index.ts"
import type { Level } from "../../src/vocabulary/level.ts"
import { bestFit, criteriaSetOf } from "./cases.ts"

const results = (change: DryRunChange, holders: Iterable<Holder>): ReadonlyArray<DryRunResult> => [
  ...Result.getOrThrow(dryRun(change, holders))
]
const judged = (...levels: ReadonlyArray<Level>): JudgementSet =>
  Object.fromEntries(levels.map((level, c) => [`t0.c${c}`, level]))
const renamed = (set: CriteriaSet, names: Readonly<Record<string, string>>): CriteriaSet => ({
  ...set,
  version: "2",
  themes: set.themes.map((theme) => ({
    ...theme,
    criteria: theme.criteria.map((criterion) => ({ ...criterion, id: names[criterion.id] ?? criterion.id }))
  }))
})
const oneTheme: RuleSet = { ...bestFit, allowBelow: 0 }

describe("a dry run of a changed criteria set", () => {
  const set = criteriaSetOf([3])

  it("is undecided by a new criterion only where the level depends on it", () => {
    const after = { criteriaSet: criteriaSetOf([4]), rule: oneTheme }
    const told = results({ before: { criteriaSet: set, rule: oneTheme }, after }, [
      { holder: "depends", judgements: judged("gold", "gold", "silver") },
      { holder: "cannot matter", judgements: judged("none", "none", "none") },
      { holder: "depends too", judgements: judged("gold", "gold", "none") }
    ])
    expect(told.map(({ holder, verdict }) => [holder, verdict])).toEqual([
      ["depends", "undecided"],
      ["cannot matter", "stays"],
      ["depends too", "undecided"]
    ])
    expect(told[0]).toMatchObject({
      after: { level: null, atLeast: "silver", atMost: "gold", unjudged: ["t0.c3"] }
    })
  })

  it("follows the map from the old criteria to the new", () => {
    const to = renamed(set, { "t0.c0": "new.a", "t0.c1": "new.b", "t0.c2": "new.c" })
    const migration = {
      "t0.c0": { becomes: ["new.a", "new.b"] as const },
      "t0.c1": { becomes: ["new.c"] as const },
      "t0.c2": { noEquivalent: "no longer asked" }
    }
    const [told] = results(
      { before: { criteriaSet: set, rule: oneTheme }, after: { criteriaSet: to, rule: oneTheme }, migration },
      [
        {
          holder: "a",
          judgements: judged("gold", "bronze", "bronze"),
          evidence: { "t0.c0": 1, "t0.c1": 1, "t0.c2": 1 }
        }
      ]
    )
    expect(told).toMatchObject({ verdict: "gains", before: { level: "bronze" }, after: { level: "gold" } })
  })

  it("is undecided where what was not judged yet is no longer asked, though every theme is now at one level", () => {
    const after = { criteriaSet: criteriaSetOf([2]), rule: oneTheme }
    const migration = { "t0.c2": { noEquivalent: "no longer asked" } }
    const [told] = results({ before: { criteriaSet: set, rule: oneTheme }, after, migration }, [
      { holder: "a", judgements: judged("gold", "silver") }
    ])
    expect(told).toMatchObject({
      verdict: "undecided",
      before: { atLeast: "silver", atMost: "gold" },
      after: { level: "silver", atLeast: "silver", atMost: "silver" }
    })
  })

  it("takes a new criterion to be shown as well as can be, where it is asked how far a holder may come", () => {
    const [told] = results(
      {
        before: { criteriaSet: set, rule: oneTheme },
        after: { criteriaSet: criteriaSetOf([4]), rule: oneTheme }
      },
      [
        {
          holder: "a",
          judgements: judged("gold", "gold", "silver"),
          evidence: { "t0.c0": 1, "t0.c1": 1, "t0.c2": 1 }
        }
      ]
    )
    expect(told).toMatchObject({ after: { atLeast: "silver", atMost: "gold" } })
  })

  it("tells the moves of the themes that both sets have, also of one that comes to take part", () => {
    const [both, fewer, other] = [criteriaSetOf([1, 1, 1]), criteriaSetOf([1, 1]), criteriaSetOf([1, 1, 1])]
    const rule = { ...bestFit, setAsideCap: { num: 1, den: 1 } }
    const aside = { setAside: "not in our setting" }
    const judgements = { "t0.c0": "gold", "t1.c0": "silver", "t2.c0": aside } as const
    const themesOf = (change: DryRunChange) =>
      results(change, [{ holder: "a", judgements }]).flatMap((told) => ("themes" in told ? told.themes : []))
    expect(
      themesOf({
        before: { criteriaSet: both, rule },
        after: { criteriaSet: fewer, rule },
        migration: { "t2.c0": { noEquivalent: "no longer asked" } }
      })
    ).toEqual([])
    const moved = {
      before: { criteriaSet: other, rule },
      after: { criteriaSet: renamed(other, { "t2.c0": "t2.new" }), rule },
      migration: { "t2.c0": { noEquivalent: "asked otherwise" } }
    }
    expect(themesOf(moved)).toEqual([{ id: "t2", from: null, to: "none", failed: [] }])
    const back = {
      before: { criteriaSet: fewer, rule },
      after: { criteriaSet: renamed(fewer, { "t1.c0": "t1.new" }), rule },
      migration: { "t1.c0": { becomes: ["t1.new"] as const } }
    }
    expect(results(back, [{ holder: "a", judgements: { "t0.c0": "gold", "t1.c0": aside } }])).toMatchObject([
      { themes: [] }
    ])
  })

  it("tells of a theme that no longer takes part that it moves, and of none of its terms that it fails", () => {
    const rule = { ...bestFit, setAsideCap: { num: 1, den: 1 } }
    const [told] = results(
      {
        before: { criteriaSet: criteriaSetOf([1, 2]), rule },
        after: { criteriaSet: renamed(criteriaSetOf([1, 1]), { "t1.c0": "t1.c1" }), rule },
        migration: { "t1.c0": { noEquivalent: "no longer asked" } }
      },
      [
        {
          holder: "a",
          judgements: { "t0.c0": "gold", "t1.c0": "silver", "t1.c1": { setAside: "not in our setting" } }
        }
      ]
    )
    expect(told).toMatchObject({ themes: [{ id: "t1", from: "silver", to: null, failed: [] }] })
  })

  it("gives for a theme that moves its own failed terms, and no other theme's", () => {
    const both = criteriaSetOf([3, 3])
    const stricter = { ...bestFit, themeMajority: { num: 2, den: 3, strict: true } }
    const [told] = results(
      { before: { criteriaSet: both, rule: bestFit }, after: { criteriaSet: both, rule: stricter } },
      [
        {
          holder: "a",
          judgements: {
            ...judged("gold", "gold", "silver"),
            "t1.c0": "silver",
            "t1.c1": "silver",
            "t1.c2": "silver"
          }
        }
      ]
    )
    const failed = [{ kind: "majority", at: "gold", holds: false, weight: 2, of: 3, below: ["t0.c2"] }]
    expect(told).toMatchObject({ themes: [{ id: "t0", from: "gold", to: "silver", failed }] })
  })

  it("is refused where a criterion is dropped in silence, or a map names what is not there", () => {
    const to = renamed(criteriaSetOf([2]), {})
    const result = dryRun(
      {
        before: { criteriaSet: set, rule: oneTheme },
        after: { criteriaSet: to, rule: oneTheme },
        migration: { "t0.c1": { becomes: ["t9.c9"] }, "t8.c8": { noEquivalent: "x" } }
      },
      []
    )
    expect(Result.isFailure(result) && result.failure).toMatchObject({
      _tag: "Malformed",
      problems: [
        { path: "t8.c8", expected: "a criterion of generated 1" },
        { path: "t0.c1.becomes", expected: "criteria of generated 2", got: "t9.c9" },
        { path: "t0.c2", expected: "what it becomes, or that it has no equivalent", got: "nothing" }
      ]
    })
  })
})
