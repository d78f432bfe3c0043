// What an append must be by itself, before any engine is asked.
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  admit,
  exactly,
  type Expected,
  largestAppendBytes,
  mostEventsPerAppend,
  type Stamped
} from "../../../src/index.ts"
import { codecAt } from "../greetings.ts"
import { expectedBefore, greeting, greetings, stream } from "./greetings-of.ts"

const codec = codecAt(3)
const asked = (events: ReadonlyArray<Stamped>, expected: Expected = expectedBefore(events)) =>
  admit(codec, stream, expected, events)
const refusal = (events: ReadonlyArray<Stamped>, expected?: Expected) =>
  Result.getOrThrow(Result.flip(asked(events, expected)))

const places = fc.record({ from: fc.nat({ max: 50 }), count: fc.integer({ min: 1, max: 8 }) })

/** One event of a good append, spoilt in one way, and how that is refused. */
const spoilt: Readonly<Record<string, (event: Stamped, before: Stamped) => readonly [Stamped, object]>> = {
  "stamped for another stream": (event) => [
    { ...event, stream: "greetings-2" },
    { _tag: "InvalidEvent", problems: [{ path: "stream" }] }
  ],
  "stamped for another revision": (event) => [
    { ...event, revision: event.revision + 1 },
    { _tag: "InvalidEvent", problems: [{ path: "revision" }] }
  ],
  "of a type that nobody knows": (event) => [
    { ...event, type: "Shouted.v1" },
    { _tag: "InvalidEvent", problems: [{ path: "type" }] }
  ],
  "not what its type asks for": (event) => [{ ...event, data: { whom: 7 } }, { _tag: "InvalidEvent" }],
  "of an id that stands twice": (event, before) => [
    { ...event, id: before.id },
    { _tag: "EventIdConflict", id: before.id }
  ],
  "recorded before the one ahead of it": (event) => [
    { ...event, metadata: { ...event.metadata, recordedAt: "2001-01-01T00:00:00.000Z" } },
    { _tag: "InvalidEvent", problems: [{ path: "metadata.recordedAt" }] }
  ]
}

describe("an append that is good by itself", () => {
  it("is admitted with the bytes the codec writes of each event, in order, and is left as it was", () => {
    fc.assert(
      fc.property(places, ({ count, from }) => {
        const events = greetings(from, count)
        const before = JSON.stringify(events)
        const { encoded } = Result.getOrThrow(asked(events))
        expect(encoded).toEqual(events.map((event) => Result.getOrThrow(codec.encode(event))))
        expect(JSON.stringify(events)).toBe(before)
      })
    )
  })
})

describe("an append with one event spoilt, wherever it stands,", () => {
  it.each(Object.entries(spoilt))("%s, is refused whole and says which problem", (_, spoil) => {
    fc.assert(
      fc.property(places, fc.nat(), ({ count, from }, chosen) => {
        const events = greetings(from, count + 1)
        const at = 1 + (chosen % count)
        const [bad, said] = spoil(events[at]!, events[at - 1]!)
        expect(refusal(events.with(at, bad))).toMatchObject({ stream, ...said })
      })
    )
  })
})

describe("an append is refused", () => {
  it("without events, also by callers without types", () => {
    expect(refusal([])).toMatchObject({ _tag: "InvalidEvent", problems: [{ path: "events" }] })
    const notEvents: ReadonlyArray<unknown> = [null, "greeting", 7]
    for (const each of notEvents) {
      expect(refusal([each as Stamped])).toMatchObject({
        _tag: "InvalidEvent",
        problems: [{ path: "events[0]" }]
      })
    }
  })

  it.each([-1, 0.5, Number.NaN, Infinity])("where it expects revision %s, which is none", (revision) => {
    const invalid = { _tag: "InvalidEvent", problems: [{ path: "expected.revision" }] }
    expect(refusal([greeting(0)], exactly(revision))).toMatchObject(invalid)
  })

  it("over the count and over the bytes of an append, with the limit and what came", () => {
    expect(refusal(greetings(0, mostEventsPerAppend + 1))).toMatchObject({
      _tag: "EventTooLarge",
      unit: "events",
      limit: mostEventsPerAppend,
      got: mostEventsPerAppend + 1
    })
    const large = (event: Stamped): Stamped => ({
      ...event,
      data: { whom: "x".repeat(60_000), by: "y", times: 1 }
    })
    expect(refusal(greetings(0, 17).map(large))).toMatchObject({
      _tag: "EventTooLarge",
      unit: "bytes",
      limit: largestAppendBytes
    })
    expect(Result.isSuccess(asked(greetings(0, 16).map(large)))).toBe(true)
  })
})
