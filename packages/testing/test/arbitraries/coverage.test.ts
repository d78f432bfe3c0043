// A property is repeated until it met its classes; one that cannot meet them is never taken for proved.
import { Coverage, TooSeldomMet } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"

describe("a property with classes to meet", () => {
  it("is run once where its runs meet them, and repeated with other cases where chance passed one over", () => {
    let runs = 0
    const coverage = new Coverage("runs", ["late"])
    coverage.assert(
      1,
      fc.property(fc.nat(), () => {
        if ((runs += 1) > 25) coverage.count("late")
      }),
      { numRuns: 10 }
    )
    expect(runs).toBe(30)
    coverage.assert(
      1,
      fc.property(fc.nat(), () => {
        runs += 1
      }),
      { numRuns: 10 }
    )
    expect(runs).toBe(40)
  })

  it("fails with its counts where a class stays out of reach, and tells which", async () => {
    let runs = 0
    const coverage = new Coverage("numbers", ["even", "odd", "neither"])
    const failed = await coverage
      .assert(
        2,
        fc.asyncProperty(fc.nat(), async (n) => {
          runs += 1
          coverage.count(n % 2 === 0 ? "even" : "odd")
          coverage.count("any")
          await Promise.resolve()
        }),
        { numRuns: 20 }
      )
      .catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(TooSeldomMet)
    expect(failed).toMatchObject({ missed: ["neither"] })
    expect(String(failed)).toContain("numbers: neither met fewer than 2 times, of any 120, ")
    expect(runs).toBe(120)
  })

  it("is not repeated under a seed, which would draw the same cases", () => {
    let runs = 0
    const coverage = new Coverage("runs", ["never"])
    const asserted = () =>
      coverage.assert(
        1,
        fc.property(fc.nat(), () => {
          runs += 1
        }),
        { numRuns: 10, seed: 1 }
      )
    expect(asserted).toThrow("runs: never met fewer than 1 times, of never 0")
    expect(runs).toBe(10)
  })

  it("fails at once with the case that does not hold, before anything is counted", () => {
    const coverage = new Coverage("runs", ["never"])
    const asserted = () =>
      coverage.assert(
        1,
        fc.property(fc.nat(), () => false),
        { numRuns: 10 }
      )
    expect(asserted).toThrow("Property failed after 1 tests")
  })
})
