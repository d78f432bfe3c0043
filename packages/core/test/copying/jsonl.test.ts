// A file of events is the events: written and read in chunks of any size, it gives the same store. A line that was
// cut short, edited or moved is named, and nothing is written of a file that holds one.
import { EventStore, exportJsonl, importJsonl, verifiedRoot } from "@lcqm/core"
import { leafHashOfText, merkleRoot, toHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, emptyStoreLayer, storeHolding } from "../properties/lcqm-over.ts"
import { bytesOf, imported, linesIn } from "./stores.ts"

// A few histories, drawn once: what is put to them is what matters here.
const files = fc.sample(anyHistory({ store: emptyStoreLayer, mostMoves: 8, noise: false }), {
  numRuns: 8,
  seed: 2
})
const anyLines = () => fc.constantFrom(...files.map(({ events }) => linesIn(storeHolding(events))))

const [sample = [], other = []] = fc.sample(anyLines(), { numRuns: 2, seed: 1 })

const failureOf = (bytes: Uint8Array, root?: string) => {
  const to = emptyStore()
  const failure = Result.getOrThrow(Result.flip(imported(to, bytes, 4096, root)))
  expect(linesIn(to)).toEqual([])
  return failure
}

describe("a file of events", () => {
  it("imported in chunks of any size gives the same store, also into one that holds its beginning", () => {
    fc.assert(
      fc.property(anyLines(), fc.integer({ min: 1, max: 5_000 }), fc.nat(), (lines, size, some) => {
        const held = some % (lines.length + 1)
        const to = emptyStore()
        if (held > 0) Result.getOrThrow(imported(to, bytesOf(lines.slice(0, held))))
        const answer = Result.getOrThrow(imported(to, bytesOf(lines), size))
        expect(answer).toMatchObject({ events: lines.length, held, appended: lines.length - held })
        expect(linesIn(to)).toEqual(lines)
      }),
      { numRuns: 20 }
    )
  })

  it("is imported straight from an export", async () => {
    const from = storeHolding([])
    Result.getOrThrow(imported(from, bytesOf(sample)))
    const to = emptyStore()
    await Effect.runPromise(importJsonl(to, exportJsonl(from)))
    expect(linesIn(to)).toEqual(sample)
  })

  it("need not end its last line, and an empty one is an empty store", () => {
    const to = emptyStore()
    const text = sample.join("").trimEnd()
    expect(Result.getOrThrow(imported(to, new TextEncoder().encode(text))).events).toBe(sample.length)
    expect(Result.getOrThrow(imported(emptyStore(), new Uint8Array())).events).toBe(0)
  })

  it("has the root that other tools compute from its lines", () => {
    const to = emptyStore()
    const { root } = Result.getOrThrow(imported(to, bytesOf(sample)))
    const leaves = sample.map((line) => leafHashOfText(nodeHasher, line.slice(0, -1)))
    expect(root).toBe(toHex(merkleRoot(nodeHasher, leaves)))
    expect(Effect.runSync(verifiedRoot(to)).root).toBe(root)
  })
})

