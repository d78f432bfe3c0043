import { describe, expect, it } from "vitest"
import { levelOf, levels, rankOf } from "../../src/vocabulary/level.ts"

describe("a level", () => {
  it("and its rank name each other, for all four levels", () => {
    expect(levels.map(rankOf)).toEqual([0, 1, 2, 3])
    expect(([0, 1, 2, 3] as const).map(levelOf)).toEqual(levels)
  })
})
