// lcqm import cohorts: dates are taken as they are given, oddities said; what a cohort may not be is told by line, and so
// is a file that is none, before anything is made.
import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { csvFile } from "./import-files.ts"
import { file } from "../running.ts"
import { newPath, over, pathOf, storeWithSchool } from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})

describe("lcqm import cohorts", () => {
  test("launches cohorts with their dates as given, and says where they are odd", async () => {
    const of = await storeWithSchool()
    const path = csvFile([
      "Cohort,Area,trainingFrom,assessmentFrom,on",
      "6,Toxteth,05/10/2025,2025-11,01/09/2025",
      "A,,2018-04,2018-02,2017-09-01"
    ])
    const { code, out } = await over(of, ["import", "cohorts", path])
    expect([code, out]).toEqual([
      0,
      "Warning, line 3: dates are kept as given, but assessments begin before training does.\n" +
        `2 rows of cohorts in ${path} (UTF-8): 2 recorded.\n`
    ])
    const { windows } = JSON.parse((await over(of, ["cohort", "show", "6", "--json"])).out)
    expect(windows).toEqual({ training: { from: "2025-10-05" }, assessment: { from: "2025-11" } })
  })

  test("refuses a cohort that stands twice, or is launched already, and a date that a spreadsheet has rewritten", async () => {
    const path = csvFile([
      "cohort,launch,on",
      "7,Oct-25,2025-09-01",
      "8,,2025-09-01",
      "8,,2025-09-01",
      "5,,2025-09-01"
    ])
    const { code, out } = await over(store, ["import", "cohorts", path, "--dry-run"])
    expect(code).toBe(2)
    expect(out).toMatch(/line 2, launch: expected a date that exists, .*, got "Oct-25"/)
    expect(out).toContain("line 4, cohort: expected each cohort once, got 8, as on line 3")
    expect(out).toContain("line 5: Cohort 5 is launched already.")
  })
})

describe("a file that is no CSV of the kind", () => {
  const wrong: ReadonlyArray<readonly [what: string, bytes: string | Buffer, says: RegExp]> = [
    ["an empty file", "", /line 1: expected a header: cohort, got an empty file/],
    [
      "another header",
      "label,where\r\n5,Toxteth\r\n",
      /line 1, label: expected one of the columns cohort, title/
    ],
    ["a column twice", "cohort,cohort\r\n5,6\r\n", /line 1, cohort: expected each column once/],
    [
      "UTF-16",
      Buffer.from("\uFEFFcohort\r\n5\r\n", "utf16le"),
      /expected text in UTF-8 or windows-1252.*got UTF-16/
    ],
    ["another program's file", Buffer.from([0, 1, 2, 3]), /got bytes of 0/],
    ["a quote that is not closed", 'cohort,title\r\n5,"Five\r\n', /line 2: expected CSV as RFC 4180 has it/]
  ]

  test.each(wrong)("%s", async (_, bytes, says) => {
    const url = `sqlite:${newPath()}`
    const { code, err, out } = await over(url, ["import", "cohorts", file(bytes, "wrong.csv")])
    expect([code, out]).toEqual([2, ""])
    expect(err).toMatch(says)
    expect(() => readFileSync(pathOf(url))).toThrow(/ENOENT/)
  })
})
