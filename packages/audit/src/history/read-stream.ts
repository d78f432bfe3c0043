// A whole stream out of a store, as it was recorded: what an audit begins with.
import type { EventStore, ReadError, Recorded, Revision } from "@lcqm/core"
import { Effect } from "effect"

const eventsPerPage = 512

/** Every event of a stream up to a revision (default the last), as stored, in order. */
export const readWholeStream = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  stream: string,
  to?: Revision
): Effect.fn.Return<ReadonlyArray<Recorded>, ReadError> {
  const events: Array<Recorded> = []
  for (;;) {
    const range = { from: events.length, limit: eventsPerPage, asStored: true }
    const slice = yield* store.readStream(stream, to === undefined ? range : { ...range, to })
    events.push(...slice.events)
    const last = slice.revision === "none" ? -1 : Math.min(slice.revision, to ?? slice.revision)
    if (slice.events.length === 0 || events.length > last) return events
  }
})
