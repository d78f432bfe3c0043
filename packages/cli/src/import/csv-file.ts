// A CSV file as rows of named cells, each with the line on which it begins, so that whatever is wrong with it can be
// said by line and column.
import { CsvError } from "csv-parse"
import { parse } from "csv-parse/sync"
import { shown } from "@lcqm/core"
import { Result } from "effect"
import { decoded, type Encoding } from "./encoding.ts"

/** Something wrong with a file, and where: lines are counted from 1, the header's; no column is the whole line. */
export interface LineProblem {
  readonly line: number
  readonly column?: string
  readonly expected: string
  readonly got: string
}

/** A row: its cells by column, trimmed; an empty cell is none. */
export interface Row {
  readonly line: number
  readonly cells: ReadonlyMap<string, string>
}

/** What a file is to have. */
export interface Columns {
  readonly required: ReadonlyArray<string>
  readonly optional: ReadonlyArray<string>
  /** Whether other columns are a mistake; those of a register's extract are passed over. */
  readonly noOthers: boolean
}

/** What a file holds; where there are problems the rows are those without any. */
export interface CsvFile {
  readonly encoding: Encoding
  readonly rows: ReadonlyArray<Row>
  readonly problems: ReadonlyArray<LineProblem>
}

const known = ({ optional, required }: Columns): ReadonlyArray<string> => [...required, ...optional]

// Header names are compared as people see them.
const plainly = (name: string): string => name.trim().toLowerCase()

/** The header: which column stands where, and what is wrong with it. */
const headerOf = (names: ReadonlyArray<string>, line: number, columns: Columns) => {
  const byName = new Map(known(columns).map((name) => [plainly(name), name]))
  const places = new Map<string, number>()
  const problems: Array<LineProblem> = []
  for (const [place, given] of names.entries()) {
    const name = byName.get(plainly(given))
    if (name === undefined) {
      if (!columns.noOthers) continue
      const expected = `one of the columns ${known(columns).join(", ")}`
      problems.push({ line, column: given.trim() || `${place + 1}`, expected, got: shown(given) })
    } else if (places.has(name)) {
      problems.push({ line, column: name, expected: "each column once", got: `${shown(given)} again` })
    } else places.set(name, place)
  }
  for (const name of columns.required) {
    if (!places.has(name)) {
      const got = names.length > 8 ? `${names.length} others` : shown(names.join(","))
      problems.push({ line, column: name, expected: `a column ${name} in the header`, got })
    }
  }
  return { places, problems }
}

// Bytes that windows-1252 leaves undefined become control characters, as those of a binary file do.
const control = /[^\P{Cc}\t\r\n]/u

const rowOf = (
  cells: ReadonlyArray<string>,
  line: number,
  width: number,
  places: ReadonlyMap<string, number>
): Result.Result<Row, ReadonlyArray<LineProblem>> => {
  if (cells.length !== width) {
    return Result.fail([{ line, expected: `${width} cells, as the header has`, got: String(cells.length) }])
  }
  const named = [...places].map(([column, place]) => [column, (cells[place] ?? "").trim()] as const)
  const unreadable = named.filter(([, cell]) => control.test(cell))
  return unreadable.length > 0
    ? Result.fail(
        unreadable.map(([column, cell]) => ({
          line,
          column,
          expected: "text in UTF-8 or windows-1252 (Latin-1)",
          got: shown(cell)
        }))
      )
    : Result.succeed({ line, cells: new Map(named.filter(([, cell]) => cell !== "")) })
}

/** A row of the register of schools has some 2,000 bytes. */
const longestRow = 100_000

// Quotes that do not match, or a row without end: all that a reader of CSV cannot read on after.
const unreadableBy: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "a quote that is not closed",
  INVALID_OPENING_QUOTE: "a quote in a cell that does not begin with one",
  CSV_INVALID_CLOSING_QUOTE: "text behind a quote that closes a cell",
  CSV_MAX_RECORD_SIZE: `a row of more than ${longestRow} bytes`
}

const unreadable = ({ code, message }: CsvError, line: number): LineProblem => ({
  line,
  expected: "CSV as RFC 4180 has it, a quote within quotes doubled",
  got: unreadableBy[code] ?? message
})

/** Reads a file. Lines without any text are passed over. */
export const csvFileOf = (bytes: Buffer, columns: Columns): CsvFile => {
  const read = decoded(bytes)
  if (Result.isFailure(read)) {
    const { expected, got } = read.failure
    return { encoding: "UTF-8", rows: [], problems: [{ line: 1, expected, got }] }
  }
  const { encoding, text } = read.success
  const rows: Array<Row> = []
  const headerProblems: Array<LineProblem> = []
  const problems: Array<LineProblem> = []
  let header: { readonly width: number; readonly places: ReadonlyMap<string, number> } | undefined
  let next = 1
  const take = (cells: ReadonlyArray<string>, lastLine: number): void => {
    next = lastLine + 1
    // Where a quoted cell has lines of its own the reader is at the last of them.
    const line = lastLine - cells.reduce((sum, cell) => sum + (cell.split("\n").length - 1), 0)
    if (header === undefined) {
      const found = headerOf(cells, line, columns)
      header = { width: cells.length, places: found.places }
      headerProblems.push(...found.problems)
      return
    }
    if (cells.every((cell) => cell.trim() === "")) return
    const row = rowOf(cells, line, header.width, header.places)
    if (Result.isSuccess(row)) rows.push(row.success)
    else problems.push(...row.failure)
  }
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: longestRow,
      // Nothing is kept of a row but what `take` keeps: an extract has some hundred columns.
      on_record: (cells: ReadonlyArray<string>, { lines }) => {
        take(cells, lines)
        return null
      }
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    problems.push(unreadable(error, next))
  }
  if (header === undefined && problems.length === 0) {
    const expected = `a header: ${columns.required.join(", ")}`
    headerProblems.push({ line: 1, expected, got: "an empty file" })
  }
  // Under a header that is wrong nothing can be said of the cells.
  return headerProblems.length > 0
    ? { encoding, rows: [], problems: headerProblems }
    : { encoding, rows, problems }
}
