// The result of a case for a person: the level, what it was judged by, and the themes.
import { type AwardCase, type InterchangeResult, levelTitle } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { painted } from "../telling/paint.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"

/** By which rule and criteria set. */
export const judgedBy = ({ criteriaSet, rule }: Pick<AwardCase, "criteriaSet" | "rule">): string =>
  printable(`Rule ${rule.id} ${rule.version}, criteria set ${criteriaSet.id} ${criteriaSet.version}.`)

const verdict = ({ level, unjudged }: InterchangeResult, colours: Colours): ReadonlyArray<string> =>
  level === null
    ? [
        `There is no level yet: ${unjudged?.length ?? 0} of the criteria are not judged.`,
        ...(unjudged ?? []).map((id) => `  ${printable(id)}`),
        "In the themes below they count as none."
      ]
    : [`The indicated level is ${colours.bold(painted(level, colours))}.`]

/** The result as text. */
export const resultText = (
  result: InterchangeResult,
  input: Pick<AwardCase, "criteriaSet" | "rule">,
  colours: Colours
): string => {
  const titles = new Map(input.criteriaSet.themes.map(({ id, title }) => [id, title]))
  const rows = result.themes.map(({ id, level }) => [
    titles.get(id) ?? id,
    level === null ? "takes no part" : levelTitle(level)
  ])
  return [
    ...verdict(result, colours),
    judgedBy(input),
    "",
    table([{ title: "Theme", width: 60 }, { title: "Level" }], rows)
  ].join("\n")
}
