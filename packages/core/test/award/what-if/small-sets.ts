// Every criteria set of up to two themes of up to three criteria, each with every profile of judgements: small enough
// that the what-if is compared with every raise there is, and large enough for every term of the rule to matter.
import { Result } from "effect"
import { type JudgementSet, presets, type RuleSet, whatIf } from "../../../src/award/index.ts"
import type { CriteriaSet, Theme } from "../../../src/criteria/index.ts"
import { type Level, levels, rankOf } from "../../../src/vocabulary/level.ts"
import { bestFit, criteriaSetOf } from "../cases.ts"
import { awardRankOf, themeRankOf } from "../definition.ts"
import { type ByRank, raisesOfTheme, smallestRaises } from "./smallest-raises.ts"

// Weights matter only by which criteria together are the majority. Of two criteria it takes both, or one of them is
// it; of three any two are, or one with any other, or one alone. These weights are one of each.
const weights = [[1], [1, 1], [2, 1], [1, 1, 1], [2, 1, 1], [3, 1, 1]]

const byWeightThenEssential = (criteria: ReadonlyArray<readonly [weight: number, essential: boolean]>) =>
  JSON.stringify(criteria.map(([weight, essential]) => `${weight}${essential ? "e" : ""}`).toSorted())

/** The forms a theme can have, by weights and by which criteria are essential, whatever their order. */
export const themeForms: ReadonlyArray<ReadonlyArray<readonly [weight: number, essential: boolean]>> = [
  ...new Map(
    weights.flatMap((of) =>
      Array.from({ length: 2 ** of.length }, (_, bits) => {
        const form = of.map((weight, at) => [weight, ((bits >> at) & 1) === 1] as const)
        return [byWeightThenEssential(form), form] as const
      })
    )
  ).values()
]

/** The rules they are judged by: the presets, as far as two themes tell them apart, and a closer criterion gap. */
export const smallRules: ReadonlyArray<RuleSet> = [
  bestFit,
  presets["secure-fit/1"],
  presets["six-of-seven-style/1"],
  { ...bestFit, id: "criterion-gap-1", criterionGap: 1 }
]

/** Every set of one or two of these themes, whatever their order. */
export const smallSets = (): ReadonlyArray<CriteriaSet> =>
  themeForms.flatMap((first, at) =>
    [null, ...themeForms.slice(at)].map((second) => {
      const forms = second === null ? [first] : [first, second]
      return criteriaSetOf(
        forms.map(({ length }) => length),
        (criterion, theme) => {
          const form = forms[theme]?.[Number(criterion.id.at(-1))]
          return form === undefined ? criterion : { ...criterion, weight: form[0], essential: form[1] }
        }
      )
    })
  )

// A profile is a number of as many base-4 digits as the theme has criteria.
const digit = (profile: number, at: number): number => (profile >> (2 * at)) & 3
const named = (rank: number): Level => levels[rank] ?? "none"

interface Profiled {
  readonly judgements: JudgementSet
  readonly raises: ByRank
}

interface ThemeTable {
  readonly theme: Theme
  readonly ranks: ReadonlyArray<number>
  readonly profiles: ReadonlyArray<Profiled>
}

const tables = new Map<string, ThemeTable>()

// A theme is the same in every set that has it: its table is made once.
const tableOf = (theme: Theme, rule: RuleSet): ThemeTable => {
  const key = `${rule.id} ${JSON.stringify(theme)}`
  const made = tables.get(key) ?? newTable(theme, rule)
  tables.set(key, made)
  return made
}

const newTable = (theme: Theme, rule: RuleSet): ThemeTable => {
  const all = Array.from({ length: 4 ** theme.criteria.length }, (_, profile) => profile)
  return {
    theme,
    ranks: all.map((profile) =>
      themeRankOf(
        theme.criteria.map(({ essential, weight }, at) => ({ rank: digit(profile, at), weight, essential })),
        rule
      )
    ),
    profiles: all.map((profile) => {
      const judgements = Object.fromEntries(
        theme.criteria.map(({ id }, at) => [id, named(digit(profile, at))])
      )
      const raises = raisesOfTheme(theme, rule, judgements, undefined)
      if (raises === null) throw new Error("a theme without criteria")
      return { judgements, raises }
    })
  }
}

/** What was compared, and what was not the same. */
export interface Compared {
  readonly asked: number
  readonly sets: number
  readonly levels: ReadonlySet<Level>
  readonly wrong: ReadonlyArray<object>
}

/**
 * Asks what every profile of a criteria set takes to reach each level, and compares with every raise there is: as few
 * steps and criteria, as many sets, no two the same, and each of them enough. `stride` takes every so manieth profile.
 */
export const compareAll = (criteriaSet: CriteriaSet, given: RuleSet, stride = 1): Compared => {
  const { themes } = criteriaSet
  const rule = { ...given, allowBelow: Math.min(given.allowBelow, themes.length - 1) }
  const each = themes.map((theme) => tableOf(theme, rule))
  const reached = new Set<Level>()
  const wrong: Array<object> = []
  let asked = 0
  let found = 0
  const profiles = 4 ** themes.reduce((sum, { criteria }) => sum + criteria.length, 0)
  for (let from = 0; from < profiles; from += stride) {
    let rest = from
    const at = each.map(({ profiles: { length } }) => {
      const profile = rest % length
      rest = (rest - profile) / length
      return profile
    })
    const chosen = each.flatMap(({ profiles }, t) => profiles[at[t] ?? 0] ?? [])
    const judgements: JudgementSet = Object.assign({}, ...chosen.map((one) => one.judgements))
    for (const target of ["bronze", "silver", "gold"] as const) {
      const expected = smallestRaises(
        chosen.map(({ raises }) => raises),
        rule,
        rankOf(target)
      )
      const answer = Result.getOrThrow(
        whatIf({ criteriaSet, rule, judgements }, { target, mostSets: 100_000 })
      )
      const texts = new Set<string>()
      let unsound = 0
      for (const set of answer.sets) {
        const raised = each.map(({ theme, ranks }, t) => {
          let profile = at[t] ?? 0
          theme.criteria.forEach(({ id }, place) => {
            const to = set.find(({ criterion }) => criterion === id)?.to
            if (to !== undefined) profile += (rankOf(to) - digit(profile, place)) * 4 ** place
          })
          return { profile, rank: ranks[profile] ?? 0 }
        })
        texts.add(raised.map(({ profile }) => profile).join(" "))
        const steps = set.reduce((sum, one) => sum + one.steps, 0)
        const isAsSmall = steps === expected.steps && set.length === expected.criteria
        if (
          !isAsSmall ||
          awardRankOf(
            raised.map(({ rank }) => rank),
            rule
          ) < rankOf(target)
        )
          unsound += 1
      }
      asked += 1
      found += answer.sets.length
      reached.add(answer.from)
      const got = { steps: answer.steps, criteria: answer.criteria, count: texts.size }
      const isSame =
        got.steps === expected.steps && got.criteria === expected.criteria && got.count === expected.count
      if (!isSame || unsound > 0 || !answer.all || answer.sets.length !== texts.size) {
        wrong.push({ rule: rule.id, criteriaSet, judgements, target, expected, got, unsound })
      }
    }
  }
  return { asked, sets: found, levels: reached, wrong }
}
