// lcqm import schools: what an extract of a register says of schools, in the encodings it comes in, and where it is none.
import { beforeAll, describe, expect, test } from "vitest"
import { csvFile, extract, header, schoolLine } from "./import-files.ts"
import { file } from "../running.ts"
import { over, storeWithSchool } from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
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
