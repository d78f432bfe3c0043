// Opens Lcqm over a memory store for the variants that measure commands, with Effect's compiled decoders on, as the
// command line has them, and under the fixed surroundings all variants share.
import "effect/schema/SchemaJITCompiler/enable"
import { codecOf, EventStore, exactly, lcqmCatalogue, noStream } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore } from "@lcqm/memory/portable"
import { Effect, Layer } from "effect"
import { fixedSurroundings } from "./workload.js"

const mostEventsPerAppend = 1_000

/** @param {{ cached?: boolean, cachedStreams?: number }} options */
export const opened = ({ cached = true } = {}) => {
  const store = makeMemoryStore(codecOf(lcqmCatalogue, nodeHasher))
  const { now, salt } = fixedSurroundings()
  return {
    store,
    layer: Layer.succeed(EventStore, store),
    options: { now: () => Date.parse(now), randomBytes: salt, ...(cached ? {} : { cachedStreams: 0 }) },
    fill: async (/** @type {string} */ stream, /** @type {ReadonlyArray<object>} */ events) => {
      for (let from = 0; from < events.length; from += mostEventsPerAppend) {
        const expected = from === 0 ? noStream : exactly(from - 1)
        await Effect.runPromise(
          store.append(stream, expected, events.slice(from, from + mostEventsPerAppend))
        )
      }
    }
  }
}
