// Every command that reads a file or a store, given nonsense: it says what is wrong, ends with 1 or 2 and never as a
// defect, prints nothing on stdout, and leaves what it was given as it was.
import { chmodSync, existsSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { longestLine } from "../../src/given/json-lines.ts"
import { file, folder, shell } from "../running.ts"
import {
  binaryFile,
  bytesOf,
  foreignFile,
  linesFile,
  newPath,
  over,
  pathOf,
  storeWithSchool
} from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})

const expectTold = async (url: string, words: ReadonlyArray<string>, code: 1 | 2, input?: Buffer) => {
  const ran = await over(url, words, input === undefined ? {} : { input })
  expect([words.join(" "), ran.code, ran.out]).toEqual([words.join(" "), code, ""])
  expect(ran.err).toMatch(/^(lcqm|Line \d+): .+/)
  expect(ran.err).not.toMatch(/undefined|\[object|at .*\.ts:/)
  const asJson = await over(url, [...words, "--json"], input === undefined ? {} : { input })
  expect(asJson.code).toBe(code)
  expect(JSON.parse(asJson.err === "" ? asJson.out : asJson.err)).toHaveProperty("error._tag")
  return ran.err
}

const reads: ReadonlyArray<readonly [what: string, words: (file: string) => ReadonlyArray<string>]> = [
  ["criteria publish", (path) => ["criteria", "publish", path]],
  ["ruleset publish", (path) => ["ruleset", "publish", path]],
  ["do", (path) => ["do", path]],
  ["store import", (path) => ["store", "import", path]],
  ["import schools", (path) => ["import", "schools", path]],
  ["import cohorts", (path) => ["import", "cohorts", path]],
  ["import enrolments", (path) => ["import", "enrolments", path]]
]

describe.each(reads)("lcqm %s", (_, words) => {
  test.each([
    ["a file that is not there", () => "/nope/nothing.json"],
    ["a folder", () => folder()],
    ["a file that is binary", () => binaryFile()],
    ["a large file that is binary", () => binaryFile(1_000_000)],
    ["a file of no JSON", () => file("{,}")],
    ["JSON of another kind", () => file([1, 2, 3])],
    ["a text", () => file("Dear school,\n".repeat(1_000))],
    ["nested JSON without end", () => file("[".repeat(200_000))],
    ["one line without end", () => file(Buffer.alloc(longestLine + 10, "x"))],
    ["a file of another program's", () => foreignFile()]
  ])("%s", async (_, path) => {
    const before = bytesOf(pathOf(store))
    await expectTold(store, words(path()), 2)
    expect(bytesOf(pathOf(store)).equals(before)).toBe(true)
  })

  test("nonsense on standard input", async () => {
    await expectTold(store, words("-"), 2, Buffer.from([0, 255, 10, 123]))
  })
})

const overStores: ReadonlyArray<readonly [what: string, words: () => ReadonlyArray<string>]> = [
  ["register", () => ["register"]],
  ["cohort board", () => ["cohort", "board"]],
  ["evidence", () => ["evidence", "900001"]],
  ["areas", () => ["areas"]],
  ["facts-out-of-date", () => ["facts-out-of-date"]],
  ["cohort list", () => ["cohort", "list"]],
  ["cohort show", () => ["cohort", "show", "5"]],
  ["cohort launch", () => ["cohort", "launch", "6"]],
  ["network directory", () => ["network", "directory"]],
  ["enrol", () => ["enrol", "900002", "--cohort", "5", "--criteria", "1", "--rule", "1"]],
  ["school show", () => ["school", "show", "900001"]],
  ["school texts", () => ["school", "texts", "900001"]],
  ["do", () => ["do", linesFile([{ type: "LaunchCohort" }])]],
  ["award dry-run", () => ["award", "dry-run", "--rule", "secure-fit/1"]],
  ["store info", () => ["store", "info"]],
  ["store export", () => ["store", "export"]],
  ["store copy", () => ["store", "copy", "--to", "memory:"]],
  ["store backup", () => ["store", "backup", newPath()]],
  ["store import", () => ["store", "import", file("")]]
]

describe.each(overStores)("lcqm %s over", (_, words) => {
  test.each([
    ["another program's database", () => foreignFile()],
    ["a file that is no database", () => binaryFile()],
    ["a folder", () => folder()],
    ["a place in a folder that is not there", () => "/nope/lcqm.db"]
  ])("%s", async (what, make) => {
    const path = make()
    const before = what.endsWith("database") ? bytesOf(path) : undefined
    const err = await expectTold(`sqlite:${path}`, words(), 1)
    expect(err).toContain(`sqlite:${path}`)
    if (before !== undefined) expect(bytesOf(path).equals(before)).toBe(true)
    expect(existsSync(`${path}-wal`)).toBe(false)
  })

  test("a URL that is none", async () => {
    const secret = await expectTold("nope://clerk:hunter2@example.org", words(), 2)
    expect(secret).toContain("nope://…@example.org")
    expect(secret).not.toMatch(/clerk|hunter2/)
    for (const url of ["lcqm.db", "sqlite:", "esdc:x", "memory:x", "constructor:"]) {
      expect(await expectTold(url, words(), 2)).toContain("LCQM_STORE: expected the URL of a store: ")
    }
  })
})

describe("words that are none", () => {
  test.each([
    [
      ["enrol", "12", "--cohort", "5", "--criteria", "1", "--rule", "1"],
      "URN: expected a school's URN: six digits"
    ],
    [["school", "show", "９０００１２"], "URN: expected"],
    [["cohort", "show", "a/b"], "LABEL: expected a cohort's label"],
    [["cohort", "launch", "6", "--training-from", "soon"], "--training-from: expected a date as 2017"],
    [["cohort", "launch", "6", "--title", ""], "--title: expected"],
    [["register", "--as-at", "2017-02-30"], "--as-at: expected a date"],
    [["register", "--recorded-by", "yesterday"], "--recorded-by: expected a UTC instant"],
    [["register", "--csv", "--json"], "--csv: expected one form"],
    [["register", "--scheme", "LCQM"], "--scheme: expected a scheme"],
    [["store", "import", "x", "--root", "abc"], "--root: expected a SHA-256"],
    [["store", "copy", "--to", "here"], "--to: expected the URL of a store"]
  ] as const)("%j", async (words, said) => {
    const { code, err, out } = await over(store, words)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    const text = err.startsWith("{")
      ? JSON.parse(err)
          .error.problems.map((p: { path: string; expected: string }) => `${p.path}: expected ${p.expected}`)
          .join("\n")
      : err
    expect(text).toContain(said)
  })
})

describe("a file that may only be read", () => {
  test("is read, also in a folder that may only be read, and not written", async () => {
    const path = newPath()
    await over(store, ["store", "backup", path])
    chmodSync(path, 0o444)
    // Whoever runs the tests as root may write all the same; then it is written.
    const { code, err } = await shell(
      `LCQM_STORE="sqlite:${path}" lcqm cohort list >/dev/null && ` +
        `test -w "${path}" || LCQM_STORE="sqlite:${path}" LCQM_ACTOR=p-office01 LCQM_ROLES=SchemeOffice lcqm cohort launch 6`
    )
    if (code !== 0) expect(err).toMatch(/denies writing|cannot be used/)
    else expect(code).toBe(0)
  })
})
