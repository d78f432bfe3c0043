// How levels, dates, people and free text read in a report.
import { type Level, levelTitle } from "@lcqm/core"
import { type Content, element } from "./element/element.ts"
import { visible } from "./element/plain-text.ts"

/** Text from an event: isolated, so that its direction of writing stays its own. */
export const said = (text: string): Content => element("bdi", {}, visible(text))

/** Free text, with its line breaks. */
export const quoted = (text: string): Content => element("bdi", { class: "quoted" }, visible(text))

/** A level with its name and its colour. */
export const levelMark = (level: Level | "set aside" | undefined): Content => {
  if (level === undefined) return element("span", { class: "level unjudged" }, "not judged")
  if (level === "set aside") return element("span", { class: "level set-aside" }, "set aside")
  return element("span", { class: `level ${level}` }, levelTitle(level))
}

/** A row of a table: its cells, the first of which is its header. */
export interface TableRow {
  readonly cells: ReadonlyArray<Content>
  readonly class?: string
  readonly attributes?: Readonly<Record<string, string | number>>
}

/** A table: what it is of, its columns, its rows, and where it is laid out in a way of its own, what of. */
export const table = (
  caption: string,
  columns: ReadonlyArray<string>,
  rows: ReadonlyArray<TableRow>,
  of?: "events" | "judgements" | "fields"
): Content =>
  element(
    "div",
    { class: "scrolling", tabindex: 0, role: "region", "aria-label": caption },
    element(
      "table",
      { class: of },
      element("caption", {}, caption),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          columns.map((column) => element("th", { scope: "col" }, column))
        )
      ),
      element(
        "tbody",
        {},
        rows.map(({ attributes, cells, class: marked }) =>
          element(
            "tr",
            { ...attributes, class: marked === "" ? undefined : marked },
            cells.map((cell, at) =>
              at === 0 ? element("th", { scope: "row" }, cell) : element("td", {}, cell)
            )
          )
        )
      )
    )
  )
