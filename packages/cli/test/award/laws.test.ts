// The shipped rules are put to their laws from the command line.
import { describe, expect, test } from "vitest"
import { lcqmHere } from "../running.ts"

describe("lcqm award laws", () => {
  test("says of each law that it is held, over how many cases and which levels they reached", async () => {
    const { code, err, out } = await lcqmHere(["award", "laws", "--rule", "best-fit/1", "--runs", "300"])
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toContain("best-fit/1: every law holds.")
    expect(out).toMatch(/1 monotone: held over 300 cases \(.* none, .* Bronze, .* Silver, .* Gold\)\./)
    expect(out.match(/: held over /g)).toHaveLength(11)
  })

  test("gives the same report as JSON for the same seed, to the byte", async () => {
    const words = ["award", "laws", "--rule", "secure-fit/1", "--runs", "300", "--seed", "5", "--json"]
    const [first, second] = [await lcqmHere(words), await lcqmHere(words)]
    expect(first).toEqual(second)
    expect(JSON.parse(first.out)).toMatchObject({
      holds: true,
      seed: 5,
      reports: [{ preset: "secure-fit/1" }]
    })
  })

  test("refuses a number of runs that is none", async () => {
    const { code, err, out } = await lcqmHere(["award", "laws", "--runs", "many"])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain("--runs")
  })
})
