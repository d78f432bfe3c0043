// A store as a file that any tool can read: JSON lines, each of them an event's stored bytes.
import { canonicalBytes } from "@lcqm/ledger"
import { Stream } from "effect"
import { type EventStore, type ReadError, stampedOf } from "../../event-store/index.ts"

const lineEnd = 10

/**
 * Every event of a store as a line, in the store's order: the event's bytes (RFC 8785) and a line feed. RFC 6962
 * leaf hashes over the lines without their ends give the store's root. Takes constant memory.
 * @example
 * ```ts
 * import { EventStore, exportJsonl } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect, Stream } from "effect"
 * const lines = Effect.flatMap(EventStore, (store) => Stream.runCollect(exportJsonl(store)))
 * await Effect.runPromise(Effect.provide(lines, memoryStore())) // => []
 * ```
 */
export const exportJsonl = (store: EventStore["Service"]): Stream.Stream<Uint8Array, ReadError> =>
  Stream.map(store.readAll({ asStored: true }), (event) => {
    const bytes = canonicalBytes(stampedOf(event))
    const line = new Uint8Array(bytes.length + 1)
    line.set(bytes)
    line[bytes.length] = lineEnd
    return line
  })
