// The daily work over a store: publish, launch, enrol, look. What is refused says what to do, and writes nothing.
import { existsSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { file } from "../running.ts"
import { newPath, over, storeWithSchool } from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})

const events = async (): Promise<unknown> => {
  const { out } = await over(store, ["store", "info", "--json"])
  return JSON.parse(out).events
}

const enrol = (urn: string, ...more: ReadonlyArray<string>) => [
  "enrol",
  urn,
  "--cohort",
  "5",
  "--criteria",
  "0.1.0-sample",
  "--rule",
  "1",
  ...more
]

describe("a view", () => {
  test("of a cohort says its dates as given and its schools", async () => {
    const { code, out } = await over(store, ["cohort", "show", "5"])
    expect(code).toBe(0)
    expect(out).toContain("Toxteth; training --11..")
    expect(out).toMatch(/900001 +not stated +planned/)
    const listed = await over(store, ["cohort", "list"])
    expect(listed.out).toMatch(/^5 +planned +1 +--11\.\. +1 planned$/m)
  })

  test("as JSON is one line, without keys for what is not there", async () => {
    const cohort = JSON.parse((await over(store, ["cohort", "show", "5", "--json"])).out)
    expect(cohort).toMatchObject({
      cohort: "5",
      area: "Toxteth",
      schools: [{ school: "900001", progress: "planned" }]
    })
    expect(cohort).not.toHaveProperty("title")
    const school = JSON.parse((await over(store, ["school", "show", "900001", "--json"])).out)
    expect(school).toMatchObject({ revision: 0, state: { cohort: "5", stage: "preparing", evidence: {} } })
  })

  test("of a school says which revision a judgement carries as seen", async () => {
    const { out } = await over(store, ["school", "show", "900001"])
    expect(out).toContain("School 900001 in lcqm: preparing")
    expect(out).toContain('carries "seen": 0.')
  })

  test("as at a day before is as it was then, and --recorded-by as the store knew it", async () => {
    expect((await over(store, ["cohort", "list", "--as-at", "2025-08-31"])).out).toBe(
      "No cohort has been launched.\n"
    )
    const early = ["cohort", "list", "--recorded-by", "2020-01-01T00:00:00.000Z", "--json"]
    expect((await over(store, early)).out).toBe("[]\n")
  })

  test("of an empty register has a heading, a header or an empty list", async () => {
    expect((await over(store, ["register"])).out).toBe("Award register of lcqm: 0 awards\n")
    expect((await over(store, ["register", "--csv"])).out).toBe(
      "scheme,school,phase,cohort,level,indicated,agreedOn,validUntil,event,standing,held,from,schoolClosed,underAppeal,underReview,toBeModerated,currency\r\n"
    )
    expect((await over(store, ["register", "--json"])).out).toBe("[]\n")
  })

  test("of another scheme shows nothing of this one", async () => {
    expect((await over(store, ["cohort", "list", "--scheme", "other"])).out).toBe(
      "No cohort has been launched.\n"
    )
    expect(await over(store, ["school", "show", "900001", "--scheme", "other"])).toMatchObject({
      code: 1,
      out: ""
    })
  })
})

