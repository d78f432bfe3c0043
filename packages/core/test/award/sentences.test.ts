// The same tree as plain English.
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type AwardCase,
  type AwardNode,
  explain,
  type JudgementSet,
  type Provenance,
  sentences
} from "../../src/award/index.ts"

import { awardCase, bestFit, criteriaSetOf } from "./cases.ts"

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

describe("an explanation in sentences", () => {
  const set = criteriaSetOf([3, 1, 1], (criterion) => ({
    ...criterion,
    essential: criterion.id === "t1.c0",
    weight: criterion.id === "t0.c0" ? 2 : 1
  }))
  const judgements: JudgementSet = {
    "t0.c0": "gold",
    "t0.c1": "none",
    "t0.c2": { setAside: "no sixth form" },
    "t1.c0": "bronze",
    "t2.c0": "silver"
  }

  it("reads as plain English, from the verdict to the evidence", () => {
    const evidence = { "t0.c0": 2, "t0.c1": 1, "t1.c0": 1, "t2.c0": 0 }
    const tree = explained({
      criteriaSet: set,
      rule: { ...bestFit, absoluteFloor: "none" },
      judgements,
      evidence,
      limiters: { cpdShortfall: true, schoolClosed: true }
    })
    expect(sentences(tree)).toEqual([
      "The indicated level is Bronze.",
      "Rule best-fit 1, criteria set generated 1.",
      "To be considered: fewer CPD sessions attended than Champions are asked to attend.",
      "No award can be made: the school has closed.",
      "2 of 3 themes are at Bronze or above; the rule asks for 2.",
      "The rule lets any theme be lower than Bronze.",
      "Not Silver:",
      "  1 of 3 themes is at Silver or above; the rule asks for 2. Below it: Theme 1 and Theme 2.",
      "  Theme 2 is below Bronze, the lowest the rule permits for Silver.",
      "Theme 0 is at Silver.",
      "  2 of 3 by weight are at Silver or above; the rule asks for more than 1/2.",
      "  The weakest criterion is at none; the rule lets it be at most 2 levels below Silver.",
      "  Not Gold:",
      "    The weakest criterion is at none; the rule lets it be at most 2 levels below Gold.",
      "  Criterion 0.0 (weight 2): judged Gold; 2 items of evidence count.",
      "  Criterion 0.1: judged none; 1 item of evidence counts.",
      "  Criterion 0.2: set aside as not applicable: no sixth form",
      "Theme 1 is at Bronze.",
      "  1 of 1 by weight is at Bronze or above; the rule asks for more than 1/2.",
      "  Every essential criterion is at Bronze or above.",
      "  The weakest criterion is at Bronze; the rule lets it be at most 2 levels below Bronze.",
      "  Not Silver:",
      "    0 of 1 by weight are at Silver or above; the rule asks for more than 1/2. Below it: Criterion 1.0.",
      "    Criterion 1.0 is essential and below Silver.",
      "  Criterion 1.0 (essential): judged Bronze; 1 item of evidence counts.",
      "Theme 2 is at none.",
      "  Not Bronze:",
      "    0 of 1 by weight are at Bronze or above; the rule asks for more than 1/2. Below it: Criterion 2.0.",
      "  Criterion 2.0: judged Silver, but counts as none: 0 items of evidence count and the rule asks for 1."
    ])
  })

  it("reads as plain English under a stricter rule, with caps in force and several names in a row", () => {
    const input: AwardCase = {
      criteriaSet: criteriaSetOf([2, 1, 1, 1], (criterion) =>
        criterion.id === "t0.c0" ? { ...criterion, essential: true, weight: 3 } : criterion
      ),
      rule: {
        ...bestFit,
        themeMajority: { num: 1, den: 1, strict: false },
        criterionGap: 1,
        allowBelow: 0,
        limiters: {
          cpdShortfall: { cap: "silver" },
          conflictOfInterest: { cap: "bronze" },
          schoolClosed: "block"
        }
      },
      judgements: {
        "t0.c0": "gold",
        "t0.c1": "gold",
        "t1.c0": "silver",
        "t2.c0": "silver",
        "t3.c0": "silver"
      },
      limiters: { cpdShortfall: true, conflictOfInterest: true }
    }
    expect(sentences(explained(input))).toEqual([
      "The indicated level is Bronze.",
      "Rule best-fit 1, criteria set generated 1.",
      "The level is capped at Silver: fewer CPD sessions attended than Champions are asked to attend.",
      "The level is capped at Bronze: a conflict of interest of the assessor.",
      "4 of 4 themes are at Bronze or above; the rule asks for 4.",
      "No theme is below Bronze, the lowest the rule permits for Bronze.",
      "The level is at most Bronze: fewer CPD sessions attended than Champions are asked to attend and a conflict of interest of the assessor.",
      "Not Silver:",
      "  The level is at most Bronze: fewer CPD sessions attended than Champions are asked to attend and a conflict of interest of the assessor.",
      "Theme 0 is at Gold.",
      "  4 of 4 by weight are at Gold; the rule asks for all of it.",
      "  Every essential criterion is at Gold.",
      "  The weakest criterion is at Gold; the rule lets it be at most 1 level below Gold.",
      "  Criterion 0.0 (essential, weight 3): judged Gold.",
      "  Criterion 0.1: judged Gold.",
      ...[1, 2, 3].flatMap((t) => [
        `Theme ${t} is at Silver.`,
        "  1 of 1 by weight is at Silver or above; the rule asks for all of it.",
        "  The weakest criterion is at Silver; the rule lets it be at most 1 level below Silver.",
        "  Not Gold:",
        `    0 of 1 by weight are at Gold; the rule asks for all of it. Below it: Criterion ${t}.0.`,
        `  Criterion ${t}.0: judged Silver.`
      ])
    ])
    const uncapped: AwardCase = { ...input, rule: { ...input.rule, limiters: bestFit.limiters } }
    expect(sentences(explained(uncapped))).toContain(
      "  1 of 4 themes is at Gold; the rule asks for 4. Below it: Theme 1, Theme 2 and Theme 3."
    )
  })

  it("says nothing of a next level where there is none, and speaks of one theme and one criterion as of one", () => {
    const one = criteriaSetOf([1])
    const rule = { ...bestFit, allowBelow: 0, themeMajority: { num: 2, den: 3, strict: false } }
    expect(sentences(explained({ criteriaSet: one, rule, judgements: { "t0.c0": "gold" } }))).toEqual([
      "The indicated level is Gold.",
      "Rule best-fit 1, criteria set generated 1.",
      "1 of 1 theme is at Gold; the rule asks for 1.",
      "No theme is below Silver, the lowest the rule permits for Gold.",
      "Theme 0 is at Gold.",
      "  1 of 1 by weight is at Gold; the rule asks for at least 2/3.",
      "  The weakest criterion is at Gold; the rule lets it be at most 2 levels below Gold.",
      "  Criterion 0.0: judged Gold."
    ])
    expect(sentences(explained({ criteriaSet: one, rule, judgements: {} }))[0]).toBe(
      "There is no level yet: 1 criterion is not judged (Criterion 0.0)."
    )
  })

  it("says that there is no level yet, and what it would be", () => {
    const rule = { ...bestFit, setAsideCap: { num: 1, den: 1 } }
    const tree = explained({
      criteriaSet: set,
      rule,
      judgements: { "t0.c0": "gold", "t0.c1": "gold", "t2.c0": { setAside: "none near us" } }
    })
    expect(sentences(tree).slice(0, 2)).toEqual([
      "There is no level yet: 2 criteria are not judged (Criterion 0.2 and Criterion 1.0).",
      "Counting what is not judged as none, the level would be none."
    ])
    expect(sentences(tree)).toContain("  Criterion 1.0 (essential): not yet judged.")
    expect(sentences(tree)).toContain("Theme 2 takes no part: every criterion is set aside.")
  })

  it("has a sentence for every tree, none of them with a hole", () => {
    fc.assert(
      fc.property(judgedOrPartly, (input) => {
        const tree = explain(input)
        fc.pre(Result.isSuccess(tree))
        for (const line of sentences(tree.success)) {
          expect(line).toMatch(/\S[.:]?$/)
          expect(line).not.toMatch(/undefined|null|NaN|\[object/)
        }
      })
    )
  })
})
