// Generated cases of the award rule: criteria sets of every small shape, every kind of rule, and judgements near
// one level, so that all four levels are indicated often.
import * as fc from "fast-check"
import type { AwardCase, EvidenceCounts, Judgement, JudgementSet, RuleSet } from "../../src/award/index.ts"
import { presets } from "../../src/award/index.ts"
import type { CriteriaSet, Criterion } from "../../src/criteria/index.ts"
import { type Level, levels, rankOf } from "../../src/vocabulary/level.ts"

export const bestFit = presets["best-fit/1"]

/** A criteria set of so many criteria a theme, all of weight 1 and none essential. */
export const criteriaSetOf = (
  sizes: ReadonlyArray<number>,
  change: (criterion: Criterion, theme: number) => Criterion = (criterion) => criterion
): CriteriaSet => ({
  id: "generated",
  version: "1",
  title: "Generated",
  themes: sizes.map((size, t) => ({
    id: `t${t}`,
    title: `Theme ${t}`,
    criteria: Array.from({ length: size }, (_, c) =>
      change({ id: `t${t}.c${c}`, title: `Criterion ${t}.${c}`, weight: 1, essential: false }, t)
    )
  }))
})

export const criteriaOf = (set: CriteriaSet): ReadonlyArray<Criterion> =>
  set.themes.flatMap(({ criteria }) => criteria)

export const level = fc.constantFrom(...levels)

const maybeEssential = fc.oneof(
  { arbitrary: fc.constant(false), weight: 5 },
  { arbitrary: fc.constant(true), weight: 1 }
)

export const criteriaSet = (most = 6, least = 1): fc.Arbitrary<CriteriaSet> =>
  fc
    .array(
      fc.array(fc.record({ weight: fc.integer({ min: 1, max: 4 }), essential: maybeEssential }), {
        minLength: 1,
        maxLength: 4
      }),
      {
        minLength: least,
        maxLength: most
      }
    )
    .map((themes) => ({
      ...criteriaSetOf([]),
      themes: themes.map((criteria, t) => ({
        id: `t${t}`,
        title: `Theme ${t}`,
        criteria: criteria.map((given, c) => ({ id: `t${t}.c${c}`, title: `Criterion ${t}.${c}`, ...given }))
      }))
    }))

const majority = fc.constantFrom(
  { num: 1, den: 2, strict: true },
  { num: 1, den: 1, strict: false },
  { num: 2, den: 3, strict: false },
  { num: 1, den: 3, strict: true },
  { num: 0, den: 1, strict: true }
)

/** A rule for a criteria set of so many themes. */
export const ruleFor = (themes: number): fc.Arbitrary<RuleSet> =>
  fc
    .record({
      themeMajority: majority,
      criterionGap: fc.integer({ min: 0, max: 3 }),
      allowBelow: fc.integer({ min: 0, max: Math.min(2, themes - 1) }),
      themeGap: fc.integer({ min: 0, max: 3 }),
      absoluteFloor: fc.constantFrom("none" as const, "bronze" as const),
      setAsideCap: fc.constantFrom({ num: 1, den: 3 }, { num: 1, den: 1 }),
      minEvidence: fc.integer({ min: 0, max: 2 })
    })
    .map((parameters) => ({ ...bestFit, id: "generated", ...parameters }))

/** Levels mostly at a base level, sometimes one beside it, seldom any other. */
const near = (base: Level): fc.Arbitrary<Level> =>
  fc.oneof(
    { arbitrary: fc.constant(base), weight: 6 },
    {
      arbitrary: fc.constantFrom(...levels.filter((other) => Math.abs(rankOf(other) - rankOf(base)) === 1)),
      weight: 2
    },
    { arbitrary: level, weight: 1 }
  )

const within = (rule: RuleSet, size: number): number =>
  Math.floor((rule.setAsideCap.num * size) / rule.setAsideCap.den)

// What is set aside stays within the cap, so that a generated case is one the rule judges.
const judgementsFor = (set: CriteriaSet, rule: RuleSet, setAside: boolean): fc.Arbitrary<JudgementSet> =>
  level.chain((base) =>
    fc
      .tuple(...criteriaOf(set).map(() => fc.tuple(near(base), fc.integer({ min: 0, max: 5 }))))
      .map((drawn) => {
        const judgements: Record<string, Judgement> = {}
        let next = 0
        for (const { criteria } of set.themes) {
          let left = setAside ? within(rule, criteria.length) : 0
          for (const { id, essential } of criteria) {
            const [judged, die] = drawn[next] ?? ["none", 1]
            next += 1
            if (left > 0 && die === 0 && !essential) {
              left -= 1
              judgements[id] = { setAside: "not in our setting" }
            } else judgements[id] = judged
          }
        }
        return judgements
      })
  )

export const evidenceFor = (set: CriteriaSet): fc.Arbitrary<EvidenceCounts> =>
  fc
    .tuple(...criteriaOf(set).map(() => fc.constantFrom(0, 1, 2, 2, 2, 3)))
    .map((counts) => Object.fromEntries(criteriaOf(set).map(({ id }, i) => [id, counts[i] ?? 0])))

/** A case; complete, and within the rule's cap for what is set aside. */
export const awardCase = (
  options: {
    readonly evidence?: boolean
    readonly setAside?: boolean
    readonly themes?: number
    readonly leastThemes?: number
  } = {}
): fc.Arbitrary<AwardCase> =>
  criteriaSet(options.themes, options.leastThemes).chain((set) =>
    ruleFor(set.themes.length).chain((rule) =>
      fc
        .tuple(
          judgementsFor(set, rule, options.setAside ?? true),
          fc.option(evidenceFor(set), { nil: undefined })
        )
        .map(([judgements, evidence]) => ({
          criteriaSet: set,
          rule,
          judgements,
          ...(evidence === undefined || options.evidence === false ? {} : { evidence })
        }))
    )
  )
