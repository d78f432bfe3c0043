// How every table looks: no box, a line under the headings, columns two spaces apart, or one where the line would be
// too long. Reads well on a terminal, in a log and pasted into a message.
import Table from "cli-table3"
import { printable } from "./printable.ts"
import { lineWidth } from "./wrapped.ts"

/** A column: its heading, and on which side its cells stand. */
export interface Column {
  readonly title: string
  readonly align?: "left" | "right"
  /** Cells longer than so many characters are wrapped. */
  readonly width?: number
}

const bare = (gap: string) => ({
  top: "",
  "top-mid": "",
  "top-left": "",
  "top-right": "",
  bottom: "",
  "bottom-mid": "",
  "bottom-left": "",
  "bottom-right": "",
  left: "",
  "left-mid": "",
  mid: "─",
  "mid-mid": gap,
  right: "",
  "right-mid": "",
  middle: gap
})

const widthOf = (
  { title, width }: Column,
  column: number,
  rows: ReadonlyArray<ReadonlyArray<string>>
): number | null => {
  if (width === undefined) return null
  return Math.min(width, Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
}

// Drawing a table costs its rows squared, so a long one is drawn in slices, all with the widths of the widest.
const rowsAtOnce = 100

const isRule = (line: string): boolean => /^─[─ ]*$/.test(line)

type Rows = ReadonlyArray<ReadonlyArray<string>>

const drawn = (
  columns: ReadonlyArray<Column>,
  rows: Rows,
  gap: string,
  widths: ReadonlyArray<number | null>
): ReadonlyArray<string> => {
  const table = new Table({
    chars: bare(gap),
    head: columns.map(({ title }) => title),
    colAligns: columns.map(({ align }) => align ?? "left"),
    colWidths: [...widths],
    wordWrap: true,
    style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 }
  })
  table.push(...rows.map((row) => [...row]))
  return table.toString().split("\n")
}

// How wide a slice came out, read off the line under its headings.
const widthsIn = (lines: ReadonlyArray<string>, gap: string): ReadonlyArray<number> =>
  (lines.find(isRule) ?? "").split(gap).map(({ length }) => length)

const sliced = (rows: Rows): ReadonlyArray<Rows> =>
  Array.from({ length: Math.max(1, Math.ceil(rows.length / rowsAtOnce)) }, (_, i) =>
    rows.slice(i * rowsAtOnce, (i + 1) * rowsAtOnce)
  )

/** A table as lines, each ended, without trailing spaces. Cells are plain text. */
export const table = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string | number>>
): string => {
  const cells = rows.map((row) => row.map((cell) => printable(String(cell))))
  const asked = columns.map((column, index) => widthOf(column, index, cells))
  const slices = sliced(cells)
  const widest = slices
    .map((slice) => widthsIn(drawn(columns, slice, "  ", asked), "  "))
    .reduce((most, widths) => most.map((width, column) => Math.max(width, widths[column] ?? 0)))
  const whole = widest.reduce((sum, width) => sum + width, 2 * (columns.length - 1))
  const gap = whole > lineWidth ? " " : "  "
  const lines = slices.flatMap((slice, index) => {
    const all = drawn(columns, slice, gap, widest)
    return index === 0 ? all : all.slice(all.findIndex(isRule) + 1)
  })
  return `${lines.map((line) => line.replace(/[ \t]+$/, "")).join("\n")}\n`
}
