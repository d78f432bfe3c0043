// How cases are told: the scheme's own words, criteria and themes by their titles.
import { type AwardCase, isSetAside, type Level, levelTitle } from "@lcqm/core"

/** Several names as English: "A, B and C". */
export const listed = (names: ReadonlyArray<string>): string =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`

/** A number of things. */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`

/** The title of a criterion or theme of the case. */
export const titleOf = ({ criteriaSet: { themes } }: AwardCase, id: string): string =>
  [...themes, ...themes.flatMap(({ criteria }) => criteria)].find((each) => each.id === id)?.title ?? id

/** An award as a sentence has it. */
export const award = (level: Level | null): string =>
  level === null ? "no level" : level === "none" ? "none" : levelTitle(level)

/** A case: one sentence a theme, what each criterion was judged, and what is not as usual about it. */
export const caseSentences = ({ criteriaSet, evidence, judgements }: AwardCase): ReadonlyArray<string> =>
  criteriaSet.themes.map(({ criteria, title }) => {
    const told = criteria.map(({ essential, id, title, weight }) => {
      const judgement = judgements[id]
      const items = evidence === undefined ? undefined : (evidence[id] ?? 0)
      const marks = [
        ...(essential ? ["essential"] : []),
        ...(weight === 1 ? [] : [`weight ${weight}`]),
        ...(items === undefined ? [] : [counted(items, "item of evidence", "items of evidence")])
      ]
      const name = marks.length === 0 ? title : `${title} (${marks.join(", ")})`
      if (judgement === undefined) return `${name} not judged`
      return isSetAside(judgement) ? `${name} set aside` : `${name} at ${award(judgement)}`
    })
    return `${title}: ${listed(told)}.`
  })
