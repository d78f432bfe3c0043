// Whether an append is new, repeated or refused: one rule, put to histories of any length.
import { Result } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Admitted, type KnownEvent, placeOf, type Stamped } from "../../../src/index.ts"
import { admittedOf, greeting, greetings, stream } from "./greetings-of.ts"

/** Places an append behind a stream that holds the greetings from 0 on, so many. */
const placed = (append: Admitted, length: number) => {
  const history = admittedOf(greetings(0, Math.max(1, length)))
  const last = length === 0 ? undefined : history.events[length - 1]
  const end = last && { revision: last.revision, recordedAt: last.metadata.recordedAt }
  const at = (revision: number): KnownEvent | undefined => {
    if (revision >= length) throw new Error(`asked for revision ${revision}, which the stream has not`)
    return { id: history.events[revision]!.id, leafHash: history.encoded[revision]!.leafHash }
  }
  return placeOf(append, end, at)
}

const told = (append: Admitted, length: number) => Result.getOrThrow(Result.flip(placed(append, length)))

const lengths = fc.nat({ max: 12 })
const counts = fc.integer({ min: 1, max: 5 })

/** A part of a stream that lies in it whole. */
const parts = fc
  .record({ length: fc.integer({ min: 1, max: 12 }), from: fc.nat(), count: fc.nat() })
  .map(({ count, from, length }) => {
    const first = from % length
    return { length, first, count: 1 + (count % (length - first)) }
  })

describe("an append", () => {
  it("behind the last event is new", () => {
    fc.assert(
      fc.property(lengths, counts, (length, count) => {
        expect(placed(admittedOf(greetings(length, count)), length)).toEqual(Result.succeed("new"))
      })
    )
  })

  it("of what stands there already is repeated, whatever came after it", () => {
    fc.assert(
      fc.property(parts, ({ count, first, length }) => {
        expect(placed(admittedOf(greetings(first, count)), length)).toEqual(Result.succeed("repeated"))
      })
    )
  })

  it("of what stands there already and one event more is at a wrong revision, which is told as it is", () => {
    fc.assert(
      fc.property(parts, ({ first, length }) => {
        expect(told(admittedOf(greetings(first, length - first + 1)), length)).toMatchObject({
          _tag: "WrongExpectedRevision",
          stream,
          expected: first === 0 ? "none" : first - 1,
          actual: length - 1
        })
      })
    )
  })

  it("beyond the last event is at a wrong revision, and an empty stream is told as none", () => {
    fc.assert(
      fc.property(lengths, counts, (length, beyond) => {
        expect(told(admittedOf(greetings(length + beyond, 1)), length)).toMatchObject({
          _tag: "WrongExpectedRevision",
          expected: length + beyond - 1,
          actual: length === 0 ? "none" : length - 1
        })
      })
    )
  })

  const changed = (events: ReadonlyArray<Stamped>, chosen: number, change: (event: Stamped) => Stamped) => {
    const at = chosen % events.length
    return admittedOf(events.with(at, change(events[at]!)))
  }

  it("of another id where one stands is at a wrong revision, wherever the other id is", () => {
    fc.assert(
      fc.property(parts, fc.nat(), ({ count, first, length }, chosen) => {
        const append = changed(greetings(first, count), chosen, ({ revision }) =>
          greeting(revision, 900 + revision)
        )
        expect(told(append, length)._tag).toBe("WrongExpectedRevision")
      })
    )
  })

  it("of another content under the id that stands there is a conflict of that id", () => {
    fc.assert(
      fc.property(parts, fc.nat(), ({ count, first, length }, chosen) => {
        const data = { whom: "somebody else", by: "host", times: 1 }
        const events = greetings(first, count)
        const append = changed(events, chosen, (event) => ({ ...event, data }))
        expect(told(append, length)).toMatchObject({
          _tag: "EventIdConflict",
          id: events[chosen % count]!.id
        })
      })
    )
  })

  it("recorded before the stream's last event is refused, and says so", () => {
    const late = greeting(3)
    const early = { ...late, metadata: { ...late.metadata, recordedAt: "2001-01-01T00:00:00.000Z" } }
    expect(told(admittedOf([early]), 3)).toMatchObject({
      _tag: "InvalidEvent",
      problems: [{ path: "metadata.recordedAt" }]
    })
  })
})