describe("a file of events that is not as it was exported", () => {
  it("names the line that was changed, dropped, repeated or moved, or cut short; or the root tells", () => {
    const met = new Coverage("files that were changed", [
      "cut short: the line",
      "cut at a line's end: the root",
      "a byte changed: the line",
      "a byte changed: the root",
      "a line dropped: the line",
      "a line repeated: the line",
      "two lines exchanged: the line"
    ])
    const change = fc.constantFrom("cut", "byte", "drop", "repeat", "exchange")
    met.assert(
      1,
      fc.property(anyLines(), change, fc.nat(), fc.integer({ min: 1, max: 255 }), (lines, how, where, by) => {
        const bytes = bytesOf(lines)
        const { root } = Result.getOrThrow(imported(emptyStore(), bytes))
        const n = where % (lines.length - 1)
        const [one = "", next = ""] = lines.slice(n, n + 2)
        const changed: Record<typeof how, () => Uint8Array> = {
          cut: () => bytes.subarray(0, where % (bytes.length - 1)),
          byte: () => bytes.map((byte, i) => (i === where % bytes.length ? byte ^ by : byte)),
          drop: () => bytesOf(lines.toSpliced(n, 1)),
          repeat: () => bytesOf(lines.toSpliced(n, 0, one)),
          exchange: () => bytesOf(lines.toSpliced(n, 2, next, one))
        }
        const failure = failureOf(changed[how](), root)
        const told =
          failure._tag === "LineNotAnEvent" ? "the line" : failure._tag === "RootDiffers" ? "the root" : "?"
        expect(told).not.toBe("?")
        const said = {
          cut: "cut short",
          byte: "a byte changed",
          drop: "a line dropped",
          repeat: "a line repeated",
          exchange: "two lines exchanged"
        }[how]
        met.count(how === "cut" && told === "the root" ? "cut at a line's end: the root" : `${said}: ${told}`)
        if (failure._tag !== "LineNotAnEvent") return
        // Never a line before the one that was changed; a changed id or time may be told where the other stands.
        const before = new TextDecoder().decode(bytes.subarray(0, where % bytes.length))
        expect(failure.line).toBeGreaterThanOrEqual(
          how === "byte" ? before.split("\n").length : how === "cut" ? 1 : n + 1
        )
        if (how === "repeat") expect(failure.line).toBe(n + 2)
      }),
      { numRuns: 200, examples: [[sample, "cut", (sample[0] ?? "").length, 1]] }
    )
  })

  const [first = "", second = ""] = sample
  const event = (line: string): Record<string, unknown> => JSON.parse(line)
  const written = (value: unknown): string => `${JSON.stringify(value)}\n`

  it.each([
    ["a line that is cut short", [first, second.slice(0, 40)], 2, 'a value|a character|end|more|"'],
    ["a line with a space", [first.replace(":", ": ")], 1, "canonical"],
    ["a line that is no object", ["[1]\n"], 1, "stream"],
    ["an empty line", [first, "\n", second], 2, "an event"],
    [
      "an event of an unknown type",
      [first.replace("CriteriaSetDrafted.v1", "CriteriaSetDreamt.v1")],
      1,
      "version can read"
    ],
    ["an event with an unknown key", [first.replace('{"data"', '{"age":1,"data"')], 1, "version can read"],
    ["an event of a later revision", [second], 1, "event 0"],
    ["a byte order mark", [`\uFEFF${first}`], 1, "canonical"],
    ["a line of any length", [`"${"x".repeat(200_000)}"\n`], 1, "65535 bytes"]
  ] as const)("%s", (_, lines, line, expected) => {
    const failure = failureOf(bytesOf(lines))
    expect(failure).toMatchObject({ _tag: "LineNotAnEvent", line })
    expect(Reflect.get(failure, "expected")).toMatch(new RegExp(expected))
    expect(failure.message).toContain(`Line ${line} is not an event`)
  })

  it("bytes that are no UTF-8", () => {
    const bytes = bytesOf([first])
    bytes[20] = 0xff
    expect(failureOf(bytes)).toMatchObject({ _tag: "LineNotAnEvent", line: 1, expected: "UTF-8" })
  })

  it("an event id of another line, and a time that goes back", () => {
    const [one, two] = [event(first), event(second)]
    expect(one["stream"]).toBe(two["stream"])
    const sorted = (value: Record<string, unknown>) =>
      written(Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))))
    expect(failureOf(bytesOf([first, sorted({ ...two, id: one["id"] })]))).toMatchObject({
      line: 2,
      expected: "an event id of its own",
      got: expect.stringContaining("line 1")
    })
    const earlier = { ...Object(two["metadata"]), recordedAt: "0001-01-01T00:00:00.000Z" }
    expect(failureOf(bytesOf([first, sorted({ ...two, metadata: earlier })]))).toMatchObject({
      line: 2,
      expected: expect.stringContaining("or later")
    })
  })

  it("is refused into a store of another history, which stays as it was", () => {
    const to = emptyStore()
    Result.getOrThrow(imported(to, bytesOf(other)))
    expect(imported(to, bytesOf(sample))).toMatchObject({ failure: { _tag: "StoresPart" } })
    expect(linesIn(to)).toEqual(other)
  })
})

describe("the port", () => {
  it("is all that an export needs: a store by its layer", async () => {
    const lines = Effect.flatMap(EventStore, (store) => Effect.sync(() => linesIn(store)))
    expect(await Effect.runPromise(Effect.provide(lines, emptyStoreLayer()))).toEqual([])
  })
})
