// What every store asks of an append before its engine is touched, and the one rule that tells a new append
// from a repeated and from a refused one. Pure, so that no two adapters can judge differently. (The same file is
// in @lcqm/memory and @lcqm/sqlite until it moves to the port.)
import {
  type Codec,
  type Encoded,
  EventIdConflict,
  EventTooLarge,
  type Expected,
  InvalidEvent,
  largestAppendBytes,
  mostEventsPerAppend,
  type Position,
  type Problem,
  type Recorded,
  Revision,
  shown,
  type Stamped,
  WrongExpectedRevision
} from "@lcqm/core"
import { Result, Schema } from "effect"

const isRevision = Schema.is(Revision)

/** The revision the append expects the stream's last event to have; -1 where it expects none. */
export const expectedRevision = (expected: Expected): number =>
  expected._tag === "NoStream" ? -1 : expected.revision

const refused = (stream: string, type: string, problem: Problem): Result.Result<never, InvalidEvent> =>
  Result.fail(new InvalidEvent({ stream, type: shown(type), problems: [problem] }))

/**
 * Checks an append by itself: how many events, what each is, that they are stamped for this place and no other,
 * that no id stands twice and no time goes back. Answers with the bytes of each event, in order.
 */
export const admit = (
  codec: Codec,
  stream: string,
  expected: Expected,
  events: ReadonlyArray<Stamped>
): Result.Result<ReadonlyArray<Encoded>, InvalidEvent | EventTooLarge | EventIdConflict> => {
  if (!Array.isArray(events) || events.length === 0) {
    return refused(stream, "none", { path: "events", expected: "at least one event", got: shown(events) })
  }
  if (events.length > mostEventsPerAppend) {
    return Result.fail(
      new EventTooLarge({
        stream,
        what: "append",
        limit: mostEventsPerAppend,
        got: events.length,
        unit: "events"
      })
    )
  }
  if (expected._tag !== "NoStream" && !isRevision(expected.revision)) {
    return refused(stream, events[0]!.type, {
      path: "expected.revision",
      expected: "a revision: a whole number from 0",
      got: shown(expected.revision)
    })
  }
  const first = expectedRevision(expected) + 1
  const ids = new Set<string>()
  const encoded: Array<Encoded> = []
  let bytes = 0
  let latest = ""
  for (let i = 0; i < events.length; i++) {
    const event = events[i]!
    if (typeof event !== "object" || event === null) {
      return refused(stream, "none", { path: `events[${i}]`, expected: "a stamped event", got: shown(event) })
    }
    if (event.stream !== stream) {
      return refused(stream, event.type, {
        path: "stream",
        expected: shown(stream),
        got: shown(event.stream)
      })
    }
    if (event.revision !== first + i) {
      return refused(stream, event.type, {
        path: "revision",
        expected: shown(first + i),
        got: shown(event.revision)
      })
    }
    const written = codec.encode(event)
    if (Result.isFailure(written)) return Result.fail(written.failure)
    if (ids.has(event.id)) {
      return Result.fail(
        new EventIdConflict({ stream, id: event.id, reason: "it stands twice in this append" })
      )
    }
    const backwards = goesBack(event, latest)
    if (backwards !== undefined) return refused(stream, event.type, backwards)
    ids.add(event.id)
    latest = event.metadata.recordedAt
    bytes += written.success.size
    encoded.push(written.success)
  }
  if (bytes > largestAppendBytes) {
    return Result.fail(
      new EventTooLarge({ stream, what: "append", limit: largestAppendBytes, got: bytes, unit: "bytes" })
    )
  }
  return Result.succeed(encoded)
}

// Instants compare as texts; "" is before every one.
const goesBack = (event: Stamped, latest: string): Problem | undefined =>
  event.metadata.recordedAt < latest
    ? {
        path: "metadata.recordedAt",
        expected: `${latest} or later, as the event before it`,
        got: shown(event.metadata.recordedAt)
      }
    : undefined

/** The last event of a stream, as the rule needs it. */
export interface StreamEnd {
  readonly revision: number
  readonly recordedAt: string
}

/** An event of the stream, as the rule needs it to tell whether the same was appended before. */
export interface Known {
  readonly id: string
  readonly leafHash: string
}

/**
 * Where an admitted append stands: `new` behind the stream's end, or `repeated` when the very same events stand
 * where they were stamped for already. Whether an id of a new append is known elsewhere is the engine's index to
 * say; see {@link idKnown}.
 */
export const placeOf = (
  stream: string,
  expected: Expected,
  events: ReadonlyArray<Stamped>,
  encoded: ReadonlyArray<Encoded>,
  end: StreamEnd | undefined,
  at: (revision: number) => Known | undefined
): Result.Result<"new" | "repeated", WrongExpectedRevision | EventIdConflict | InvalidEvent> => {
  const actual = end === undefined ? -1 : end.revision
  const before = expectedRevision(expected)
  if (actual === before) {
    const backwards = goesBack(events[0]!, end === undefined ? "" : end.recordedAt)
    return backwards === undefined ? Result.succeed("new") : refused(stream, events[0]!.type, backwards)
  }
  let other: string | undefined
  for (let i = 0; i < events.length; i++) {
    const known = before + 1 + i <= actual ? at(before + 1 + i) : undefined
    if (known === undefined || known.id !== events[i]!.id) {
      return Result.fail(
        new WrongExpectedRevision({
          stream,
          expected: before === -1 ? "none" : before,
          actual: actual === -1 ? "none" : actual
        })
      )
    }
    if (known.leafHash !== encoded[i]!.leafHash) other ??= known.id
  }
  return other === undefined
    ? Result.succeed("repeated")
    : Result.fail(new EventIdConflict({ stream, id: other, reason: "it is recorded with another content" }))
}

/** The refusal of a new append whose id is recorded already, elsewhere or at another revision. */
export const idKnown = (stream: string, id: string, where: string, revision: number): EventIdConflict =>
  new EventIdConflict({ stream, id, reason: `it is recorded as event ${revision} of ${where}` })

/** An event as it is answered with, and as it was recorded: one object unless it was upcast. */
export interface Kept {
  readonly event: Recorded
  readonly asStored: Recorded
}

/**
 * The event as a reader will see it, read back from its own bytes: nothing the caller holds is part of it, and
 * what cannot be read again is refused before it is written.
 */
export const readBack = (
  codec: Codec,
  { revision, stream, type }: Stamped,
  { leafHash, text }: Encoded,
  position: Position
): Result.Result<Kept, InvalidEvent> => {
  const stored = { stream, revision, position, leafHash }
  const asStored = codec.decodeAsStored(text, stored)
  const newest = codec.catalogue.get(type)?.newest.type === type
  const event = newest ? asStored : codec.decode(text, stored)
  if (Result.isSuccess(asStored) && Result.isSuccess(event)) {
    return Result.succeed({ event: event.success, asStored: asStored.success })
  }
  const got = Result.isFailure(event) ? event.failure.message : "one that cannot"
  return refused(stream, type, { path: "", expected: "an event that reads as it was written", got })
}
