import { Coverage } from "@lcqm/testing/arbitraries"
import { Result, Schema } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parsedDecoderOf } from "../../src/event-store/codec/parsed.ts"
import { decoderOf, shown } from "../../src/vocabulary/malformed.ts"
import { longestText, Text } from "../../src/vocabulary/text.ts"

/** An object of just these own keys, `__proto__` among them, as parsed JSON can have. */
const fromEntries = (entries: ReadonlyArray<readonly [string, unknown]>): unknown =>
  JSON.parse(
    `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",")}}`
  )

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

  const Nested = Schema.Struct({
    name: Schema.String,
    tags: Schema.Array(Schema.Struct({ tag: Schema.String })),
    about: Schema.Union([Schema.Literal("nobody"), Schema.Struct({ whom: Schema.String })]),
    note: Schema.optionalKey(Schema.String)
  })
  const decodeNested = decoderOf("note", Nested)
  const decodeParsed = parsedDecoderOf("note", Nested)
  const strict = Schema.decodeUnknownResult(Nested, { onExcessProperty: "error" })

  it("does not repeat what somebody wrote about people, only how long it is", () => {
    const wrong = decoderOf("text", Text)({ about: ["p-somebody1"], text: "private".repeat(longestText) })
    expect(Result.isFailure(wrong) && wrong.failure.problems).toMatchObject([
      { path: "text", got: `a text of ${7 * longestText} characters` }
    ])
    expect(JSON.stringify(wrong)).not.toContain("private")
  })

  it("does not repeat them where they stand in another place, or as a key", () => {
    const words = "private words about somebody"
    const Reasoned = Schema.Struct({
      reason: Schema.optionalKey(Text),
      at: Schema.optionalKey(Schema.Finite)
    })
    const decode = decoderOf("note", Reasoned)
    const text = { about: ["p-somebody1"], text: words }
    for (const [input, told] of [
      [{ reason: words }, { path: "reason", expected: "Text", got: "a text of 28 characters" }],
      [{ raeson: words }, { path: "raeson", expected: "no such key", got: "a text of 28 characters" }],
      [{ reason: { ...text, [words]: 1 } }, { path: "reason", got: "a key of 28 characters" }],
      [{ at: { because: text } }, { path: "at", got: expect.stringContaining("a text of 28 characters") }],
      [[text], { path: "", got: expect.stringContaining("a text of 28 characters") }]
    ] as const) {
      const wrong = decode(input)
      expect(Result.isFailure(wrong) && wrong.failure.problems).toMatchObject([told])
      expect(JSON.stringify(wrong)).not.toContain("private")
    }
    // A slip of the pen is shown as it is.
    const slip = decode({ raeson: "x" })
    expect(Result.isFailure(slip) && slip.failure.problems).toMatchObject([{ path: "raeson", got: '"x"' }])
  })

  it("accepts exactly what the schema with no other key accepts, whatever stands where", () => {
    const met = new Coverage("values", ["accepted", "refused"])
    const keys = fc.constantFrom(
      "name",
      "tags",
      "tag",
      "about",
      "whom",
      "note",
      "__proto__",
      "constructor",
      "toString"
    )
    const anything = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.constantFrom<unknown>("nobody", "a", 1, null),
        fc.array(tie("value"), { maxLength: 2 }),
        fc.array(fc.tuple(keys, tie("value")), { maxLength: 4 }).map(fromEntries)
      )
    })).value
    const right = fc
      .record({
        name: fc.string(),
        tags: fc.array(fc.record({ tag: fc.string() }), { maxLength: 2 }),
        about: fc.oneof(fc.constant("nobody"), fc.record({ whom: fc.string() }))
      })
      .chain((note) =>
        fc.oneof(
          fc.constant(note),
          fc
            .tuple(keys, anything)
            .map(([key, value]) => fromEntries([...Object.entries(note), [key, value]])),
          fc.tuple(keys, anything).map(([key, value]) => ({
            ...note,
            tags: [
              ...note.tags,
              fromEntries([
                ["tag", "a"],
                [key, value]
              ])
            ]
          }))
        )
      )
    met.assert(
      51,
      fc.property(fc.oneof(right, anything), (input) => {
        const accepted = Result.isSuccess(decodeNested(input))
        met.count(accepted ? "accepted" : "refused")
        expect(accepted).toBe(Result.isSuccess(strict(input)))
        expect(Result.isSuccess(decodeParsed(JSON.parse(JSON.stringify(input))))).toBe(accepted)
      }),
      { numRuns: 1_000 }
    )
  })

  it("answers with a copy: what the sender changes afterwards changes nothing", () => {
    const sent = { name: "a", tags: [{ tag: "b" }], about: "nobody" }
    const decoded = Result.getOrThrow(decodeNested(sent))
    sent.tags[0]!.tag = "changed"
    expect(decoded.tags[0]?.tag).toBe("b")
  })
})
