// Commands in a file: JSON lines or one over many lines, each answered; what is recorded once is not recorded twice.
import { existsSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { file } from "../running.ts"
import { linesFile, newPath, over, storeWithSchool } from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})

let sent = 0
const about = (type: string, data: object, more: object = {}) => ({
  type,
  id: `command-${(sent += 1)}-${type}`,
  occurredOn: "2025-09-08",
  data: { scheme: "lcqm", ...data },
  ...more
})
const champion = (urn = "900001") => about("AppointChampion", { school: urn, champion: "p-champion1" })
const launch = (cohort: string) => about("LaunchCohort", { cohort, windows: {} })

const answers = (out: string) =>
  out
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line))

describe("lcqm do", () => {
  test("gives JSON lines in order, from a file or standard input, and again without effect", async () => {
    const lines = [launch("L1"), launch("L2"), about("CloseCohort", { cohort: "L1" })]
    const path = linesFile(lines)
    const first = await over(store, ["do", path])
    expect(first).toMatchObject({ code: 0, err: "" })
    expect(first.out.split("\n").map((line) => line.replace(/ recorded.*/, ""))).toEqual([
      "1  LaunchCohort",
      "2  LaunchCohort",
      "3  CloseCohort",
      ""
    ])
    const input = lines.map((line) => JSON.stringify(line)).join("\n")
    const again = await over(store, ["do", "-", "--json"], { input })
    expect(again.code).toBe(0)
    expect(answers(again.out).map(({ line, repeated }) => [line, repeated])).toEqual([
      [1, true],
      [2, true],
      [3, true]
    ])
  })

  test("takes one command over many lines, a byte order mark, and lines that are empty", async () => {
    const spread = await over(store, ["do", file(JSON.stringify(launch("M1"), null, 2))])
    expect(spread).toMatchObject({ code: 0, err: "" })
    const marked = `\uFEFF${JSON.stringify(launch("M2"))}\n\n  \n${JSON.stringify(launch("M3"))}`
    const { code, out } = await over(store, ["do", file(marked), "--json"])
    expect(code).toBe(0)
    expect(answers(out).map(({ line }) => line)).toEqual([1, 4])
  })

  test("leaves no store behind where there was none and the command is refused", async () => {
    const path = newPath()
    const refused = await over(`sqlite:${path}`, ["do", linesFile([champion("900009")])])
    expect(refused.code).toBe(1)
    expect(existsSync(path)).toBe(false)
  })

  test("stops at the first that is refused, says how many are recorded, and ends with 1", async () => {
    const path = linesFile([launch("S1"), launch("5"), launch("S2")])
    const { code, err, out } = await over(store, ["do", path])
    expect(code).toBe(1)
    expect(out.split("\n")).toHaveLength(2)
    expect(err).toMatch(
      /^Line 2: Cohort 5 is launched already\.\n.+\nStopped at line 2; 1 command before it recorded/
    )
    expect((await over(store, ["cohort", "show", "S2"])).code).toBe(1)
  })

  test("goes on with --go-on, answers every line, and still ends with 1", async () => {
    const path = linesFile([launch("G1"), launch("5"), "{", launch("G2")])
    const { code, err, out } = await over(store, ["do", path, "--go-on", "--json"])
    expect({ code, err }).toEqual({ code: 1, err: "" })
    expect(answers(out).map(({ error, line, ok }) => [line, ok, error?._tag])).toEqual([
      [1, true, undefined],
      [2, false, "CohortAlreadyLaunched"],
      [3, false, "Malformed"],
      [4, true, undefined]
    ])
  })

  test("ends with 2 where all that is wrong is malformed and nothing was recorded", async () => {
    const { code, err, out } = await over(store, ["do", linesFile(["{", launch("N1")])])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toMatch(/^Line 1: this is no command \(line 1 of /)
    expect(await over(store, ["do", linesFile([{ type: "LaunchCohort" }]), "--json"])).toMatchObject({
      code: 2
    })
  })

  test("names what is wrong with a command: its type, its fields, its id", async () => {
    const { data: _, ...bare } = launch("W1")
    const wrong = [{ ...launch("W1"), type: "Dance" }, bare, { ...launch("W1"), id: "short" }, [1], "null"]
    const { out } = await over(store, ["do", linesFile(wrong), "--go-on", "--json"])
    const paths = answers(out).map(({ error }) =>
      error.problems.map(({ path }: { readonly path: string }) => path)
    )
    expect(paths).toEqual([["type"], ["data"], ["id"], ["type"], ["type"]])
  })

  test("gives an id only where it is asked to, and a date where one is given", async () => {
    const { id, occurredOn, ...rest } = launch("I1")
    expect([id, occurredOn].every((each) => typeof each === "string")).toBe(true)
    const path = linesFile([rest])
    const without = await over(store, ["do", path, "--on", "2025-09-08"])
    expect(without.code).toBe(2)
    expect(without.err).toContain("--new-ids gives each an id")
    expect(await over(store, ["do", path, "--new-ids"])).toMatchObject({ code: 2 })
    expect(await over(store, ["do", path, "--new-ids", "--on", "2025-09-08"])).toMatchObject({ code: 0 })
    // Given twice it is done twice, and the rules say no.
    expect((await over(store, ["do", path, "--new-ids", "--on", "2025-09-08"])).err).toContain(
      "launched already"
    )
  })

  test("takes a command's own actor, and no role that nobody vouches for", async () => {
    const claims = { actor: { person: "p-whoever1", roles: ["SchemeOffice"] } }
    const path = linesFile([{ ...launch("R1"), ...claims }])
    const unvouched = await over(store, ["do", path], { env: { LCQM_ROLES: "" } })
    expect(unvouched).toMatchObject({ code: 1, out: "" })
    expect(unvouched.err).toContain("--roles SchemeOffice")
    expect(await over(store, ["do", path])).toMatchObject({ code: 0 })
    const { out } = await over(store, ["cohort", "show", "R1", "--json"])
    expect(JSON.parse(out)).toMatchObject({ cohort: "R1" })
  })

  test("is what brings a school on: its Champion acts as such without any role", async () => {
    expect(await over(store, ["do", linesFile([champion()])])).toMatchObject({ code: 0 })
    const setting = { school: "900001", setting: { about: [], text: "A school for a test." } }
    const described = about("DescribeSetting", setting, { actor: { person: "p-champion1", roles: [] } })
    expect(await over(store, ["do", linesFile([described])], { env: { LCQM_ROLES: "none" } })).toMatchObject({
      code: 0
    })
    const byOthers = about("DescribeSetting", setting)
    expect((await over(store, ["do", linesFile([byOthers])])).err).toContain(
      "is for the school's current Champion"
    )
    expect((await over(store, ["school", "show", "900001"])).out).toContain("Champion p-champion1.")
  })

  test("a file without a command is bad input", async () => {
    expect(await over(store, ["do", file("")])).toMatchObject({ code: 2, out: "" })
    expect(await over(store, ["do", file("\n\n")])).toMatchObject({ code: 2, out: "" })
    expect(await over(store, ["do", "-"], { input: "" })).toMatchObject({ code: 2, out: "" })
  })
})
