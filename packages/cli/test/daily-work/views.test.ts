// The views on the command line: for a person, a spreadsheet and a program, of one and the same answer.
import { beforeAll, describe, expect, test } from "vitest"
import { linesFile, over, storeWithSchool } from "../stores.ts"

const scheme = "lcqm"
const [champion, assessor] = ["p-champion1", "p-assessor1"]
const by = (person: string) => ({ actor: { person, roles: [] } })
const given = (type: string, occurredOn: string, data: object, more: object = {}) => ({
  type,
  id: `views.${type}.${JSON.stringify(data).length}.${occurredOn}`,
  occurredOn,
  ...more,
  data: { scheme, ...data }
})
const school = "900001"
const one = "leadership.champion"

const commands = [
  given("AppointChampion", "2025-09-08", { school, champion }),
  given("AppointAssessor", "2025-09-08", { person: assessor, schools: [] }),
  given("ScheduleCpdSession", "2025-09-08", { cohort: "5", session: 1, on: "2025-09-10" }),
  given("RecordCpdAttendance", "2025-09-10", { cohort: "5", session: 1, school, person: champion }),
  given(
    "SubmitEvidence",
    "2025-10-01",
    { school, evidence: "photos", kind: "photograph", reference: "file:1", producedOn: "2025-01-15" },
    by(champion)
  ),
  given("AssignEvidence", "2025-10-01", { school, evidence: "photos", criterion: one }, by(champion))
]

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
  const { code, err } = await over(store, ["do", linesFile(commands)])
  if (code !== 0) throw new Error(err)
})

const views: ReadonlyArray<readonly [words: ReadonlyArray<string>, text: RegExp, csv: RegExp]> = [
  [
    ["cohort", "board", "5"],
    /Cohort 5 of lcqm, Toxteth: in training, 1 school: 1 in training\n[^]*in training +900001 +not stated +2025-09-10 +1/,
    /^scheme,cohort,area,.*\r\nlcqm,5,Toxteth,900001,,in training,2025-09-10,1,,\r\n$/
  ],
  [
    ["evidence", school, "--as-at", "2026-01-15"],
    /1 piece, \d+ criteria, \d+ without evidence; judged by criteria set 0.1.0-sample\n[^]*leadership\.champion +photos +photograph +12 months +not reviewed/,
    /^school,.*\r\n(?:900001,[\w.-]+\r\n|900001,leadership\.champion,photos,photograph,2025-01-15,12,not reviewed,0,no\r\n)+$/
  ],
  [["assessors"], /^Assessors of lcqm: 0 assessors\n$/, /^scheme,assessor,.*\r\n$/],
  [
    ["areas", "--threshold", "1", "--as-at", "2025-12-31"],
    /Toxteth +0 +0 +0 +1 +0 +1\n/,
    /\r\nToxteth,0,0,0,1,0,1\r\nall areas,0,0,0,1,0,1\r\n$/
  ],
  [["facts-out-of-date"], /^Decisions of lcqm on facts that had changed: none\n$/, /^stream,.*\r\n$/],
  [
    ["cpd"],
    /CPD of lcqm: 1 school, 0 with all sessions\n[^]*900001 +5 +p-champion1 +1 +2, 3, 4/,
    /\r\nlcqm,900001,5,p-champion1,1,2 3 4\r\n$/
  ],
  [["register", "--current"], /^Award register of lcqm, current: 0 awards\n$/, /^scheme,school,.*\r\n$/]
]

describe.each(views)("lcqm %j", (words, text, csv) => {
  test("tells a person, a spreadsheet and a program", async () => {
    const [person, sheet, program] = [
      await over(store, words),
      await over(store, [...words, "--csv"]),
      await over(store, [...words, "--json"])
    ]
    expect([person.code, person.err, sheet.code, program.code]).toEqual([0, "", 0, 0])
    expect(person.out).toMatch(text)
    expect(sheet.out).toMatch(csv)
    expect(program.out).toMatch(/^[[{].*\n$/)
    for (const line of person.out.split("\n")) expect(line.length).toBeLessThanOrEqual(100)
  })

  test("is told in one form", async () => {
    const { code, err, out } = await over(store, [...words, "--csv", "--json"])
    expect([code, out]).toEqual([2, ""])
    expect(err).toContain("--csv")
  })
})

describe("lcqm areas", () => {
  test("hides a count below five where nothing else is said, and what would give it away", async () => {
    const { out } = await over(store, ["areas"])
    expect(out).toMatch(/Toxteth +0 +0 +0 +c +0 +c\n/)
    expect(out).toContain("c: not shown, since it is below 5")
    const { areas } = JSON.parse((await over(store, ["areas", "--json"])).out)
    expect(areas).toMatchObject([{ area: "Toxteth", total: "suppressed" }])
  })
})

describe("what cannot be told", () => {
  test.each([
    ["two choices", ["register", "--current", "--lapsed"], 2, /one choice/],
    ["days that are no number", ["register", "--expiring", "soon"], 2, /--expiring: expected how many days/],
    ["a threshold of nothing", ["areas", "--threshold", "0"], 2, /--threshold/],
    ["a cohort that is not launched", ["cohort", "board", "9"], 1, /No cohort 9 has been launched/],
    ["a URN that is none", ["evidence", "12"], 2, /URN: expected a school's URN: six digits/],
    ["a school that is not enrolled", ["evidence", "900009"], 1, /School 900009 is not enrolled/]
  ] as const)("is refused: %s", async (_, words, code, says) => {
    const ran = await over(store, words)
    expect([ran.code, ran.out]).toEqual([code, ""])
    expect(ran.err).toMatch(says)
  })

  test("of another scheme nothing is shown", async () => {
    for (const words of [["cpd"], ["assessors"], ["areas"], ["cohort", "board"]]) {
      const { out } = await over(store, [...words, "--scheme", "other"])
      expect(out).not.toContain(school)
    }
  })
})
