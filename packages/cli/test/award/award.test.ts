// The file commands that put one case to the rule.
import { sampleCriteriaSet } from "@lcqm/core"
import { describe, expect, test } from "vitest"
import { allAt } from "../cases.ts"
import { file, lcqmHere } from "../running.ts"

const silver = () => file(allAt("silver", { "leadership.champion": "gold", "leadership.plan": "gold" }))

describe("lcqm award derive", () => {
  test("gives the interchange result as canonical JSON", async () => {
    const { code, out } = await lcqmHere(["award", "derive", "--judgements", silver(), "--json"])
    expect(code).toBe(0)
    const [first, ...rest] = sampleCriteriaSet.themes.map(({ id }) => id)
    const themes = [{ id: first, level: "gold" }, ...rest.map((id) => ({ id, level: "silver" }))]
    expect(out).toBe(
      `{"complete":true,"level":"silver","themes":[${themes.map((theme) => JSON.stringify(theme)).join(",")}]}\n`
    )
  })

  test("says that the criteria are a sample and which rule was taken, but not among results", async () => {
    const json = await lcqmHere(["award", "derive", "--judgements", silver(), "--json"])
    expect(JSON.parse(json.err)).toEqual({
      notes: [expect.stringContaining("not the LCQM criteria"), expect.stringContaining("best-fit/1")]
    })
    const text = await lcqmHere(["award", "derive", "--judgements", silver()])
    expect(text.err).toBe("")
    expect(text.out).toMatch(/not the LCQM criteria\.\n.*best-fit\/1.*\n\nThe indicated level is Silver\.\n/)
  })

  test("takes a set and a rule from files, a preset by its name, and anything from standard input", async () => {
    const words = [
      "award",
      "derive",
      "--judgements",
      "-",
      "--criteria",
      file(sampleCriteriaSet),
      "--json",
      "--rule"
    ]
    const input = JSON.stringify(allAt("gold", { "events.day": "silver" }))
    const byPreset = await lcqmHere([...words, "secure-fit/1"], { input })
    const byFile = await lcqmHere([...words, file({ id: "mine", criterionGap: 3 })], { input })
    expect(JSON.parse(byPreset.out)).toMatchObject({ level: "silver" })
    expect(JSON.parse(byFile.out)).toMatchObject({ level: "gold" })
  })

  test("applies the evidence gate where evidence is given", async () => {
    const words = ["award", "derive", "--judgements", silver(), "--evidence", file({}), "--json"]
    expect(JSON.parse((await lcqmHere(words)).out)).toMatchObject({ level: "none" })
  })

  test("names what is not yet judged", async () => {
    const judgements = file({ "leadership.champion": "gold" })
    const json = await lcqmHere(["award", "derive", "--judgements", judgements, "--json"])
    expect(json.code).toBe(0)
    expect(JSON.parse(json.out)).toMatchObject({ complete: false, level: null })
    const text = await lcqmHere(["award", "derive", "--judgements", judgements])
    expect(text.out).toContain(
      "There is no level yet: 17 of the criteria are not judged.\n  leadership.plan\n"
    )
  })

  test("a case that has no answer did not hold, which is 1 and not 2", async () => {
    const one = { id: "mine", version: "1", title: "Mine", themes: [] as Array<unknown> }
    one.themes = ["a", "b"].map((id) => ({ id, title: id, criteria: [{ id: `${id}.one`, title: "One" }] }))
    const judgements = file({ "a.one": { setAside: "no" }, "b.one": { setAside: "no" } })
    const rule = file({ setAsideCap: { num: 1, den: 1 } })
    const words = ["award", "derive", "--criteria", file(one), "--rule", rule, "--judgements", judgements]
    const { code, err, out } = await lcqmHere([...words, "--json"])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(JSON.parse(err)).toMatchObject({
      error: { _tag: "NothingApplies", details: { path: "judgements" } }
    })
  })

  test("--reasons adds the explanation", async () => {
    const words = ["award", "derive", "--judgements", silver(), "--reasons"]
    const { out } = await lcqmHere([...words, "--json"])
    expect(JSON.parse(out)).toMatchObject({
      reasons: { kind: "award", level: "silver", next: { level: "gold" } }
    })
    expect((await lcqmHere(words)).out).toContain("Not Gold:")
  })
})

describe("lcqm award explain", () => {
  test("tells why, and why not the next level", async () => {
    const { code, out } = await lcqmHere(["award", "explain", "--judgements", silver()])
    expect(code).toBe(0)
    expect(out).toContain("The indicated level is Silver.")
    expect(out).toContain("Not Gold:\n  1 of 6 themes is at Gold; the rule asks for 5.")
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100)
  })

  test("a text from a file cannot reach the terminal as anything but text", async () => {
    const judgements = file(allAt("gold", { "events.day": { setAside: "none\u001b[2J\u202e" } }))
    const { out } = await lcqmHere(["award", "explain", "--judgements", judgements])
    expect(out).toContain("none\\u001b[2J\\u202e")
    for (const unseen of ["\u001b", "\u202e"]) expect(out).not.toContain(unseen)
  })
})

describe("lcqm award what-if", () => {
  const words = (to: string, ...more: ReadonlyArray<string>) => ["award", "what-if", "--to", to, ...more]

  test("lists the smallest ways to a level", async () => {
    const judgements = file(
      allAt("gold", {
        "events.day": "silver",
        "events.club": "silver",
        "real-life.work": "silver",
        "real-life.subjects": "silver"
      })
    )
    const { code, out } = await lcqmHere(words("gold", "--judgements", judgements))
    expect(code).toBe(0)
    expect(out).toContain("From Silver to Gold takes at least 1 step, on 1 criterion")
    expect(out).toContain("These are all 4 smallest ways:")
    const json = await lcqmHere(words("gold", "--judgements", judgements, "--json", "--most", "2"))
    expect(JSON.parse(json.out)).toMatchObject({ steps: 1, criteria: 1, all: false, sets: [[{}], [{}]] })
  })

  test("a level that is reached needs nothing", async () => {
    const { code, out } = await lcqmHere(words("bronze", "--judgements", silver()))
    expect(code).toBe(0)
    expect(out).toContain("Bronze is reached already: the case is at Silver.")
  })
})
