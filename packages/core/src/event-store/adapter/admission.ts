// What every store asks of an append before its engine is touched. Pure, so that no two adapters can judge
// differently.
import { Result, Schema } from "effect"
import { type Problem, shown } from "../../vocabulary/index.ts"
import type { Codec, Encoded } from "../codec.ts"
import { EventIdConflict, EventTooLarge, InvalidEvent } from "../errors.ts"
import type { Expected } from "../event-store.ts"
import { Revision, type Stamped } from "../event.ts"
import { largestAppendBytes, mostEventsPerAppend } from "../limits.ts"

const isRevision = Schema.is(Revision)

/** An append that was found good by itself, with the bytes of each event in order. */
export interface Admitted {
  readonly stream: string
  readonly expected: Expected
  readonly events: ReadonlyArray<Stamped>
  readonly encoded: ReadonlyArray<Encoded>
}

/**
 * The revision that an append expects the stream's last event to have; -1 where it expects none.
 * @example
 * ```ts
 * import { exactly, expectedRevision, noStream } from "@lcqm/core"
 * expectedRevision(noStream) // => -1
 * expectedRevision(exactly(4)) // => 4
 * ```
 */
export const expectedRevision = (expected: Expected): number =>
  expected._tag === "NoStream" ? -1 : expected.revision

/** The refusal of an event for one problem of it. */
export const refused = (stream: string, type: string, problem: Problem): Result.Result<never, InvalidEvent> =>
  Result.fail(new InvalidEvent({ stream, type: shown(type), problems: [problem] }))

/** What is wrong with an event recorded before `latest`, an instant; nothing where it is "". */
export const goesBack = (event: Stamped, latest: string): Problem | undefined =>
  // Instants compare as texts; "" is before every one.
  event.metadata.recordedAt < latest
    ? {
        path: "metadata.recordedAt",
        expected: `${latest} or later, as the event before it`,
        got: shown(event.metadata.recordedAt)
      }
    : undefined

const tooLarge = (stream: string, unit: "bytes" | "events", limit: number, got: number) =>
  Result.fail(new EventTooLarge({ stream, what: "append", limit, got, unit }))

// Whether it is stamped for this place and no other. The types say so; callers without types are told.
const misplaced = (stream: string, revision: number, event: Stamped): Problem | undefined => {
  if (event.stream !== stream) return { path: "stream", expected: shown(stream), got: shown(event.stream) }
  return event.revision === revision
    ? undefined
    : { path: "revision", expected: shown(revision), got: shown(event.revision) }
}

/**
 * Checks an append by itself: how many events, what each is, that they are stamped for this place and no other,
 * that no id stands twice and no time goes back. Answers with the bytes of each event, in order. To be called before
 * the engine is asked for anything, so that what is refused here has cost nothing.
 * @example
 * ```ts
 * import { admit, lcqmCatalogue, codecOf, noStream } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { Result } from "effect"
 * const codec = codecOf(lcqmCatalogue, nodeHasher)
 * const refusal = Result.flip(admit(codec, "school-lcqm-900001", noStream, []))
 * Result.getOrThrow(refusal)._tag // => "InvalidEvent"
 * ```
 */
export const admit = (
  codec: Codec,
  stream: string,
  expected: Expected,
  events: ReadonlyArray<Stamped>
): Result.Result<Admitted, InvalidEvent | EventTooLarge | EventIdConflict> => {
  if (!Array.isArray(events) || events.length === 0) {
    return refused(stream, "none", { path: "events", expected: "at least one event", got: shown(events) })
  }
  if (events.length > mostEventsPerAppend) {
    return tooLarge(stream, "events", mostEventsPerAppend, events.length)
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
    const elsewhere = misplaced(stream, first + i, event)
    if (elsewhere !== undefined) return refused(stream, event.type, elsewhere)
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
  return bytes > largestAppendBytes
    ? tooLarge(stream, "bytes", largestAppendBytes, bytes)
    : Result.succeed({ stream, expected, events, encoded })
}
