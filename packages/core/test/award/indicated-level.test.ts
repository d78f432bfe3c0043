import { describe, expect, it } from "vitest"
import { closedForm, indicatedLevel, presets } from "../../src/award/index.ts"
import { type Level, levelOf, levels } from "../../src/vocabulary/level.ts"

const letters: Readonly<Record<string, Level>> = { G: "gold", S: "silver", B: "bronze", n: "none" }
const profile = (text: string): ReadonlyArray<Level> =>
  text.split(" ").map((letter) => letters[letter] ?? "none")

describe("the indicated level", () => {
  it.each([
    ["G G G G G S", "gold", "silver", "gold"],
    ["G G G G G B", "silver", "bronze", "gold"],
    ["G G G G S S", "silver", "silver", "silver"],
    ["G G S S S B", "silver", "bronze", "silver"],
    ["S S S S B B", "bronze", "bronze", "bronze"],
    ["S S S S S n", "none", "none", "silver"],
    ["G G G B B B", "bronze", "bronze", "bronze"]
  ])(
    "of %s is %s by best fit, %s by secure fit and %s six-of-seven style",
    (themes, best, secure, sixOfSeven) => {
      const at = profile(themes)
      expect(indicatedLevel(at, presets["best-fit/1"])).toBe(best)
      expect(indicatedLevel(at, presets["secure-fit/1"])).toBe(secure)
      expect(indicatedLevel(at, presets["six-of-seven-style/1"])).toBe(sixOfSeven)
    }
  )

  it("of S S S S S none is Bronze by best fit where no absolute floor is set", () => {
    expect(indicatedLevel(profile("S S S S S n"), { ...presets["best-fit/1"], absoluteFloor: "none" })).toBe(
      "bronze"
    )
  })

  it("lets two of nine themes be one level below, not three, and none two below", () => {
    const rule = presets["two-of-nine-style/1"]
    expect(indicatedLevel(profile("S S S S S S S B B"), rule)).toBe("silver")
    expect(indicatedLevel(profile("S S S S S S B B B"), rule)).toBe("bronze")
    expect(indicatedLevel(profile("G G G G G G G G B"), rule)).toBe("silver")
    expect(indicatedLevel(profile("G G G G G G G G n"), rule)).toBe("none")
  })

  it("equals the closed form on all 4,096 profiles of six themes under the defaults", () => {
    const counts = { none: 0, bronze: 0, silver: 0, gold: 0 }
    for (let code = 0; code < 4 ** 6; code += 1) {
      const themes = Array.from({ length: 6 }, (_, t) => levels[(code >> (2 * t)) & 3] ?? "none")
      const indicated = indicatedLevel(themes, presets["best-fit/1"])
      expect([themes, closedForm(themes)]).toEqual([themes, indicated])
      counts[indicated] += 1
    }
    expect(counts).toEqual({ none: 3367, bronze: 473, silver: 249, gold: 7 })
  })

  it("needs one theme at the level however few take part", () => {
    for (const rank of [0, 1, 2, 3] as const) {
      expect(indicatedLevel([levelOf(rank)], { ...presets["best-fit/1"], allowBelow: 2 })).toBe(levelOf(rank))
    }
    expect(indicatedLevel([], presets["best-fit/1"])).toBe("none")
    expect(closedForm([])).toBe("none")
  })
})
