// Events as the loop would stamp them, for the laws: known ids, fixed times, no randomness, so that a failure
// names the same event every time.
import { type Expected, exactly, type Metadata, noStream, type Stamped } from "@lcqm/core"
import { Noted } from "./test-catalogue.ts"

const inHex = (n: number, width: number): string => n.toString(16).padStart(width, "0")

/** The id of event number n: a UUID that ends in it. */
export const eventId = (n: number): string => `00000000-0000-8000-8000-${inHex(n, 12)}`

/** The instant so many seconds after the suite's beginning of time. */
export const instant = (seconds: number): string => new Date(1_500_000_000_000 + seconds * 1000).toISOString()

/** What is usual for the metadata of event number n. */
export const metadataOf = (n: number): Metadata => ({
  commandId: `command-${n}`,
  commandDigest: inHex(n, 64),
  correlationId: `command-${n}`,
  actor: { person: "p-12345678", role: "SchemeOffice" },
  occurredOn: "2017-06",
  recordedAt: instant(0),
  salt: inHex(n, 32)
})

/** What may be told of an event apart from its number and place. */
export interface Told {
  readonly type?: string
  readonly data?: unknown
  readonly recordedAt?: string
}

/** Event number n (which gives its id), stamped for a place. Other numbers, other ids; other content, other bytes. */
export const stamp = (n: number, stream: string, revision: number, told: Told = {}): Stamped => {
  const { data = { n, note: `note ${n}` }, recordedAt = instant(0), type = Noted.type } = told
  return { id: eventId(n), stream, revision, type, data, metadata: { ...metadataOf(n), recordedAt } }
}

/**
 * Events in order, of which there is at least one: what an append takes.
 * @example
 * ```ts
 * import { type Batch, notes } from "@lcqm/testing/store"
 * const some: Batch = notes(3, "a")
 * some.length // => 3
 * ```
 */
export type Batch = readonly [Stamped, ...Array<Stamped>]

/** Events of these numbers, stamped for consecutive places from `revision`. */
export const batch = (
  numbers: readonly [number, ...Array<number>],
  stream: string,
  revision = 0,
  told?: Told
): Batch => {
  const [first, ...rest] = numbers
  return [
    stamp(first, stream, revision, told),
    ...rest.map((n, i) => stamp(n, stream, revision + 1 + i, told))
  ]
}

/** `count` numbers from `first`: 5, 6, 7, … */
export const numbersFrom = (first: number, count: number): readonly [number, ...Array<number>] => [
  first,
  ...Array.from({ length: count - 1 }, (_, i) => first + 1 + i)
]

/**
 * What an append stamped for this revision must expect.
 * @example
 * ```ts
 * import { expecting } from "@lcqm/testing/store"
 * expecting(3) // => { _tag: "Exactly", revision: 2 }
 * ```
 */
export const expecting = (revision: number): Expected => (revision === 0 ? noStream : exactly(revision - 1))
