// Appending through the port: checked, encoded, hashed, appended, answered with what was recorded.
import "effect/schema/SchemaJITCompiler/enable"
import { exactly, noStream } from "@lcqm/core"
import { Effect } from "effect"
import { journeys, openStore, serve } from "./served.js"

export const prepare = async ({ perAppend = 1, streams = 240 }) => {
  const store = await openStore(await serve())
  const waiting = journeys(streams)
  return {
    batch: async () => {
      const events = waiting.pop()
      for (let at = 0; at < events.length; at += perAppend) {
        const some = events.slice(at, at + perAppend)
        const expected = at === 0 ? noStream : exactly(at - 1)
        await Effect.runPromise(store.append(some[0].stream, expected, some))
      }
    },
    operations: 120,
    batches: streams
  }
}
