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

/** A table as lines, each ended, without trailing spaces. Cells are plain text. */
export const table = (
  columns: ReadonlyArray<Column>,
  rows: ReadonlyArray<ReadonlyArray<string | number>>
): string => {
  const cells = rows.map((row) => row.map((cell) => printable(String(cell))))
  const drawn = (gap: string): Table.Table => {
    const table = new Table({
      chars: bare(gap),
      head: columns.map(({ title }) => title),
      colAligns: columns.map(({ align }) => align ?? "left"),
      colWidths: columns.map((column, index) => widthOf(column, index, cells)),
      wordWrap: true,
      style: { head: [], border: [], compact: true, "padding-left": 0, "padding-right": 0 }
    })
    table.push(...cells)
    return table
  }
  const wide = drawn("  ")
  const lines = (wide.width > lineWidth ? drawn(" ") : wide).toString()
  return `${lines.replaceAll(/[ \t]+$/gm, "")}\n`
}
