// An explanation in plain English, one fact a line: for the Champion who asks "why not Gold?". It says what the
// tree says and works nothing out.
import { match } from "ts-pattern"
import { levelTitle } from "../../vocabulary/level.ts"
import type {
  AwardNode,
  AwardTerm,
  CriterionNode,
  LimiterLeaf,
  ThemeNode,
  ThemeTerm,
  WhyNot
} from "./explanation.ts"
import type { LimiterName } from "../deriving/limiters.ts"
import { isSetAside } from "../case/judgement.ts"

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

const are = (count: number): string => (count === 1 ? "is" : "are")

const british = new Intl.ListFormat("en-GB")

const listed = (names: ReadonlyArray<string>): string => british.format(names)

const orAbove = (level: ThemeTerm["at"]): string =>
  level === "gold" ? "Gold" : `${levelTitle(level)} or above`

// Titles by id; an id without a title in the tree stands for itself.
type Titles = (ids: ReadonlyArray<string>) => string

const titlesOf = (nodes: ReadonlyArray<{ readonly id: string; readonly title: string }>): Titles => {
  const titles = new Map(nodes.map(({ id, title }) => [id, title]))
  return (ids) => listed(ids.map((id) => titles.get(id) ?? id))
}

const limiterTitles: Readonly<Record<LimiterName, string>> = {
  cpdShortfall: "fewer CPD sessions attended than Champions are asked to attend",
  conflictOfInterest: "a conflict of interest of the assessor",
  schoolClosed: "the school has closed"
}

const themeTerm = (term: ThemeTerm, titles: Titles): string =>
  match(term)
    .with({ kind: "majority" }, ({ weight, of, at, num, den, strict, below, holds }) => {
      const asked = num === den ? "all of it" : `${strict ? "more than" : "at least"} ${num}/${den}`
      const short = holds ? "" : ` Below it: ${titles(below)}.`
      return `${weight} of ${of} by weight ${are(weight)} at ${orAbove(at)}; the rule asks for ${asked}.${short}`
    })
    .with({ kind: "essential", holds: true }, ({ at }) => `Every essential criterion is at ${orAbove(at)}.`)
    .with(
      { kind: "essential" },
      ({ at, below }) => `${titles(below)} ${are(below.length)} essential and below ${levelTitle(at)}.`
    )
    .with(
      { kind: "weakest" },
      ({ weakest, criterionGap, at }) =>
        `The weakest criterion is at ${levelTitle(weakest)}; the rule lets it be at most ` +
        `${counted(criterionGap, "level", "levels")} below ${levelTitle(at)}.`
    )
    .exhaustive()

const awardTerm = (term: AwardTerm, titles: Titles): string =>
  match(term)
    .with({ kind: "enough themes" }, ({ have, of, needed, at, below, holds }) => {
      const short = holds ? "" : ` Below it: ${titles(below)}.`
      const themes = counted(of, "theme", "themes")
      return `${have} of ${themes} ${are(have)} at ${orAbove(at)}; the rule asks for ${needed}.${short}`
    })
    .with({ kind: "none too low", holds: true }, ({ at, lowestPermitted }) =>
      lowestPermitted === "none"
        ? `The rule lets any theme be lower than ${levelTitle(at)}.`
        : `No theme is below ${levelTitle(lowestPermitted)}, the lowest the rule permits for ${levelTitle(at)}.`
    )
    .with(
      { kind: "none too low" },
      ({ at, below, lowestPermitted }) =>
        `${titles(below)} ${are(below.length)} below ${levelTitle(lowestPermitted)}, ` +
        `the lowest the rule permits for ${levelTitle(at)}.`
    )
    .with(
      { kind: "cap" },
      ({ cap, limiters }) =>
        `The level is at most ${levelTitle(cap)}: ${listed(limiters.map((name) => limiterTitles[name]))}.`
    )
    .exhaustive()

