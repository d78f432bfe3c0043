// What a range means, told by counting: an event is in the window where the words of the range say so.
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  type AllRange,
  allWindow,
  matcherOf,
  positionOf,
  type StreamRange,
  streamWindow
} from "../../../src/index.ts"

const maybe = <A>(arbitrary: fc.Arbitrary<A>) => fc.option(arbitrary, { nil: undefined })
const bound = maybe(fc.nat({ max: 12 }))
const direction = maybe(fc.constantFrom("forward" as const, "backward" as const))

/** Only what is given: a range has no field that is undefined. */
const given = (range: object) =>
  Object.fromEntries(Object.entries(range).filter(([, value]) => value !== undefined))

const within = (
  window: { readonly backward: boolean; readonly limit: number },
  isIn: (n: number) => boolean
): ReadonlyArray<number> => {
  const found = Array.from({ length: 10 }, (_, n) => n).filter(isIn)
  return (window.backward ? found.toReversed() : found).slice(0, window.limit)
}

describe("a range of a stream", () => {
  it("has both bounds in it, from the end its direction says, and no more than its limit", () => {
    const ranges = fc.record({ direction, from: bound, to: bound, limit: bound })
    fc.assert(
      fc.property(ranges, (range) => {
        const window = Result.getOrThrow(streamWindow("a", given(range) as StreamRange))
        const read = within(window, (n) => n >= window.low && n <= window.high)
        const { from, to, limit = Infinity } = range
        const backward = range.direction === "backward"
        const all = Array.from({ length: 10 }, (_, n) => (backward ? 9 - n : n))
        const asked = all.filter((n) =>
          backward ? n <= (from ?? 9) && n >= (to ?? 0) : n >= (from ?? 0) && n <= (to ?? 9)
        )
        expect(read).toEqual(asked.slice(0, limit))
      })
    )
  })

  it.each([
    [{ from: -1 }, "from"],
    [{ to: 0.5 }, "to"],
    [{ limit: -3 }, "limit"],
    [{ limit: Number.NaN }, "limit"]
  ])("as %j is refused, and says where", (range, path) => {
    const refusal = Result.flip(streamWindow("a", range))
    expect(refusal).toMatchObject({ success: { _tag: "InvalidRange", stream: "a", problems: [{ path }] } })
  })

  it("with every field wrong names every field", () => {
    const range = { direction: "sideways", from: -1, to: -1, limit: -1 } as unknown as StreamRange
    const refusal = Result.getOrThrow(Result.flip(streamWindow("a", range)))
    expect(refusal.problems.map(({ path }) => path)).toEqual(["direction", "from", "to", "limit"])
  })
})

describe("a range of the store", () => {
  it("has neither bound in it, as a bookmark is behind what was seen", () => {
    const ranges = fc.record({ direction, after: bound, before: bound, limit: bound })
    fc.assert(
      fc.property(ranges, ({ after, before, ...rest }) => {
        const bounds = {
          after: after === undefined ? after : positionOf(after),
          before: before === undefined ? before : positionOf(before)
        }
        const window = Result.getOrThrow(allWindow(given({ ...rest, ...bounds }) as AllRange))
        const read = within(window, (n) => n > window.after && n < window.before)
        const asked = Array.from({ length: 10 }, (_, n) => n)
          .filter((n) => n > (after ?? -1) && n < (before ?? 10))
          .toSorted((a, b) => (rest.direction === "backward" ? b - a : a - b))
        expect(read).toEqual(asked.slice(0, rest.limit ?? Infinity))
      })
    )
  })

  it.each(["7", "-1", "", "00000000000000000007 "])("does not take %j for a position", (after) => {
    const refusal = Result.flip(allWindow({ after }))
    expect(refusal).toMatchObject({ success: { _tag: "InvalidRange", problems: [{ path: "after" }] } })
  })
})

describe("a filter", () => {
  it("that asks for nothing in particular lets everything through; types and prefix must both fit", () => {
    const event = { type: "Greeted.v3", stream: "greetings-1" }
    for (const filter of [
      undefined,
      {},
      { streamPrefix: "" },
      { streamPrefix: "greet", types: ["Greeted.v3"] }
    ]) {
      expect(matcherOf(filter)(event)).toBe(true)
    }
    for (const filter of [
      { types: [] },
      { types: ["Greeted.v1"] },
      { streamPrefix: "x", types: ["Greeted.v3"] }
    ]) {
      expect(matcherOf(filter)(event)).toBe(false)
    }
  })
})
