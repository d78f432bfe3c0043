import { describe, expect, it } from "vitest"
import { presets, themeLevel } from "../../src/award/index.ts"
import type { Level } from "../../src/vocabulary/level.ts"

const rule = presets["best-fit/1"]
const at = (...levels: ReadonlyArray<Level>) => levels.map((level) => ({ level }))

describe("the level of a theme", () => {
  it("is the highest that more than half of the weight has reached", () => {
    expect(themeLevel(at("gold", "gold", "bronze"), rule)).toBe("gold")
    expect(themeLevel(at("gold", "silver", "bronze"), rule)).toBe("silver")
    expect(themeLevel([{ level: "gold", weight: 3 }, ...at("bronze", "bronze")], rule)).toBe("gold")
  })

  it("falls to the lower level on a tie", () => {
    expect(themeLevel(at("gold", "gold", "bronze", "bronze"), rule)).toBe("bronze")
    expect(themeLevel(at("silver", "bronze"), rule)).toBe("bronze")
  })

  it("is no higher than an essential criterion", () => {
    expect(themeLevel([...at("gold", "gold", "gold"), { level: "silver", essential: true }], rule)).toBe(
      "silver"
    )
    expect(themeLevel([...at("gold", "gold", "gold"), { level: "none", essential: true }], rule)).toBe("none")
  })

  it("is at most the criterion gap above its weakest criterion", () => {
    expect(themeLevel(at("gold", "gold", "gold", "none"), rule)).toBe("silver")
    expect(themeLevel(at("gold", "gold", "gold", "none"), { ...rule, criterionGap: 3 })).toBe("gold")
    expect(themeLevel(at("gold", "gold", "gold", "bronze"), { ...rule, criterionGap: 0 })).toBe("bronze")
  })

  it("asks for every criterion where the majority is the whole", () => {
    expect(themeLevel(at("gold", "gold", "silver"), presets["secure-fit/1"])).toBe("silver")
  })

  it("is exact at the heaviest weights and the largest denominator", () => {
    const heavy = Array.from(
      { length: 500 },
      (_, c) => ({ level: c < 250 ? "gold" : "bronze", weight: 1e9 }) as const
    )
    const half = { ...rule, themeMajority: { num: 5_000, den: 10_000, strict: true } }
    expect(themeLevel(heavy, half)).toBe("bronze")
    expect(themeLevel([...heavy, { level: "gold", weight: 1 }], half)).toBe("gold")
  })

  it("is no level where no criterion applies", () => {
    expect(themeLevel([], rule)).toBeNull()
  })
})
