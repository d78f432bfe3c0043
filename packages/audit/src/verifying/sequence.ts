// Whether a stream's events in a file are all of them, each once and in order. An event says itself which revision it
// is, so that what was left out shows as a gap, and what was moved as out of its place.
import { byClaim, type Claimed } from "./claimed.ts"
import type { Looked } from "./filed-event.ts"
import type { Finding } from "./finding.ts"

/** What a stream in a file is as a sequence. */
export interface Sequence {
  readonly findings: ReadonlyArray<Finding>
  /** Events that the log does not have at their place, or that cannot be read: edited, or their proof was. */
  readonly suspects: ReadonlyArray<Looked>
  /** The events that claim to be this stream's, each revision once, in the order of revisions. */
  readonly inOrder: ReadonlyArray<Claimed>
}

const revisionOf = ({ claims }: Claimed): number => claims.revision
const ascending = (a: number, b: number): number => a - b

const swapped = (stream: string, events: ReadonlyArray<Claimed>): ReadonlyArray<Finding> => {
  const order = events.map(revisionOf)
  const sorted = order.toSorted(ascending)
  const moved = order.filter((revision, i) => revision !== sorted[i])
  if (moved.length === 0) return []
  return [
    {
      kind: "events swapped",
      where: { stream, revisions: moved.toSorted(ascending) },
      says: `Events ${moved.join(", ")} of ${stream} are not in the order in which they were recorded.`,
      expected: moved.toSorted(ascending).join(", "),
      got: moved.join(", ")
    }
  ]
}

const leftOut = (stream: string, from: number, to: number, next: Claimed): Finding => {
  const what = from === to ? `Event ${from} is` : `Events ${from} to ${to} are`
  const place = from === 0 ? "at its beginning" : `between events ${from - 1} and ${to + 1}`
  return {
    kind: "event left out",
    where: { stream, revision: from, to },
    says: `${what} missing from ${stream}, ${place}.`,
    expected: `event ${from}`,
    got: `event ${to + 1} at place ${next.place}`
  }
}

const putIn = (stream: string, { claims, place }: Looked): Finding => ({
  kind: "event inserted",
  where: { stream, place, ...(claims === undefined ? {} : { revision: claims.revision }) },
  says: `An event was put into ${stream} at place ${place} that was never recorded there.`,
  expected: "no event between its neighbours",
  got: claims === undefined ? "bytes that are no event's" : `one that says it is event ${claims.revision}`
})

/**
 * Looks at the events of one stream as a sequence. `last` is the revision of its last event, where that is known:
 * between two events that the log has, and before the last, there is room for so many others and no more.
 */
export const sequenceOf = (
  stream: string,
  events: ReadonlyArray<Looked>,
  last: number | undefined
): Sequence => {
  const { findings, once, spoilt } = byClaim(stream, events)
  const known = once.filter(({ inLog }) => inLog !== false)
  const doubtful = [...spoilt, ...once.filter(({ inLog }) => inLog === false)]
  const found: Array<Finding> = [...findings, ...swapped(stream, known)]
  const suspects = new Set<Looked>()
  const inserted = new Set<number>()

  const settle = (
    from: number,
    to: number | undefined,
    after: Claimed | undefined,
    next: Claimed | undefined
  ) => {
    const between = doubtful.filter(
      ({ place }) => place > (after?.place ?? -1) && place < (next?.place ?? Infinity)
    )
    const room = to === undefined ? between.length : Math.max(0, to - from + 1)
    for (const event of between.slice(0, room)) suspects.add(event)
    for (const event of between.slice(room)) {
      if (suspects.has(event) || inserted.has(event.place)) continue
      inserted.add(event.place)
      found.push(putIn(stream, event))
    }
    if (next !== undefined && between.length < room) {
      found.push(leftOut(stream, from + between.length, from + room - 1, next))
    }
  }
  const sorted = known.toSorted((a, b) => ascending(revisionOf(a), revisionOf(b)))
  sorted.forEach((event, i) => {
    const before = sorted[i - 1]
    settle(before === undefined ? 0 : revisionOf(before) + 1, revisionOf(event) - 1, before, event)
  })
  const end = sorted.at(-1)
  settle(end === undefined ? 0 : revisionOf(end) + 1, last, end, undefined)
  // Where events were moved about, a doubtful one may stand between no two neighbours.
  for (const event of doubtful) if (!inserted.has(event.place)) suspects.add(event)

  const inOrder = once
    .filter(({ place }) => !inserted.has(place))
    .toSorted((a, b) => ascending(revisionOf(a), revisionOf(b)))
  return { findings: found, suspects: [...suspects], inOrder }
}
