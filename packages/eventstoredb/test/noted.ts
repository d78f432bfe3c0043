// Events of the suite's catalogue, stamped for a place, for the tests of this package alone.
import { exactly, type Expected, noStream, type Recorded, type Stamped } from "@lcqm/core"

const inHex = (n: number, width: number): string => n.toString(16).padStart(width, "0")

/** Event number n (which gives its id), stamped for a place. */
export const noted = (n: number, stream: string, revision: number, note = `note ${n}`): Stamped => ({
  id: `00000000-0000-8000-8000-${inHex(n, 12)}`,
  stream,
  revision,
  type: "Noted.v1",
  data: { n, note },
  metadata: {
    commandId: `command-${n}`,
    commandDigest: inHex(n, 64),
    correlationId: `command-${n}`,
    actor: { person: "p-12345678", role: "SchemeOffice" },
    occurredOn: "2017-06",
    recordedAt: "2017-07-14T02:40:00.000Z",
    salt: inHex(n, 32)
  }
})

/** `count` events of a stream, from a place on; their numbers from `first`. */
export const notes = (
  count: number,
  stream: string,
  { first = 0, revision = 0 } = {}
): readonly [Stamped, ...Array<Stamped>] => {
  const [one, ...rest] = Array.from({ length: count }, (_, i) => noted(first + i, stream, revision + i))
  return [one ?? noted(first, stream, revision), ...rest]
}

/** What an append stamped for this revision must expect. */
export const expecting = (revision: number): Expected => (revision === 0 ? noStream : exactly(revision - 1))

/** The numbers of events. */
export const numbersOf = (events: ReadonlyArray<Recorded>): ReadonlyArray<number> =>
  events.map(({ id }) => Number.parseInt(id.slice(-12), 16))

/** 0, 1, 2, … */
export const upTo = (count: number): ReadonlyArray<number> => Array.from({ length: count }, (_, i) => i)
