import { Result, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { decoderOf, shown } from "../../src/vocabulary/malformed.ts"

describe("what an error shows of a wrong value", () => {
  it("is cut to a line, and never through the middle of a character", () => {
    const long = shown("😀".repeat(200))
    expect(long.length).toBeLessThan(200)
    expect(long).not.toMatch(/\p{Surrogate}/u)
    expect(long.endsWith("…")).toBe(true)
  })

  it("is there also for what JSON cannot hold", () => {
    const circular: { self?: unknown } = {}
    circular.self = circular
    expect(shown(circular)).toBe("an object that JSON cannot hold")
    expect(shown({ n: 1n })).toBe('{"n":"1n"}')
    expect(shown(undefined)).toBe("nothing")
    expect(shown(() => 1)).toBe("function")
  })
})

describe("a decoder", () => {
  it("names every problem with its path, what was expected and what came", () => {
    const decode = decoderOf(
      "greeting",
      Schema.Struct({ to: Schema.Array(Schema.String), times: Schema.Int })
    )
    const decoded = decode({ to: ["a", 2], times: 1.5, more: true })
    expect(Result.isFailure(decoded) && decoded.failure.problems.map(({ got, path }) => [path, got])).toEqual(
      [
        ["more", "true"],
        ["to[1]", "2"],
        ["times", "1.5"]
      ]
    )
  })
})
