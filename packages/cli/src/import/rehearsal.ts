// A store to rehearse in: it answers as the store behind it does, and keeps what is appended to itself. So a file of
// commands is put to the rules, one after the other as they would be recorded, before the first of them is.
import { type EventStore, exactly, noStream, type ReadError, stampedOf, type StreamName } from "@lcqm/core"
import { makeMemoryStore } from "@lcqm/memory"
import { Effect } from "effect"

type Store = EventStore["Service"]

/** As many events as are read at once. */
const page = 512

/** A store of its own over another, of which only the streams that are asked for are brought over. */
export const rehearsalOver = (store: Store): Store => {
  const own = makeMemoryStore(store.codec)
  const brought = new Set<StreamName>()
  const bring = Effect.fnUntraced(function* (stream: StreamName): Effect.fn.Return<void, ReadError> {
    if (brought.has(stream)) return
    for (let from = 0; ;) {
      const slice = yield* store.readStream(stream, { from, limit: page, asStored: true })
      const [first, ...rest] = slice.events.map(stampedOf)
      if (first === undefined) break
      // What the store has recorded once is recorded here as it was; that it is not is a defect.
      yield* Effect.orDie(own.append(stream, from === 0 ? noStream : exactly(from - 1), [first, ...rest]))
      from += slice.events.length
      if (slice.revision === "none" || from > slice.revision) break
    }
    brought.add(stream)
  })
  return {
    ...own,
    name: store.name,
    readStream: (stream, range) => Effect.andThen(bring(stream), own.readStream(stream, range)),
    // Who appends has read the stream before, and so it has been brought.
    append: own.append,
    head: (stream) => (stream === undefined ? store.head() : Effect.andThen(bring(stream), own.head(stream))),
    readAll: store.readAll,
    subscribe: store.subscribe
  }
}
