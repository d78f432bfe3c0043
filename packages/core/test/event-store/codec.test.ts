// The codec: events to bytes and back, checked both ways. What cannot be trusted is a typed error that names stream
// and revision; nothing is skipped, and nothing that is wrong is written.
import { describe, expect, it } from "vitest"
import { Result } from "effect"
import { canonicalJson, leafHashHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import {
  CorruptEvent,
  largestEventBytes,
  type Stamped,
  stampedOf,
  UnknownEventType
} from "../../src/index.ts"
import { codecAt, stamped, storedAs } from "./greetings.ts"

const codec = codecAt(3)
const greeting = { whom: "Ada", by: "Grace", times: 3 }
const event = stamped("Greeted.v3", greeting)
const encoded = (of: Stamped) => Result.getOrThrow(codec.encode(of))
const { leafHash, text } = encoded(event)
const decoded = (of: string) => codec.decode(of, storedAs(event, leafHash))
const failureOf = <A, E>(result: Result.Result<A, E>): E | undefined =>
  Result.isFailure(result) ? result.failure : undefined

describe("encoding an event", () => {
  it("writes its canonical bytes, their number and their leaf hash", () => {
    const bytes = new TextEncoder().encode(canonicalJson(event))
    expect(encoded(event)).toEqual({
      text: canonicalJson(event),
      size: bytes.length,
      leafHash: leafHashHex(nodeHasher, bytes)
    })
  })

  it("does not depend on the order of keys", () => {
    const turned = stamped("Greeted.v3", { times: 3, by: "Grace", whom: "Ada" })
    expect(encoded(turned)).toEqual(encoded(event))
  })

  it.each<[wrong: string, event: Stamped, path: string]>([
    ["a type nobody knows", stamped("Shouted.v1", {}), "type"],
    ["a version of the future", stamped("Greeted.v4", greeting), "type"],
    ["data of another version", stamped("Greeted.v1", greeting), "data.name"],
    ["an unknown key", stamped("Greeted.v3", { ...greeting, loudly: true }), "data.loudly"],
    ["a missing key", stamped("Greeted.v3", { whom: "Ada", by: "Grace" }), "data.times"],
    ["an id that is no UUID", stamped("Greeted.v3", greeting, { id: "1" }), "id"],
    ["a negative revision", stamped("Greeted.v3", greeting, { revision: -1 }), "revision"],
    ["a revision beyond what is exact", stamped("Greeted.v3", greeting, { revision: 2 ** 53 }), "revision"],
    ["a stream without a name", stamped("Greeted.v3", greeting, { stream: "" }), "stream"],
    ["a lone surrogate in the stream", stamped("Greeted.v3", greeting, { stream: "a-\ud800" }), "stream"],
    ["a lone surrogate in its data", stamped("Greeted.v3", { ...greeting, whom: "\udc00" }), "data.whom"]
  ])("refuses %s, and names the path", (_, wrong, path) => {
    const failure = failureOf(codec.encode(wrong))
    expect(failure).toMatchObject({ _tag: "InvalidEvent", stream: wrong.stream })
    expect(failure?._tag === "InvalidEvent" && failure.problems.map((each) => each.path)).toContain(path)
    expect(failure?.message).toMatch(/Nothing was written/u)
  })

  it("says which versions it knows of a type it does not know", () => {
    expect(failureOf(codec.encode(stamped("Greeted.v4", greeting)))).toMatchObject({
      problems: [{ expected: "Greeted.v1 or Greeted.v2 or Greeted.v3", got: '"Greeted.v4"' }]
    })
  })

  it("takes an event as large as the limit, and none that is a byte larger", () => {
    const room = largestEventBytes - encoded(stamped("Greeted.v3", { ...greeting, whom: "" })).size
    const filled = (length: number) =>
      codec.encode(stamped("Greeted.v3", { ...greeting, whom: "é".repeat(length) }))
    const most = codec.encode(stamped("Greeted.v3", { ...greeting, whom: "e".repeat(room) }))
    expect(Result.getOrThrow(most).size).toBe(largestEventBytes)
    expect(
      failureOf(codec.encode(stamped("Greeted.v3", { ...greeting, whom: "e".repeat(room + 1) })))
    ).toMatchObject({
      _tag: "EventTooLarge",
      what: "event",
      limit: largestEventBytes,
      got: largestEventBytes + 1,
      unit: "bytes"
    })
    // Bytes are counted, not characters.
    expect(failureOf(filled(room - 10))).toMatchObject({ _tag: "EventTooLarge" })
  })
})

describe("decoding an event", () => {
  it("gives back what was written, where it stands and the hash of its bytes", () => {
    const read = Result.getOrThrow(decoded(text))
    expect(stampedOf(read)).toEqual(event)
    expect(read).toMatchObject({ position: "00000000000000000007", leafHash })
  })

  it("gives it back frozen, in all its parts", () => {
    const list = stamped("Listed.v1", { items: [{ item: "a", tags: ["x"] }] })
    const read = Result.getOrThrow(codec.decode(encoded(list).text, storedAs(list)))
    const parts = (value: unknown): ReadonlyArray<object> =>
      typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(parts)] : []
    expect(parts(read).length).toBeGreaterThan(6)
    expect(parts(read).every((part) => Object.isFrozen(part))).toBe(true)
  })

  it.each<[wrong: string, text: string, tag: string, says: RegExp]>([
    ["text that is no JSON", text.slice(0, -1), "CorruptEvent", /not JSON/u],
    ["JSON that is no event", "[]", "CorruptEvent", /names no event type/u],
    ["null", "null", "CorruptEvent", /names no event type/u],
    [
      "a type nobody knows",
      text.replace("Greeted.v3", "Shouted.v1"),
      "UnknownEventType",
      /no version of it is known/u
    ],
    [
      "a version of the future",
      text.replace("Greeted.v3", "Greeted.v4"),
      "UnknownEventType",
      /known are Greeted.v1, Greeted.v2, Greeted.v3/u
    ],
    [
      "a type called as every object's key is",
      text.replace("Greeted.v3", "constructor"),
      "UnknownEventType",
      /constructor/u
    ],
    [
      "an unknown key",
      text.replace('"times"', '"loudly":1,"times"'),
      "CorruptEvent",
      /data.loudly: expected no such key/u
    ],
    [
      "an unknown key of the envelope",
      text.replace('"id"', '"ip":1,"id"'),
      "CorruptEvent",
      /ip: expected no such key/u
    ],
    [
      "a prototype for a key",
      text.replace('"times"', '"__proto__":{},"times"'),
      "CorruptEvent",
      /__proto__/u
    ],
    ["a changed value", text.replace('"times":3', '"times":0.5'), "CorruptEvent", /data.times/u],
    [
      "another stream's event",
      text.replace("greetings-1", "greetings-2"),
      "CorruptEvent",
      /event 4 of greetings-2/u
    ],
    [
      "another place's event",
      text.replace('"revision":4', '"revision":5'),
      "CorruptEvent",
      /event 5 of greetings-1/u
    ]
  ])("never trusts %s, and names stream and revision", (_, wrong, tag, says) => {
    for (const read of [decoded(wrong), codec.decodeAsStored(wrong, storedAs(event))]) {
      const failure = failureOf(read)
      expect(failure).toMatchObject({ _tag: tag, stream: "greetings-1", revision: 4 })
      expect(failure?.message).toMatch(says)
      expect(failure instanceof CorruptEvent || failure instanceof UnknownEventType).toBe(true)
    }
  })
})

describe("verifying an event's leaf", () => {
  it("finds every changed byte", () => {
    expect(codec.verifyLeaf(text, storedAs(event, leafHash))).toEqual(Result.void)
    for (let place = 0; place < text.length; place += 1) {
      const changed = `${text.slice(0, place)}${text[place] === "x" ? "y" : "x"}${text.slice(place + 1)}`
      expect(failureOf(codec.verifyLeaf(changed, storedAs(event, leafHash)))).toMatchObject({
        _tag: "CorruptEvent",
        stream: "greetings-1",
        revision: 4
      })
    }
  })

  it("finds a byte that decoding would not: salt, white space, the order of keys", () => {
    const harmless = [
      text.replace(/"salt":"0f/u, '"salt":"0e'),
      text.replace("{", "{ "),
      JSON.stringify(Object.fromEntries(Object.entries(event).toReversed()))
    ]
    for (const changed of harmless) {
      expect(Result.isSuccess(decoded(changed))).toBe(true)
      expect(failureOf(codec.verifyLeaf(changed, storedAs(event, leafHash)))?._tag).toBe("CorruptEvent")
    }
  })
})
