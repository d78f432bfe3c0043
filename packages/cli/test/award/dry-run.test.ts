// Before a change is in force: who would gain, lose or stay.
import { sampleCriteriaSet } from "@lcqm/core"
import { describe, expect, test } from "vitest"
import { allAt } from "../cases.ts"
import { file, lcqmHere } from "../running.ts"

const holders = () =>
  file(
    [
      { holder: "900001", judgements: allAt("gold") },
      { holder: "900002", judgements: allAt("gold", { "events.day": "bronze" }) },
      { holder: "900003", judgements: { "events.day": "gold" } }
    ]
      .map((holder) => `${JSON.stringify(holder)}\n`)
      .join(""),
    "holders.jsonl"
  )

describe("lcqm award dry-run", () => {
  test("tells of each who would move, and counts all", async () => {
    const { code, out } = await lcqmHere([
      "award",
      "dry-run",
      "--rule",
      "secure-fit/1",
      "--holders",
      holders()
    ])
    expect(code).toBe(0)
    expect(out).toContain("Rule best-fit 1 before, secure-fit 1 after.")
    expect(out).toContain("What differs in it: themeMajority, criterionGap, allowBelow, themeGap.")
    expect(out).not.toContain("900001")
    expect(out).toMatch(/900002 {2}loses: Gold before, Bronze after {2}\(.*5 of 6 themes at Gold, 6 needed/s)
    expect(out).toMatch(/900003 {2}undecided: /)
    expect(out).toMatch(/gain +0\nlose +1\nstay +1\nbe undecided.* +1\nnot be judged.* +0\n/)
  })

  test("--json is one result a line, and a line that holds no holder ends with 1", async () => {
    const path = file(`{"holder":"a","judgements":{}}\n{"holder":"","judgements":{}}\nnonsense\n`)
    const { code, out } = await lcqmHere([
      "award",
      "dry-run",
      "--rule",
      "secure-fit/1",
      "--holders",
      path,
      "--json"
    ])
    expect(code).toBe(1)
    expect(
      out
        .split("\n")
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line))
    ).toMatchObject([
      { holder: "a", verdict: "undecided" },
      { error: { path: "holder" } },
      { error: { path: "", expected: "JSON" } }
    ])
  })

  test("takes a changed criteria set with a migration map", async () => {
    const fewer = file({ ...sampleCriteriaSet, version: "2", themes: sampleCriteriaSet.themes.slice(0, 5) })
    const gone = sampleCriteriaSet.themes[5]?.criteria.map(({ id }) => [
      id,
      { noEquivalent: "no longer asked" }
    ])
    const migration = file(Object.fromEntries(gone ?? []))
    const words = [
      "award",
      "dry-run",
      "--criteria-new",
      fewer,
      "--migration",
      migration,
      "--holders",
      holders()
    ]
    const { code, out } = await lcqmHere(words)
    expect(code).toBe(0)
    expect(out).toContain("Criteria set sample-lcqm-like 0.1.0-sample before, sample-lcqm-like 2 after.")
    expect(out).toMatch(/stay +2\n/)
  })
})
