// Imports: everything is checked before anything is written, what is wrong is said by line and column, and a file given
// again changes nothing. All schools here are made up, their URNs from a range that no register has.
import { Coverage } from "@lcqm/testing/arbitraries"
import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import fc from "fast-check"
import { csvFileOf } from "../src/import/csv-file.ts"
import { dayFirst } from "../src/import/dates.ts"
import { extractOf } from "../src/import/schools/extract.ts"
import { csv } from "../src/telling/csv.ts"
import { file } from "./running.ts"
import { bytesOf, newPath, over, pathOf, storeWithSchool } from "./stores.ts"

const csvFile = (lines: ReadonlyArray<string>, name = "given.csv"): string =>
  file(`${lines.join("\r\n")}\r\n`, name)

const header =
  "URN,LA (code),EstablishmentName,TypeOfEstablishment (code),TypeOfEstablishment (name),PhaseOfEducation (code),OpenDate,CloseDate"
// URN, type, phase, opened, closed, and the name as the sample says that it is one.
const schoolLine = (urn: string, type: string, phase: string, opened = "", closed = ""): string =>
  `${urn},341,"Sample school, made up",${type},,${phase},${opened},${closed}`

const extract = (): string =>
  csvFile(
    [
      header,
      schoolLine("900001", "01", "2", "01/09/1998"),
      schoolLine("900002", "34", "4", "01-04-2012"),
      schoolLine("900003", "7", "0"),
      schoolLine("900004", "14", "0"),
      schoolLine("900005", "28", "7"),
      schoolLine("900006", "1", "3", "", "31/08/2020"),
      schoolLine("900007", "15", "1")
    ],
    "sample-extract.csv"
  )

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

describe("lcqm import schools", () => {
  test("tells special schools and alternative provision by their type, and where the store says other", async () => {
    const path = extract()
    const { code, out } = await over(store, ["import", "schools", path])
    expect(code).toBe(0)
    expect(out).toContain(
      "7 schools in " +
        `${path} (UTF-8): 1 nursery, 2 primary, 1 secondary, 1 all-through, 1 special, 1 alternative provision; 1 closed.`
    )
    expect(out).toMatch(/Of 1 enrolled school the extract says other of 1\.\n/)
    expect(out).toMatch(/900001 +5 +not stated +primary\n/)
    const checked = await over("sqlite:/nowhere/at-all.db", ["import", "schools", path, "--check", "--json"])
    expect(checked.code).toBe(0)
    expect(JSON.parse(checked.out)).toMatchObject({ schools: 7, closed: 1, kinds: { special: 1 } })
  })

  test("reads windows-1252, and refuses bytes that it leaves undefined", async () => {
    const named = (byte: number) =>
      file(
        Buffer.from(
          `${header}\r\n${schoolLine("900001", "1", "2").replace("Sample", `S${String.fromCharCode(byte)}mple`)}\r\n`,
          "latin1"
        ),
        "latin.csv"
      )
    const { out } = await over(store, ["import", "schools", named(0xe9), "--check"])
    expect(out).toContain("(windows-1252)")
    const undefinedByte = file(
      Buffer.from(`${header}\r\n${schoolLine("900001", "1", "\x81")}\r\n`, "latin1"),
      "undefined.csv"
    )
    const { code, err } = await over(store, ["import", "schools", undefinedByte, "--check"])
    expect(code).toBe(2)
    expect(err).toContain("line 2, PhaseOfEducation (code): expected text in UTF-8 or windows-1252")
  })

  test("refuses an extract with a wrong header, a URN that is none or stands twice, codes and days that are none", async () => {
    const path = csvFile([
      header,
      schoolLine("12345", "1", "2"),
      schoolLine("900001", "1", "2"),
      schoolLine("900001", "1", "2"),
      schoolLine("900002", "one", "9"),
      schoolLine("900003", "1", "2", "30/02/2001"),
      schoolLine("900004", "1", "2", "2010-01-01", "2009-12-31")
    ])
    const { code, err, out } = await over(store, ["import", "schools", path, "--check", "--json"])
    expect([code, out]).toEqual([2, ""])
    const { problems } = JSON.parse(err).error
    expect(problems.map(({ got, path: at }: { path: string; got: string }) => `${at}: ${got}`)).toEqual([
      'line 2, URN: "12345"',
      "line 4, URN: 900001, as on line 3",
      'line 5, TypeOfEstablishment (code): "one"',
      'line 5, PhaseOfEducation (code): "9"',
      'line 6, OpenDate: "30/02/2001"',
      "line 7, CloseDate: 2009-12-31, and opened on 2010-01-01"
    ])
    const wrong = await over(store, ["import", "schools", csvFile(["URN;Phase", "900001;2"]), "--check"])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('line 1, URN: expected a column URN in the header, got "URN;Phase"')
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
