// CSV that any reader of RFC 4180 reads back, and that no spreadsheet runs.
import { Coverage } from "@lcqm/testing/arbitraries"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { csv } from "../../src/telling/csv.ts"

// A reader of RFC 4180, as short as it can be.
const read = (text: string): ReadonlyArray<ReadonlyArray<string>> => {
  const rows: Array<Array<string>> = []
  let row: Array<string> = []
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    row.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'))
    if (end === "\r\n") {
      rows.push(row)
      row = []
    }
  }
  return rows
}

const anyCell = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "=", "+", "-", "@", "\t", "a", "'") })
)

describe("CSV", () => {
  test("reads back as it was, but for an apostrophe before what begins a formula", () => {
    const met = new Coverage("cells", ["begins a formula"])
    met.assert(
      21,
      fc.property(fc.array(fc.tuple(anyCell, anyCell), { maxLength: 5 }), (rows) => {
        const found = read(csv(["one", "two"], rows))
        expect(found[0]).toEqual(["one", "two"])
        expect(found).toHaveLength(rows.length + 1)
        for (const [i, row] of rows.entries()) {
          for (const [j, cell] of row.entries()) {
            const got = found[i + 1]?.[j] ?? ""
            if (got !== cell) met.count("begins a formula")
            expect([cell, `'${cell}`]).toContain(got)
            expect(got).not.toMatch(/^[=+\-@\t\r]/)
          }
        }
      }),
      { numRuns: 300 }
    )
  })

  test.each([
    ["=1+1", "'=1+1"],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["--11", "'--11"],
    ["@SUM(A1)", "'@SUM(A1)"],
    ["plain, text", '"plain, text"'],
    ["900001", "900001"]
  ])("%s is written %s", (cell, written) => {
    expect(csv(["c"], [[cell]])).toBe(`c\r\n${written}\r\n`)
  })

  test("a number is written as it is, and what is not there is empty", () => {
    expect(csv(["a", "b"], [[-1, undefined]])).toBe("a,b\r\n-1,\r\n")
  })
})