const criterionLine = ({ title, verdict, judgement, evidence, essential, weight }: CriterionNode): string => {
  const marks = [...(essential ? ["essential"] : []), ...(weight === 1 ? [] : [`weight ${weight}`])]
  const name = marks.length === 0 ? title : `${title} (${marks.join(", ")})`
  const { judged } = judgement
  if (judged === null) return `${name}: not yet judged.`
  if (isSetAside(judged)) return `${name}: set aside as not applicable: ${judged.setAside}`
  const level = levelTitle(judged)
  if (evidence === null) return `${name}: judged ${level}.`
  const items = counted(evidence.items, "item of evidence counts", "items of evidence count")
  return verdict === "too little evidence"
    ? `${name}: judged ${level}, but counts as none: ${items} and the rule asks for ${evidence.needed}.`
    : `${name}: judged ${level}; ${items}.`
}

const indent = (line: string): string => `  ${line}`

const whyNot = <Term>(next: WhyNot<Term> | null, line: (term: Term) => string): ReadonlyArray<string> =>
  next === null ? [] : [`Not ${levelTitle(next.level)}:`, ...next.failed.map((term) => indent(line(term)))]

const themeLines = (theme: ThemeNode): ReadonlyArray<string> => {
  const titles = titlesOf(theme.criteria)
  const told =
    theme.level === null
      ? [`${theme.title} takes no part: every criterion is set aside.`]
      : [
          `${theme.title} is at ${levelTitle(theme.level)}.`,
          ...theme.terms.map((term) => indent(themeTerm(term, titles))),
          ...whyNot(theme.next, (term) => themeTerm(term, titles)).map(indent)
        ]
  return [...told, ...theme.criteria.map(criterionLine).map(indent)]
}

const limiterLine = ({ name, action }: LimiterLeaf): string => {
  if (typeof action === "object") {
    return `The level is capped at ${levelTitle(action.cap)}: ${limiterTitles[name]}.`
  }
  return `${action === "block" ? "No award can be made" : "To be considered"}: ${limiterTitles[name]}.`
}

const verdictLines = ({ level, provisional, unjudged, themes }: AwardNode): ReadonlyArray<string> => {
  if (level !== null) return [`The indicated level is ${levelTitle(level)}.`]
  const titles = titlesOf(themes.flatMap(({ criteria }) => criteria))
  const criteria = counted(unjudged.length, "criterion is", "criteria are")
  return [
    `There is no level yet: ${criteria} not judged (${titles(unjudged)}).`,
    `Counting what is not judged as none, the level would be ${levelTitle(provisional)}.`
  ]
}

/**
 * An explanation as lines of plain English, indented by two spaces a step down the tree. Says what the tree says;
 * works nothing out.
 * @example
 * ```ts
 * import { explain, presets, sampleCriteriaSet, sentences } from "@lcqm/core"
 * import { Result } from "effect"
 * const ids = sampleCriteriaSet.themes.flatMap((theme) => theme.criteria.map((criterion) => criterion.id))
 * const judgements = Object.fromEntries(ids.map((id) => [id, "gold" as const]))
 * const tree = explain({ criteriaSet: sampleCriteriaSet, rule: presets["best-fit/1"], judgements })
 * Result.isSuccess(tree) && sentences(tree.success)[0] // => "The indicated level is Gold."
 * ```
 */
export const sentences = (tree: AwardNode): ReadonlyArray<string> => {
  const titles = titlesOf(tree.themes)
  const { rule, criteriaSet } = tree
  return [
    ...verdictLines(tree),
    `Rule ${rule.id} ${rule.version}, criteria set ${criteriaSet.id} ${criteriaSet.version}.`,
    ...tree.limiters.map(limiterLine),
    ...tree.terms.map((term) => awardTerm(term, titles)),
    ...whyNot(tree.next, (term) => awardTerm(term, titles)),
    ...tree.themes.flatMap(themeLines)
  ]
}
