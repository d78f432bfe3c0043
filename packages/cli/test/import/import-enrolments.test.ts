// lcqm import enrolments: everything is checked before anything is written, what is wrong is said by line and column, and
// a file given again changes nothing.
import { beforeAll, describe, expect, test } from "vitest"
import { csvFile, extract } from "./import-files.ts"
import { bytesOf, over, pathOf, storeWithSchool } from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})

const count = async (of = store): Promise<number> =>
  JSON.parse((await over(of, ["store", "info", "--json"])).out).events

const enrolling = (path: string, ...more: ReadonlyArray<string>) => [
  "import",
  "enrolments",
  path,
  "--criteria",
  "0.1.0-sample",
  "--rule",
  "1",
  "--on",
  "2025-09-04",
  ...more
]

describe("lcqm import enrolments", () => {
  test("lists every problem by line and column in a dry run, what the rules say of the others, and writes nothing", async () => {
    const path = csvFile([
      "school,cohort,phase,on",
      "900002,5,primary,03/09/2025",
      "90001,5,,",
      "900003,5,middle,",
      "900004,5,,31/02/2024",
      "900005,9,,",
      "900002,5,,",
      "900006,5,primary",
      "900001,5,,",
      "900005,5,,"
    ])
    const before = bytesOf(pathOf(store))
    const { code, out } = await over(store, enrolling(path, "--dry-run"))
    expect(code).toBe(2)
    expect(out.split("\n").filter((line) => line.startsWith("  line"))).toEqual([
      `  line 3, school: expected a school's URN: six digits, got "90001"`,
      `  line 4, phase: expected primary, secondary or special; left out where it is not stated, got "middle"`,
      `  line 5, on: expected a date that exists, as 2024-01-31, 31/01/2024, 2024-01, 2024 or --11, got "31/02/2024"`,
      "  line 6: No cohort 9 has been launched. Launch it first (LaunchCohort), or name one that is.",
      "  line 7, school: expected each school once, got 900002, which line 2 enrols in cohort 5",
      "  line 8: expected 4 cells, as the header has, got 3",
      "  line 9: School 900001 is enrolled already, in cohort 5 (preparing). Transfer it to another cohort, or withdraw the enrolment first; an award is renewed, not enrolled for again.",
      "  line 10, school: expected a school in one cohort at a time, got 900005, which line 6 enrols in cohort 9"
    ])
    expect(out).toContain("Nothing was written.")
    expect(bytesOf(pathOf(store)).equals(before)).toBe(true)
    const asJson = await over(store, enrolling(path, "--dry-run", "--json"))
    const report = JSON.parse(asJson.out)
    expect([asJson.code, report.ok, report.problems.length, report.refusals.length]).toEqual([2, false, 6, 2])
  })

  test("records nothing of a file of which one row is wrong (2) or refused (1)", async () => {
    const before = await count()
    const wrong = await over(store, enrolling(csvFile(["school,cohort", "900002,5", "9000,5"])))
    expect([wrong.code, wrong.out]).toEqual([2, ""])
    expect(wrong.err).toContain("line 3, school: expected a school's URN: six digits")
    const refused = await over(store, enrolling(csvFile(["school,cohort", "900002,5", "900003,9"])))
    expect([refused.code, refused.out]).toEqual([1, ""])
    expect(refused.err).toContain("1 of 2 rows in")
    expect(refused.err).toContain("line 3: No cohort 9 has been launched.")
    expect(await count()).toBe(before)
  })

  test("takes phases from an extract, keeps one that is stated and says so, and refuses schools that are not there", async () => {
    const of = await storeWithSchool()
    const path = csvFile([
      "school,cohort,phase",
      "900002,5,",
      "900003,5,",
      "900004,5,",
      "900005,5,primary",
      "900007,5,"
    ])
    const schools = extract()
    const words = enrolling(path, "--schools", schools)
    const before = await count(of)
    const { code, out } = await over(of, words)
    expect(code).toBe(0)
    expect(out).toBe(
      "Warning, line 5: the phase is kept as stated, primary; by line 6 of the extract the school is all-through.\n" +
        `5 rows of enrolments in ${path} (UTF-8): 5 recorded.\n`
    )
    const cohort = JSON.parse((await over(of, ["cohort", "show", "5", "--json"])).out)
    expect(cohort.phases).toEqual({ primary: 1, secondary: 1, special: 1, unknown: 3 })
    const again = await over(of, words)
    expect(again.out).toContain("0 recorded, 5 were recorded before.")
    expect(await count(of)).toBe(before + 5)

    const closed = csvFile(["school,cohort", "900006,5", "900009,5"])
    const told = await over(of, enrolling(closed, "--schools", schools, "--dry-run"))
    expect(told.code).toBe(2)
    expect(told.out).toContain(
      "line 2, school: expected a school that was open on 2025-09-04, got 900006, closed on 2020-08-31 by line 7 of the extract"
    )
    expect(told.out).toContain(
      "line 3, school: expected a school of the extract, got 900009, which is not in it"
    )
  })

  test("goes on where it was cut off: rows before are recorded already, the others follow", async () => {
    const of = await storeWithSchool()
    await over(of, enrolling(csvFile(["school,cohort", "900002,5"])))
    const whole = csvFile(["school,cohort", "900002,5", "900003,5"])
    const { code, out } = await over(of, enrolling(whole))
    expect([code, out]).toEqual([
      0,
      `2 rows of enrolments in ${whole} (UTF-8): 1 recorded, 1 were recorded before.\n`
    ])
  })

  test("asks for versions and dates that neither the row nor a flag gives", async () => {
    const { code, err } = await over(store, ["import", "enrolments", csvFile(["school,cohort", "900002,5"])])
    expect(code).toBe(2)
    expect(err).toContain("line 2, criteriaSet: expected a version, here or by --criteria, got nothing")
    expect(err).toContain("line 2, on: expected a date, here or by --on, got nothing")
  })
})
