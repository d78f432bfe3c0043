// What goes with a rule is put to the laws too: a what-if, an explanation or a formula that is wrong in one point
// must be found beside a rule that is right.
import {
  type AwardCase,
  type AwardNode,
  closedForm,
  derive,
  explain,
  type Level,
  levelFromLeaves,
  presets,
  whatIf
} from "@lcqm/core"
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import {
  type AnyWhatIf,
  checkAwardLaws,
  closedFormOf,
  type CounterExample,
  type LawName,
  type Raised,
  type RuleToTest
} from "../../src/award/index.ts"

const bestFit = presets["best-fit/1"]

const broken = <Tree>(tested: Partial<RuleToTest<Tree>>): ReadonlyArray<readonly [LawName, CounterExample]> =>
  checkAwardLaws({ derive, rule: bestFit, ...tested }, { runs: 300 }).laws.flatMap((report) =>
    report.outcome === "broken" ? [[report.law, report.counterExample] as const] : []
  )

const only = <Tree>(tested: Partial<RuleToTest<Tree>>, law: LawName): CounterExample => {
  const found = broken(tested)
  expect(found.map(([name]) => name)).toEqual([law])
  const [, counterExample] = found[0] ?? []
  if (counterExample === undefined) throw new Error(`${law} holds`)
  return counterExample
}

type Sets = ReadonlyArray<ReadonlyArray<Raised>>

// The library's own what-if with its sets changed.
const whatIfWith =
  (changed: (sets: Sets, input: AwardCase) => { readonly sets: Sets; readonly all?: boolean }): AnyWhatIf =>
  (input, asked) =>
    Result.map(whatIf(input, asked), ({ all, sets }) => ({ all, ...changed(sets, input) }))

describe("a what-if", () => {
  it("of the library, and an explanation and a closed form, are right beside its rule", () => {
    expect(broken({ whatIf, explain, levelFromLeaves, closedForm })).toEqual([])
  })

  it("that leaves out an upgrade is not enough", () => {
    const found = only(
      { whatIf: whatIfWith((sets) => ({ sets: sets.map((set) => set.slice(1)) })) },
      "whatIfSoundAndMinimal"
    )
    expect(found.sentences).toEqual([
      "Theme 0: Criterion 0.0 at none.",
      "Theme 1: Criterion 1.0 at none.",
      "The award is none; asked what it takes to reach Bronze.",
      "The what-if says Criterion 1.0 to Bronze; with that it is none."
    ])
  })

  it("that raises one criterion higher than need be is not minimal", () => {
    const higher = (set: ReadonlyArray<Raised>): ReadonlyArray<Raised> => {
      const [first, ...rest] = set
      return first === undefined ? set : [{ ...first, to: "gold" }, ...rest]
    }
    const found = only(
      { whatIf: whatIfWith((sets) => ({ sets: sets.map(higher) })) },
      "whatIfSoundAndMinimal"
    )
    expect(found.change).toMatchObject({ kind: "upgraded", target: "bronze" })
    expect(found.sentences.at(-1)).toBe(
      "The what-if says Criterion 0.0 to Gold and Criterion 1.0 to Bronze; but this is enough: Criterion 0.0 to Bronze and Criterion 1.0 to Bronze."
    )
  })

  it("that raises a criterion for nothing is not minimal, in a large case too", () => {
    const more = whatIfWith((sets, { criteriaSet: { themes }, judgements }) => ({
      all: false,
      sets:
        themes.length < 4
          ? sets
          : sets.map((set) => {
              const idle = themes
                .flatMap(({ criteria }) => criteria)
                .find(
                  ({ id }) => judgements[id] === "bronze" && set.every(({ criterion }) => criterion !== id)
                )
              return idle === undefined ? set : [...set, { criterion: idle.id, to: "silver" }]
            })
    }))
    const found = only({ whatIf: more }, "whatIfSoundAndMinimal")
    expect(found.input.criteriaSet.themes).toHaveLength(4)
    expect(found.sentences.at(-1)).toMatch(/ but this is enough: /)
  })

  it("that says it lists all sets and does not is caught by one that it lacks", () => {
    const found = only(
      { whatIf: whatIfWith((sets) => ({ sets: sets.slice(0, 1), all: true })) },
      "whatIfSoundAndMinimal"
    )
    expect(found.sentences.at(-1)).toMatch(
      /^The what-if says that it lists all 1 smallest set, but this is another: /
    )
  })

  it("that gives sets of different sizes is caught", () => {
    const doubled = whatIfWith((sets) => {
      const [first, ...rest] = sets
      const more = first?.map((one) => ({ ...one, to: "gold" as const })) ?? []
      return { sets: first === undefined || first.length === 0 ? sets : [first, more, ...rest], all: false }
    })
    const found = only({ whatIf: doubled }, "whatIfSoundAndMinimal")
    expect(found.sentences.at(-1)).toMatch(/^The what-if gives sets of different sizes: /)
  })

  it("that knows no way where there is one is caught", () => {
    const found = only({ whatIf: whatIfWith(() => ({ sets: [] })) }, "whatIfSoundAndMinimal")
    expect(found.sentences.at(-1)).toMatch(/^The what-if says no way; but this is enough: /)
  })

  it("that forgets that evidence is missing is not enough", () => {
    const forgetful = whatIfWith((sets) => ({
      sets: sets.map((set) => set.map(({ criterion, to }) => ({ criterion, to })))
    }))
    const found = only({ whatIf: forgetful }, "whatIfSoundAndMinimal")
    expect(found.input.evidence).toBeDefined()
  })
})

