// The files of criteria sets and rules, shown and checked.
import { decodeCriteriaSet, decodeRuleSet, presets, sampleCriteriaSet } from "@lcqm/core"
import { Result } from "effect"
import { describe, expect, test } from "vitest"
import { file, lcqmHere } from "../running.ts"

describe("lcqm criteria", () => {
  test("show prints the sample where no file is named, and its notice", async () => {
    const { code, out } = await lcqmHere(["criteria", "show"])
    expect(code).toBe(0)
    expect(out).toContain("Notice: illustrative, not the LCQM criteria\n")
    for (const { criteria, title } of sampleCriteriaSet.themes) {
      expect(out).toContain(title)
      for (const { id } of criteria) expect(out).toContain(`[${id}]`)
    }
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100)
  })

  test("show --json fills in what the file leaves out, and is itself such a file", async () => {
    const themes = [{ id: "a", title: "A", criteria: [{ id: "a.one", title: "One" }] }]
    const { out } = await lcqmHere([
      "criteria",
      "show",
      file({ id: "m", version: "1", title: "M", themes }),
      "--json"
    ])
    expect(out).toContain('{"essential":false,"id":"a.one","title":"One","weight":1}')
    expect(Result.isSuccess(decodeCriteriaSet(JSON.parse(out)))).toBe(true)
    expect((await lcqmHere(["criteria", "show", "-", "--json"], { input: out })).out).toBe(out)
  })

  test("check says what it found", async () => {
    const path = file(sampleCriteriaSet)
    expect((await lcqmHere(["criteria", "check", path])).out).toContain("6 themes, 18 criteria")
    const { out } = await lcqmHere(["criteria", "check", path, "--rule", "two-of-nine-style/1", "--json"])
    expect(JSON.parse(out)).toEqual({
      ok: true,
      id: "sample-lcqm-like",
      version: "0.1.0-sample",
      themes: 6,
      criteria: 18,
      rule: { id: "two-of-nine-style", version: "1" }
    })
  })
})

describe("lcqm rule", () => {
  test.each(Object.entries(presets))("show %s prints every parameter", async (name, rule) => {
    const { code, out } = await lcqmHere(["rule", "show", name])
    expect(code).toBe(0)
    const { id, limiters, version, ...parameters } = rule
    for (const told of [id, version, ...Object.keys(parameters), ...Object.keys(limiters)]) {
      expect(out).toContain(told)
    }
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(100)
  })

  test("show --json fills in every parameter, and is itself such a file", async () => {
    const { out } = await lcqmHere(["rule", "show", file({ criterionGap: 1 }), "--json"])
    expect(JSON.parse(out)).toMatchObject({ id: "unnamed", criterionGap: 1, allowBelow: 1 })
    expect(Result.isSuccess(decodeRuleSet(JSON.parse(out)))).toBe(true)
  })

  test("check says which set it goes with", async () => {
    const words = ["rule", "check", "secure-fit/1", "--criteria", file(sampleCriteriaSet)]
    expect((await lcqmHere(words)).out).toBe(
      "This is a rule: secure-fit 1, read as best-fit/1. It goes with criteria set sample-lcqm-like 0.1.0-sample.\n"
    )
  })
})
