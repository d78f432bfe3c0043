// What became of a file, or would: counts, and everything that is wrong or odd by line and column.
import type { BadInput, DidNotHold, Failure } from "../failure.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"
import type { LineProblem } from "./csv-file.ts"
import type { Refusal } from "./rehearsing.ts"

/** What is told of a file. */
export interface ImportReport {
  readonly what: string
  readonly file: string
  readonly encoding: string
  readonly dryRun: boolean
  readonly ok: boolean
  /** The rows of the file that can be read as CSV. */
  readonly rows: number
  /** How many of them are new, and how many are recorded already. */
  readonly fresh: number
  readonly before: number
  readonly recorded: number
  readonly problems: ReadonlyArray<LineProblem>
  readonly refusals: ReadonlyArray<Refusal>
  readonly warnings: ReadonlyArray<{ readonly line: number; readonly says: string }>
}

/** Where something is wrong, as a person reads it. */
export const placeOf = ({ column, line }: LineProblem): string =>
  column === undefined ? `line ${line}` : `line ${line}, ${column}`

const warningLines = ({ warnings }: ImportReport): ReadonlyArray<string> =>
  warnings.map(({ line, says }) => `Warning, line ${line}: ${says}`)

const byLine = (a: { readonly line: number }, b: { readonly line: number }): number => a.line - b.line

const wrongLines = ({ problems, refusals }: ImportReport): ReadonlyArray<string> =>
  [
    ...problems.map((each) => ({
      line: each.line,
      says: `${placeOf(each)}: expected ${each.expected}, got ${each.got}`
    })),
    ...refusals.map(({ line, message, remedy }) => ({ line, says: `line ${line}: ${message} ${remedy}` }))
  ]
    .toSorted(byLine)
    .map(({ says }) => `  ${says}`)

/** The report as text. */
export const importText = (report: ImportReport): string => {
  const { before, dryRun, encoding, file, fresh, ok, recorded, rows, what } = report
  const read = `${counted(rows, "row")} of ${what} in ${file} (${encoding})`
  const again = before === 0 ? "" : `, ${before} were recorded before`
  const lines = ok
    ? [
        ...warningLines(report),
        dryRun
          ? `${read}: ${fresh} would be recorded${again}. Nothing was written.`
          : `${read}: ${recorded} recorded${again}.`
      ]
    : [
        ...warningLines(report),
        `${read}; wrong or refused:`,
        ...wrongLines(report),
        "Nothing was written. Correct what is named and give the file again."
      ]
  return lines.map((line) => `${printable(line)}\n`).join("")
}

/** The report as JSON. */
export const importJson = (report: ImportReport): string => jsonLine(report)

const dryRunLists =
  "Correct what is named and give the file again; --dry-run lists everything. Nothing was written."

/** Why a file that is given for good is refused. */
export const importRefused = (report: ImportReport): Failure => {
  const { file, problems, refusals, rows, what } = report
  const [first, ...rest] = problems.map((each) => ({
    path: placeOf(each),
    expected: each.expected,
    got: each.got
  }))
  if (first !== undefined) {
    return {
      kind: "bad input",
      what: `file of ${what}`,
      source: file,
      problems: [first, ...rest],
      remedy: dryRunLists
    } satisfies BadInput
  }
  const [refusal] = refusals
  return {
    kind: "did not hold",
    tag: "ImportRefused",
    message: `${refusals.length} of ${counted(rows, "row")} in ${file} are refused: line ${refusal?.line ?? 0}: ${refusal?.message ?? ""}${refusals.length > 1 ? " And others." : ""}`,
    remedy: `${refusal?.remedy ?? ""} ${dryRunLists}`,
    details: { refusals }
  } satisfies DidNotHold
}
