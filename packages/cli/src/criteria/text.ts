// A criteria set for a person: what must be known first, then each theme with its criteria and their levels.
import { type Criterion, type CriteriaSet, type Level, levels, levelTitle, type Theme } from "@lcqm/core"
import type { Colours } from "../streams.ts"
import { wrapped } from "../telling/wrapped.ts"
import { printable } from "../telling/printable.ts"

const described = ({ descriptors = {} }: Criterion): ReadonlyArray<readonly [Level, string]> =>
  levels.flatMap((level) => {
    const text = level === "none" ? undefined : descriptors[level]
    return text === undefined ? [] : [[level, text] as const]
  })

const criterionText = (criterion: Criterion, colours: Colours): ReadonlyArray<string> => {
  const { essential, id, title, weight } = criterion
  const marks = [...(essential ? ["essential"] : []), ...(weight === 1 ? [] : [`weight ${weight}`])]
  const after = marks.length === 0 ? "" : ` (${marks.join(", ")})`
  return [
    `  ${printable(title)}${after} ${colours.dim(`[${printable(id)}]`)}`,
    ...described(criterion).map(([level, text]) =>
      wrapped(`    ${levelTitle(level).padEnd(7)} ${printable(text)}`, 12)
    )
  ]
}

const themeText = (theme: Theme, colours: Colours): ReadonlyArray<string> => [
  "",
  `${colours.bold(printable(theme.title))} ${colours.dim(`[${printable(theme.id)}]`)}`,
  ...theme.criteria.flatMap((criterion) => criterionText(criterion, colours))
]

const tipsText = ({ tips = [] }: CriteriaSet, colours: Colours): ReadonlyArray<string> =>
  tips.length === 0
    ? []
    : [
        "",
        colours.bold("Top tips"),
        ...tips.map(({ source, tip }) =>
          wrapped(`  ${printable(tip)}${source === undefined ? "" : ` (${printable(source)})`}`, 4)
        )
      ]

/** How many criteria a set has. */
export const criteriaIn = ({ themes }: CriteriaSet): number =>
  themes.reduce((count, { criteria }) => count + criteria.length, 0)

/** The set in a line. */
export const summary = (set: CriteriaSet): string =>
  printable(
    `${set.id} ${set.version}: ${set.themes.length} ${set.themes.length === 1 ? "theme" : "themes"}, ` +
      `${criteriaIn(set)} ${criteriaIn(set) === 1 ? "criterion" : "criteria"}`
  )

/** The set as text. */
export const criteriaSetText = (set: CriteriaSet, colours: Colours): string =>
  [
    colours.bold(printable(set.title)),
    summary(set),
    ...(set.notice === undefined ? [] : [`Notice: ${printable(set.notice)}`]),
    ...set.themes.flatMap((theme) => themeText(theme, colours)),
    ...tipsText(set, colours),
    ""
  ].join("\n")
