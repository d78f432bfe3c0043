// Every event of a stream, in the order of the file: the table that the page's slider walks along, and that is all a
// reader without JavaScript needs to read the history. Each event has its mark, and what is missing a line of its own.
import type { Codec, TextTold } from "@lcqm/core"
import type { AwardFile, FiledStream } from "../../award-file/award-file.ts"
import type { Finding } from "../../verifying/finding.ts"
import type { AwardFileVerdict, EventVerdict } from "../../verifying/verdict.ts"
import { type Content, element } from "../element/element.ts"
import { visible } from "../element/plain-text.ts"
import { quoted, said, table, type TableRow } from "../words.ts"
import { type FiledLine, filedLines } from "./filed-lines.ts"

/** What of a verdict the lines are marked by. */
export type Marks = Pick<AwardFileVerdict, "events" | "findings">

/** Nothing is marked yet. */
export const noMarks: Marks = { events: [], findings: [] }

const standsText: Readonly<Record<EventVerdict["stands"], string>> = {
  verified: "✔ verified",
  wrong: "✘ wrong",
  "not checked": "not checked"
}

const mark = (stands: EventVerdict["stands"], how: string = standsText[stands]): Content =>
  element("span", { class: "stands", "data-stands": stands }, how)

const dataOf = ({ bytes, data }: FiledLine): Content =>
  element(
    "details",
    {},
    element("summary", {}, "data"),
    element(
      "pre",
      {},
      element("bdi", {}, visible(data === undefined ? bytes : JSON.stringify(data, undefined, 1)))
    )
  )

// What stands in a box is not in the data below it.
const textsOf = ({ texts }: FiledLine): Content =>
  texts.map(({ path, words }) =>
    element("div", { class: "text" }, element("code", {}, said(path)), ": ", quoted(words))
  )

const isScalar = (value: unknown): value is string | number | boolean =>
  typeof value === "string" ? value.length <= 60 : typeof value === "number" || typeof value === "boolean"

// What tells one such event from another: its short fields, and those of one level below.
const inShort = (data: unknown): string => {
  if (typeof data !== "object" || data === null) return ""
  const fields = Object.entries(data).flatMap(([name, value]: [string, unknown]) => {
    if (isScalar(value)) return [`${name} ${value}`]
    const inner = typeof value === "object" && value !== null ? Object.values(value) : []
    const [only] = inner
    return inner.length === 1 && isScalar(only) ? [`${name} ${only}`] : []
  })
  return fields.slice(0, 5).join(" · ")
}

const known = (text: string | undefined): Content => (text === undefined ? "cannot be read" : said(text))

const lineOf = (stream: string, line: FiledLine, stands: EventVerdict["stands"]): TableRow => ({
  attributes: { "data-stream": stream, "data-place": line.place },
  class: [...(line.decision ? ["decision"] : []), ...(stands === "wrong" ? ["wrong"] : [])].join(" "),
  cells: [
    line.revision === undefined ? `place ${line.place}` : String(line.revision),
    mark(stands),
    [
      element("code", {}, known(line.type)),
      " ",
      said(inShort(line.data)),
      element("div", { class: "means" }, line.says ?? ""),
      textsOf(line)
    ],
    element("time", {}, known(line.occurredOn)),
    element("time", {}, known(line.recordedAt)),
    [element("div", {}, known(line.role)), element("div", { class: "person" }, known(line.person))],
    dataOf(line)
  ]
})

// An event that is missing has no line: the gap between its neighbours gets one.
const gapOf = (stream: string, { where: { revision = 0, to = revision } }: Finding): TableRow => ({
  attributes: { "data-stream": stream, "data-gap": `${revision}-${to}` },
  class: "gap wrong",
  cells: [
    revision === to ? String(revision) : `${revision} to ${to}`,
    mark("wrong", "✘ missing"),
    `${revision === to ? "An event is" : `${to - revision + 1} events are`} missing here.`,
    "",
    "",
    "",
    ""
  ]
})

const missing: ReadonlyArray<string> = ["event left out", "cut at its end"]

/** The events of a stream as a table. */
export const eventsTable = (
  caption: string,
  { lines, stream }: { readonly stream: string; readonly lines: ReadonlyArray<FiledLine> },
  { events, findings }: Marks
): Content => {
  const stands = new Map(
    events.filter((event) => event.stream === stream).map((event) => [event.place, event.stands])
  )
  const gaps = findings.filter(({ kind, where }) => missing.includes(kind) && where.stream === stream)
  const rows: Array<TableRow> = []
  const left = [...gaps]
  for (const line of lines) {
    const before = left.filter(({ where }) => (where.to ?? where.revision ?? 0) < (line.revision ?? -1))
    for (const gap of before) {
      rows.push(gapOf(stream, gap))
      left.splice(left.indexOf(gap), 1)
    }
    rows.push(lineOf(stream, line, stands.get(line.place) ?? "not checked"))
  }
  rows.push(...left.map((gap) => gapOf(stream, gap)))
  return table(
    caption,
    ["Event", "Stands", "What", "Happened on", "Recorded at", "By", "Data"],
    rows,
    "events"
  )
}

/** The events of the school. */
export const schoolEvents = (
  codec: Codec,
  { streams: [own] }: AwardFile,
  marks: Marks = noMarks,
  told: ReadonlyArray<TextTold> = []
): Content =>
  eventsTable(
    "Every event of the school, in the order of recording",
    { stream: own.stream, lines: filedLines(codec, own, told) },
    marks
  )

const factStream = (
  codec: Codec,
  filed: FiledStream,
  marks: Marks,
  told: ReadonlyArray<TextTold>
): Content => {
  const { stream } = filed
  const lines = filedLines(codec, filed, told)
  const wrong = marks.findings.filter(({ where }) => where.stream === stream).length
  const verified = marks.events.filter((event) => event.stream === stream && event.stands === "verified")
  const how =
    wrong > 0
      ? mark("wrong", "✘ wrong")
      : lines.length > 0 && verified.length === lines.length
        ? mark("verified")
        : mark("not checked")
  return element(
    "details",
    { open: wrong > 0 },
    element(
      "summary",
      {},
      said(stream),
      `, ${lines.length} ${lines.length === 1 ? "event" : "events"}: `,
      how
    ),
    eventsTable(`The events of ${stream} that decisions read`, { stream, lines }, marks)
  )
}

/** The events of what the decisions read, stream by stream. */
export const factEvents = (
  codec: Codec,
  { streams: [, ...facts] }: AwardFile,
  marks: Marks = noMarks,
  told: ReadonlyArray<TextTold> = []
): Content =>
  facts.length === 0
    ? element("p", {}, "No decision of this history read anything else.")
    : facts.map((filed) => factStream(codec, filed, marks, told))
