// A difference told to people: a sentence for each thing that differs, in the order in which the version is read.
import { match } from "ts-pattern"
import { levels, levelTitle } from "../../vocabulary/level.ts"
import type { Descriptors } from "../set/wording.ts"
import type { CriteriaChange, CriteriaDifference } from "./change.ts"

const quoted = (text: string): string => `"${text}"`

// Places are told as people count: the first is 1.
const number = (at: number): string => `number ${at + 1}`

const fieldTitle = {
  id: "The set's id",
  version: "The version",
  title: "The set's title",
  notice: "The notice"
} as const

const relevelled = (
  criterion: string,
  from: Descriptors | undefined,
  to: Descriptors | undefined
): ReadonlyArray<string> => {
  const told = levels.flatMap((level) => {
    if (level === "none") return []
    const [was, is] = [from?.[level], to?.[level]]
    if (was === is) return []
    const at = `Criterion ${criterion} at ${levelTitle(level)}`
    if (was === undefined) return [`${at} is described now: ${quoted(is ?? "")}.`]
    return [
      is === undefined
        ? `${at} is described no longer; it was: ${quoted(was)}.`
        : `${at} was ${quoted(was)} and is ${quoted(is)}.`
    ]
  })
  return told.length > 0 ? told : [`Criterion ${criterion} has no level described, as before.`]
}

const becomes = (what: string, from: string | undefined, to: string | undefined): string => {
  if (from === undefined) return `${what} is new: ${quoted(to ?? "")}.`
  return to === undefined
    ? `${what} is gone; it was ${quoted(from)}.`
    : `${what} was ${quoted(from)} and is ${quoted(to)}.`
}

const told = (change: CriteriaChange): ReadonlyArray<string> =>
  match(change)
    .with({ change: "heading reworded" }, ({ field, from, to }) => [becomes(fieldTitle[field], from, to)])
    .with({ change: "theme added" }, ({ at, theme, title }) => [
      `Theme ${theme}, ${quoted(title)}, is new, as ${number(at)}.`
    ])
    .with({ change: "theme removed" }, ({ theme, title }) => [`Theme ${theme}, ${quoted(title)}, is gone.`])
    .with({ change: "theme reworded" }, ({ from, theme, to }) => [
      becomes(`The title of theme ${theme}`, from, to)
    ])
    .with({ change: "theme moved" }, ({ from, theme, to }) => [
      `Theme ${theme} was ${number(from)} and is ${number(to)}.`
    ])
    .with({ change: "criterion added" }, ({ at, criterion }) => [
      `Criterion ${criterion.id}, ${quoted(criterion.title)}, is new, as ${number(at.at)} of theme ${at.theme}.`
    ])
    .with({ change: "criterion removed" }, ({ criterion, theme, title }) => [
      `Criterion ${criterion}, ${quoted(title)}, of theme ${theme} is gone.`
    ])
    .with({ change: "criterion moved" }, ({ criterion, from, to }) => [
      from.theme === to.theme
        ? `Criterion ${criterion} was ${number(from.at)} of theme ${from.theme} and is ${number(to.at)}.`
        : `Criterion ${criterion} moved from theme ${from.theme} to theme ${to.theme}, as ${number(to.at)}.`
    ])
    .with({ change: "criterion reworded" }, ({ criterion, from, to }) => [
      becomes(`The title of criterion ${criterion}`, from, to)
    ])
    .with({ change: "criterion re-levelled" }, ({ criterion, from, to }) => relevelled(criterion, from, to))
    .with({ change: "weight changed" }, ({ criterion, from, to }) => [
      `Criterion ${criterion} weighed ${from} and weighs ${to}.`
    ])
    .with({ change: "essential changed" }, ({ criterion, to }) => [
      to ? `Criterion ${criterion} is essential now.` : `Criterion ${criterion} is no longer essential.`
    ])
    .with({ change: "tip added" }, ({ tip }) => [`Tip ${tip.id} is new: ${quoted(tip.tip)}.`])
    .with({ change: "tip removed" }, ({ tip }) => [`Tip ${tip.id} is gone; it was ${quoted(tip.tip)}.`])
    .with({ change: "tip moved" }, ({ from, tip, to }) => [
      `Tip ${tip} was ${number(from)} and is ${number(to)}.`
    ])
    .with({ change: "tip reworded" }, ({ from, to }) => [
      from.tip === to.tip
        ? becomes(`The source of tip ${to.id}`, from.source, to.source)
        : becomes(`Tip ${to.id}`, from.tip, to.tip)
    ])
    .exhaustive()

/**
 * A difference in sentences; none where nothing differs.
 * @example
 * ```ts
 * import { criteriaDifferenceSentences, diffCriteriaSets, sampleCriteriaSet } from "@lcqm/core"
 * const [first, ...rest] = sampleCriteriaSet.themes
 * const next = { ...sampleCriteriaSet, themes: [{ ...first!, title: "Leading" }, ...rest] }
 * const [told] = criteriaDifferenceSentences(diffCriteriaSets(sampleCriteriaSet, next))
 * told // => 'The title of theme leadership was "Leadership and management" and is "Leading".'
 * ```
 */
export const criteriaDifferenceSentences = ({ changes }: CriteriaDifference): ReadonlyArray<string> =>
  changes.flatMap(told)
