// A CSV file as it is read by every import: the same cells as were written, each row by the line on which it begins, and
// of a large one no more than what is asked.
import { Coverage } from "@lcqm/testing/arbitraries"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { csvFileOf } from "../../src/import/csv-file.ts"
import { dayFirst } from "../../src/import/dates.ts"
import { extractOf } from "../../src/import/schools/extract.ts"
import { csv } from "../../src/telling/csv.ts"
import { header, schoolLine } from "./import-files.ts"

describe("a CSV file", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom('"', ",", "\n", "a", "é", " ", "9") }),
    fc.constantFrom("", "x")
  )

  test("is read back as it was written, each row by the line on which it begins", () => {
    const met = new Coverage("rows", ["empty", "of several lines"])
    met.assert(
      11,
      fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 6 }), (rows) => {
        const { problems, rows: read } = csvFileOf(Buffer.from(csv(["one", "two"], rows)), {
          required: ["one", "two"],
          optional: [],
          noOthers: true
        })
        expect(problems).toEqual([])
        let line = 2
        const expected: Array<unknown> = []
        for (const row of rows) {
          const [one, two] = row.map((each) => each.trim())
          if (one === "" && two === "") met.count("empty")
          else {
            const cells = Object.entries({ one, two }).filter(([, each]) => each !== "")
            expected.push({ line, cells: new Map(cells) })
          }
          const more = row.join("").split("\n").length - 1
          if (more > 0) met.count("of several lines")
          line += 1 + more
        }
        expect(read).toEqual(expected)
      }),
      { numRuns: 200 }
    )
  })

  test("has British dates turned round, existing or not, and all else left", () => {
    expect(
      ["31/01/2024", "1-2-2024", "31/02/2024", "2024-01-31", "--11", "Oct-25", ""].map(dayFirst)
    ).toEqual(["2024-01-31", "2024-02-01", "2024-02-31", "2024-01-31", "--11", "Oct-25", ""])
  })

  test("of a register of any size keeps of each row only what is read", () => {
    const rows = Array.from({ length: 20_000 }, (_, i) => schoolLine(String(900_001 + i), "1", "2"))
    const { problems, schools } = extractOf(Buffer.from([header, ...rows].join("\n")))
    expect([problems.length, schools.size, schools.get("910000")?.line]).toEqual([0, 20_000, 10_001])
  })
})
