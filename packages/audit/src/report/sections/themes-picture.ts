// The themes as bars: what the school, the assessor and both together make of each. Drawn with presentation attributes
// only, since a strict content security policy refuses style attributes.
import { type Level, levels, levelTitle, rankOf, type ThemeNode } from "@lcqm/core"
import { scaleBand, scaleLinear } from "d3-scale"
import { type Content, element } from "../element/element.ts"
import { visible } from "../element/plain-text.ts"

/** The themes by each of the three judgement sets; a set that cannot be computed is left out. */
export interface ThemesThrice {
  readonly self: ReadonlyArray<ThemeNode> | undefined
  readonly assessor: ReadonlyArray<ThemeNode> | undefined
  readonly agreed: ReadonlyArray<ThemeNode> | undefined
}

const sets = ["self", "assessor", "agreed"] as const
const titles = { self: "School", assessor: "Assessor", agreed: "Agreed" } as const

const [width, rowHeight, left, right, top, titleHeight] = [560, 70, 8, 24, 28, 20]

const textOf = (level: Level | null | undefined): string =>
  level === undefined ? "not judged" : level === null ? "takes no part" : levelTitle(level)

/** The picture, and the same in words for who cannot see it. */
export const themesPicture = (themes: ThemesThrice): Content => {
  const named = themes.agreed ?? themes.assessor ?? themes.self ?? []
  const height = top + rowHeight * named.length + 8
  const x = scaleLinear()
    .domain([0, 3])
    .range([left, width - right])
  const rows = scaleBand<number>()
    .domain(named.map((_, at) => at))
    .range([top, height - 8])
    .paddingInner(0.12)
  const bars = scaleBand<(typeof sets)[number]>()
    .domain(sets)
    .range([titleHeight, rows.bandwidth()])
    .paddingInner(0.15)
  const levelAt = (set: (typeof sets)[number], at: number) => themes[set]?.[at]?.level
  const alike = (at: number): boolean =>
    new Set(sets.map((set) => levelAt(set, at)).filter((level) => level !== undefined)).size < 2
  const inWords = named.map(
    ({ title }, at) =>
      `${visible(title)}: ${sets.map((set) => `${titles[set]} ${textOf(levelAt(set, at))}`).join(", ")}.`
  )
  return element(
    "figure",
    {},
    element(
      "div",
      { class: "scrolling", tabindex: 0, role: "region", "aria-label": "The themes as a picture" },
      element(
        "svg",
        { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "themes-in-words" },
        levels.map((level) =>
          element(
            "g",
            {},
            element("line", {
              x1: x(rankOf(level)),
              x2: x(rankOf(level)),
              y1: top - 4,
              y2: height - 8,
              class: "grid"
            }),
            element(
              "text",
              {
                x: x(rankOf(level)),
                y: top - 12,
                "text-anchor": level === "none" ? "start" : level === "gold" ? "end" : "middle",
                class: "axis"
              },
              levelTitle(level)
            )
          )
        ),
        named.map(({ title }, at) => {
          const y = rows(at) ?? 0
          return element(
            "g",
            {},
            element(
              "text",
              { x: left, y: y + titleHeight - 6, class: alike(at) ? "theme" : "theme differs" },
              visible(title),
              alike(at) ? "" : " (not judged alike)"
            ),
            sets.map((set) => {
              const level = levelAt(set, at)
              if (level === undefined || level === null) return ""
              return element(
                "rect",
                {
                  x: left,
                  y: y + (bars(set) ?? 0),
                  width: Math.max(2, x(rankOf(level)) - left),
                  height: bars.bandwidth(),
                  class: `bar ${set}`
                },
                element("title", {}, `${visible(title)}: ${titles[set]} ${textOf(level)}`)
              )
            })
          )
        })
      )
    ),
    element(
      "figcaption",
      {},
      element(
        "p",
        { class: "legend" },
        sets.map((set) => element("span", { class: `key ${set}` }, titles[set]))
      ),
      element(
        "details",
        {},
        element("summary", {}, "The picture in words"),
        element(
          "ul",
          { id: "themes-in-words" },
          inWords.map((words) => element("li", {}, words))
        )
      )
    )
  )
}
