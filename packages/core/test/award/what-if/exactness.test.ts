// A school that is told "raise these two" must be able to trust that one would not have been enough, and that it was
// told of every way as small. `npm run test:soak:what-if` compares every small set, and ten thousand larger ones.
import { describe, expect, it } from "vitest"
import { compareDrawn } from "./larger-cases.ts"
import { compareAll, smallRules, smallSets, themeForms } from "./small-sets.ts"

// Coprime to 4, so that each criterion takes every level.
const stride = 101

describe("what it takes", () => {
  it("is what trying every raise finds, on every criteria set of up to two themes of up to three criteria", () => {
    const sets = smallSets()
    expect([themeForms.length, sets.length]).toEqual([25, 350])
    const all = smallRules.flatMap((rule) => sets.map((set) => compareAll(set, rule, stride)))
    expect(all.flatMap(({ wrong }) => wrong).slice(0, 2)).toEqual([])
    expect(new Set(all.flatMap(({ levels }) => [...levels])).size).toBe(4)
    expect(all.reduce((sum, { asked }) => sum + asked, 0)).toBeGreaterThan(50_000)
  })

  it("is what trying every raise finds, in larger cases with evidence and criteria set aside", () => {
    expect(() => compareDrawn(400, 1).expectEach(10)).not.toThrow()
  })
})
