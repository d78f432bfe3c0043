// How what was judged by one criteria set is read by another: nothing is claimed that was not shown.
import { Result } from "effect"
import { describe, expect, it } from "vitest"
import { decodeMigration, type JudgementSet, sourcesOf } from "../../src/award/index.ts"
import { migrateEvidence, migrateJudgements } from "../../src/award/dry-run/migration.ts"
import type { CriteriaSet } from "../../src/criteria/index.ts"
import type { Level } from "../../src/vocabulary/level.ts"
import { criteriaSetOf } from "./cases.ts"

const set = criteriaSetOf([3])
const judged = (...levels: ReadonlyArray<Level>): JudgementSet =>
  Object.fromEntries(levels.map((level, c) => [`t0.c${c}`, level]))
const renamed = (names: Readonly<Record<string, string>>): CriteriaSet =>
  criteriaSetOf([3], (criterion) => ({ ...criterion, id: names[criterion.id] ?? criterion.id }))

describe("a migration map", () => {
  it("follows the map: renamed, without equivalent, split and merged", () => {
    const to = renamed({ "t0.c0": "new.a", "t0.c1": "new.b", "t0.c2": "new.c" })
    const migration = {
      "t0.c0": { becomes: ["new.a", "new.b"] as const },
      "t0.c1": { becomes: ["new.c"] as const },
      "t0.c2": { noEquivalent: "no longer asked" }
    }
    const sources = Result.getOrThrow(sourcesOf(set, to, migration))
    expect(migrateJudgements(judged("gold", "silver", "bronze"), sources)).toStrictEqual({
      "new.a": "gold",
      "new.b": "gold",
      "new.c": "silver"
    })
    expect(migrateEvidence({ "t0.c0": 2, "t0.c2": 5 }, sources)).toStrictEqual({
      "new.a": 2,
      "new.b": 2,
      "new.c": 0
    })
  })

  it("merges to the lowest level, the largest count, and never claims what is unjudged", () => {
    const to = criteriaSetOf([1])
    const becomes = { becomes: ["t0.c0"] as const }
    const sources = Result.getOrThrow(sourcesOf(set, to, { "t0.c1": becomes, "t0.c2": becomes }))
    const aside = { setAside: "x" }
    expect(migrateJudgements(judged("gold", "bronze", "silver"), sources)).toStrictEqual({
      "t0.c0": "bronze"
    })
    expect(migrateJudgements({ ...judged("gold", "silver"), "t0.c2": aside }, sources)).toStrictEqual({
      "t0.c0": "silver"
    })
    expect(migrateJudgements({ "t0.c0": aside, "t0.c1": aside, "t0.c2": aside }, sources)).toStrictEqual({
      "t0.c0": aside
    })
    expect(migrateJudgements(judged("gold", "silver"), sources)).toStrictEqual({})
    expect(migrateJudgements({ "t0.c1": "gold", "t0.c2": "gold" }, sources)).toStrictEqual({})
    expect(migrateEvidence({ "t0.c0": 2, "t0.c1": 3 }, sources)).toStrictEqual({ "t0.c0": 3 })
  })

  it("keeps a criterion under its own id without being told", () => {
    expect([...Result.getOrThrow(sourcesOf(set, set, {}))]).toStrictEqual([
      ["t0.c0", ["t0.c0"]],
      ["t0.c1", ["t0.c1"]],
      ["t0.c2", ["t0.c2"]]
    ])
  })

  it("reads a map from outside, and refuses one that says nothing", () => {
    const map = { a: { becomes: ["b"] }, c: { noEquivalent: "no longer asked" } }
    expect(decodeMigration(map)).toEqual(Result.succeed(map))
    for (const wrong of [{ a: {} }, { a: null }, { a: { becomes: [] } }, { a: { noEquivalent: " " } }, []]) {
      expect(Result.isFailure(decodeMigration(wrong))).toBe(true)
    }
  })
})