describe("an explanation", () => {
  const withCriteria =
    (change: (criterion: AwardNode["themes"][number]["criteria"][number]) => object) =>
    (input: AwardCase): Result.Result<AwardNode, unknown> =>
      Result.map(explain(input), (tree): AwardNode => ({
        ...tree,
        themes: tree.themes.map((theme) => ({
          ...theme,
          criteria: theme.criteria.map((criterion) => ({ ...criterion, ...change(criterion) }))
        }))
      }))

  it("without its evidence does not lead to the level", () => {
    const found = only(
      { explain: withCriteria(() => ({ evidence: null })), levelFromLeaves },
      "levelFromLeaves"
    )
    expect(found.sentences).toEqual([
      "Theme 0: Criterion 0.0 (0 items of evidence) at Bronze.",
      "Theme 1: Criterion 1.0 (0 items of evidence) at Bronze.",
      "The award is none, and the leaves of its explanation give Bronze."
    ])
  })

  it("that forgets what is essential does not lead to the level", () => {
    const found = only(
      { explain: withCriteria(() => ({ essential: false })), levelFromLeaves },
      "levelFromLeaves"
    )
    expect(found.sentences.some((line) => line.includes("(essential)"))).toBe(true)
  })

  it("that is not data does not survive being written down", () => {
    const tested: Partial<RuleToTest<ReadonlyMap<string, Level | null>>> = {
      explain: (input) =>
        Result.map(derive(input), ({ level }) => new Map<string, Level | null>([["level", level]])),
      levelFromLeaves: (tree) => tree.get("level") ?? null
    }
    const found = only(tested, "levelFromLeaves")
    expect(found.change).toEqual({ kind: "threw" })
    expect(found.sentences.at(-1)).toMatch(/^The rule threw: .*get is not a function/)
  })

  it("that is refused where there is a level is caught", () => {
    const found = only({ explain: () => Result.fail("no"), levelFromLeaves }, "levelFromLeaves")
    expect(found.sentences.at(-1)).toBe("The award is none, but there is no explanation of it.")
  })
})

describe("a closed form", () => {
  it("of best fit is not that of another preset: the profile that differs is shown", () => {
    const found = only({ rule: presets["six-of-seven-style/1"], closedForm }, "closedForm")
    expect(found.sentences.slice(-2)).toEqual([
      "The themes are at Bronze and none.",
      "The closed form gives none, the rule Bronze."
    ])
  })

  it("for any rule is right under rules drawn with the cases", () => {
    const { laws } = checkAwardLaws({ derive, rule: "any", closedForm: closedFormOf }, { runs: 2_000 })
    expect(laws.map(({ law, outcome }) => [law, outcome])).toEqual([
      ["monotone", "held"],
      ["unanimity", "held"],
      ["bounds", "held"],
      ["orderIrrelevant", "held"],
      ["weightScaling", "held"],
      ["closedForm", "held"],
      ["notApplicableIsRemoved", "held"],
      ["whatIfSoundAndMinimal", "not put"],
      ["stricterNeverHigher", "held"],
      ["levelFromLeaves", "not put"],
      ["unchangedByLaterRules", "held"]
    ])
  })
})

describe("stricter versions of a rule without parameters", () => {
  const capped = (most: Level) => (input: AwardCase) =>
    Result.map(derive(input), ({ level }) => (level === "gold" && most !== "gold" ? most : level))

  it("are put where they are given", () => {
    const { laws } = checkAwardLaws({
      derive: (input) => derive(input),
      stricter: [{ name: "no Gold", derive: capped("silver") }]
    })
    const report = laws.find(({ law }) => law === "stricterNeverHigher")
    expect(report?.outcome === "held" && Object.keys(report.met)).toEqual([
      "a stricter no Gold lowered the award"
    ])
  })

  it("that give more are caught, by name", () => {
    const found = checkAwardLaws({
      derive: capped("silver"),
      stricter: [{ name: "with Gold", derive }]
    }).laws.find(({ law }) => law === "stricterNeverHigher")
    expect(found?.outcome === "broken" && found.counterExample.sentences.at(-1)).toBe(
      "Under the stricter with Gold, the award was Silver and is now Gold: it rose."
    )
  })
})