describe("a command", () => {
  test("given again under its id is recorded once", async () => {
    const words = enrol("900002", "--on", "2025-09-04", "--id", "enrol-900002", "--json")
    const first = JSON.parse((await over(store, words)).out)
    const second = JSON.parse((await over(store, words)).out)
    expect(first).toMatchObject({
      ok: true,
      id: "enrol-900002",
      stream: "school-lcqm-900002",
      revision: 0,
      repeated: false
    })
    expect(second).toEqual({ ...first, repeated: true })
  })

  test("without an id gets one, which the answer tells", async () => {
    const { out } = await over(store, enrol("900003", "--on", "2025-09-04", "--json"))
    expect(JSON.parse(out).id).toMatch(/^[0-9a-f-]{36}$/)
  })

  test("that launches a cohort with odd dates says what is odd, and keeps them", async () => {
    const words = [
      "cohort",
      "launch",
      "A",
      "--on",
      "2025-09-01",
      "--training-from",
      "2018-04",
      "--assessment-from",
      "2018-02"
    ]
    expect((await over(store, words)).out).toContain(
      "Its dates are kept as given, but assessments begin before training does."
    )
  })

  test.each([
    ["enrolled already", enrol("900001", "--on", "2025-09-05"), /is enrolled already, in cohort 5/],
    [
      "a cohort that is not launched",
      enrol("900009", "--cohort", "9", "--on", "2025-09-05"),
      /No cohort 9 has been launched\.\nLaunch it first \(lcqm cohort launch\)/
    ],
    [
      "a version that is not published",
      enrol("900009", "--rule", "2", "--on", "2025-09-05"),
      /No version 2 of the scheme's rule set/
    ],
    ["before it is in force", enrol("900009", "--on", "2025-08-01"), /in force from 2025-09-01/],
    ["on a day to come", enrol("900009", "--on", "9999-01-01"), /and today is/],
    ["a label that is launched already", ["cohort", "launch", "5", "--on", "2025-09-01"], /launched already/],
    [
      "a version that is published already",
      ["ruleset", "publish", "best-fit/1", "--on", "2025-06-02"],
      /published already/
    ],
    [
      "another rule under a version that is taken",
      ["ruleset", "publish", "secure-fit/1"],
      /cannot be called so too/
    ]
  ] as const)("is refused with 1 and a remedy: %s", async (_, words, said) => {
    const before = await events()
    const { code, err, out } = await over(store, words)
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toMatch(said)
    expect(err.trimEnd().split("\n").length).toBeGreaterThanOrEqual(2)
    expect(await events()).toBe(before)
  })

  test("of nobody is bad input; of somebody without the role is refused, and says which flag gives it", async () => {
    const words = enrol("900009", "--on", "2025-09-05")
    const nobody = await over(store, words, { env: { LCQM_ACTOR: "" } })
    expect(nobody).toMatchObject({ code: 2, out: "" })
    expect(nobody.err).toContain("--actor: expected who gives the command: --actor, or LCQM_ACTOR")
    const without = await over(store, words, { env: { LCQM_ROLES: "" } })
    expect(without).toMatchObject({ code: 1, out: "" })
    expect(without.err).toContain("--roles SchemeOffice, or LCQM_ROLES=SchemeOffice")
    const claimed = await over(store, words, { env: { LCQM_ROLES: "Champion" } })
    expect(claimed).toMatchObject({ code: 2, out: "" })
    expect(claimed.err).toMatch(/LCQM_ROLES: expected roles that you vouch for.*follow from events/)
  })

  test("takes a flag before the variable", async () => {
    const { code, err } = await over(store, [...enrol("900001"), "--actor", "p-x"])
    expect(code).toBe(2)
    expect(err).toContain("--actor: expected a person's pseudonym")
    const other = newPath()
    const named = await over(store, ["cohort", "list", "--store", `sqlite:${other}`])
    expect(named.err).toContain(other)
  })

  test("publishes a rule under the version the scheme gives it", async () => {
    const words = [
      "ruleset",
      "publish",
      "secure-fit/1",
      "--as",
      "2",
      "--on",
      "2025-06-02",
      "--in-force-from",
      "2025-09-01"
    ]
    expect((await over(store, words)).out).toContain("--rule 2, from 2025-09-01 on.")
    expect(await over(store, enrol("900004", "--rule", "2", "--on", "2025-09-04"))).toMatchObject({ code: 0 })
  })
})

describe("a store that is not there", () => {
  test("is made by a command that writes, and not by one that reads", async () => {
    const path = newPath()
    for (const words of [["register"], ["cohort", "list"], ["school", "show", "900001"], ["store", "info"]]) {
      const { code, err, out } = await over(`sqlite:${path}`, words)
      expect({ code, out }).toEqual({ code: 1, out: "" })
      expect(err).toContain("there is no such file")
      expect(err).toContain("--store URL or LCQM_STORE")
      expect(existsSync(path)).toBe(false)
    }
    expect((await over(`sqlite:${path}`, ["cohort", "launch", "1"])).code).toBe(0)
    expect(existsSync(path)).toBe(true)
  })

  test("is not made by a file that is no criteria set", async () => {
    const path = newPath()
    expect(await over(`sqlite:${path}`, ["criteria", "publish", file({})])).toMatchObject({
      code: 2,
      out: ""
    })
    expect(existsSync(path)).toBe(false)
  })

  test("in memory is new each time", async () => {
    expect((await over("memory:", ["cohort", "launch", "1"])).code).toBe(0)
    expect((await over("memory:", ["cohort", "list"])).out).toBe("No cohort has been launched.\n")
  })
})
