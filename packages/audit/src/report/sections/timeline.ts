// Every event of the school, in order: the table that the page's slider walks along, and that is all a reader without
// JavaScript needs to read the history.
import { type HistoryLine, historyLines } from "../../history/history.ts"
import type { SchoolHistory } from "../../history/school-history.ts"
import { type Content, element } from "../element/element.ts"
import { visible } from "../element/plain-text.ts"
import { said, table } from "../words.ts"

const dataOf = ({ data }: HistoryLine): Content =>
  element(
    "details",
    {},
    element("summary", {}, "data"),
    element("pre", {}, element("bdi", {}, visible(JSON.stringify(data, undefined, 1))))
  )

/** The events, one a row. */
export const timeline = (history: SchoolHistory): Content =>
  element(
    "section",
    { id: "timeline", "aria-labelledby": "timeline-title" },
    element("h2", { id: "timeline-title" }, "What happened"),
    table(
      "Every event of the school, in the order of recording",
      ["Event", "Type", "Happened on", "Recorded at", "By", "As", "Meaning", "Data", "Stands"],
      historyLines(history).map((line) => ({
        of: `event-${line.revision}`,
        ...(line.decision ? { class: "decision" } : {}),
        cells: [
          String(line.revision),
          element("code", {}, said(line.type)),
          element("time", {}, said(line.occurredOn)),
          element("time", {}, said(line.recordedAt)),
          said(line.by.person),
          line.by.role,
          line.says,
          dataOf(line),
          element("span", { class: "stands", "data-stands": "not checked" }, "not checked")
        ]
      }))
    )
  )
