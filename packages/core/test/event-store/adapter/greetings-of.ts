// Streams of greetings for the tests of what adapters share.
import { Result } from "effect"
import type { Admitted, Stamped } from "../../../src/index.ts"
import { admit, exactly, noStream } from "../../../src/index.ts"
import { codecAt, Greeted3, stamped } from "../greetings.ts"

/** The stream that the tests append to. */
export const stream = "greetings-1"

const hex = (n: number): string => n.toString(16).padStart(12, "0")

/** The event at a revision; its number gives its id and its content, its revision its instant. */
export const greeting = (revision: number, number = revision, change: Partial<Stamped> = {}): Stamped => {
  const data = { whom: `guest ${number}`, by: "host", times: 1 }
  const at = stamped(Greeted3.type, data, { id: `00000000-0000-8000-8000-${hex(number)}`, stream, revision })
  const recordedAt = new Date(Date.UTC(2017, 5, 30) + revision * 1000).toISOString()
  return { ...at, metadata: { ...at.metadata, recordedAt }, ...change }
}

/** The greetings from a revision on, so many. */
export const greetings = (from: number, count: number): ReadonlyArray<Stamped> =>
  Array.from({ length: count }, (_, i) => greeting(from + i))

/** What an append of events expects that are stamped for their places. */
export const expectedBefore = (events: ReadonlyArray<Stamped>) => {
  const first = events[0]?.revision ?? 0
  return first === 0 ? noStream : exactly(first - 1)
}

/** An append that is good by itself. */
export const admittedOf = (events: ReadonlyArray<Stamped>): Admitted =>
  Result.getOrThrow(admit(codecAt(3), stream, expectedBefore(events), events))
