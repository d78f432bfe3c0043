// Comma-separated values (RFC 4180), for spreadsheets: CRLF line ends, and a cell in quotes where it must be.
//
// A spreadsheet runs a cell that begins with = + - or @ as a formula, also where the file put it in quotes; a tab or
// a carriage return before it does not help. Such a cell gets an apostrophe before it, which spreadsheets take as
// "this is text" (OWASP, "CSV Injection"). It is one character more than the value, so CSV is for people to look at;
// programs read --json, which is exact.

/** What begins a formula in some spreadsheet. */
const beginsFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/

const mustBeQuoted = /[",\r\n]/

const cell = (value: string | number | undefined): string => {
  const text = value === undefined ? "" : String(value)
  const safe = typeof value === "string" && beginsFormula.test(text) ? `'${text}` : text
  return mustBeQuoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** A header and rows as CSV; what is not there is an empty cell. Numbers are written as they are. */
export const csv = (
  header: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string | number | undefined>>
): string => [header, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")
