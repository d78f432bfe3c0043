// `npm run test:soak:what-if`: the whole of what exactness.test.ts takes a part of. Minutes, so not of `npm test`.
import { describe, expect, it } from "vitest"
import type { CriteriaSet } from "../../../src/criteria/index.ts"
import { compareDrawn } from "./larger-cases.ts"
import { compareAll, smallRules, smallSets } from "./small-sets.ts"

const shapeOf = ({ themes }: CriteriaSet): string => themes.map(({ criteria }) => criteria.length).join("+")
const shapes = [...new Set(smallSets().map(shapeOf))].flatMap((shape) =>
  smallRules.map((rule) => [shape, rule.id, rule] as const)
)

describe("what it takes", () => {
  it("is what trying every raise finds, in ten thousand larger cases", { timeout: 1_200_000 }, () => {
    expect(() => compareDrawn(10_000, 7).expectEach(10)).not.toThrow()
  })

  it.each(shapes)(
    "is what trying every raise finds, from every profile: %s criteria, %s",
    { timeout: 1_200_000 },
    (shape, id, rule) => {
      const sets = smallSets().filter((set) => shapeOf(set) === shape)
      const all = sets.map((set) => compareAll(set, rule))
      expect(all.flatMap(({ wrong }) => wrong).slice(0, 2)).toEqual([])
      const sum = (of: "asked" | "sets") => all.reduce((total, one) => total + one[of], 0)
      console.log(
        `${shape} ${id}: ${sets.length} criteria sets, ${sum("asked")} questions, ${sum("sets")} ways`
      )
    }
  )
})
