// Reading a stream through the port: every event's hash checked, decoded, validated, frozen.
import "effect/schema/SchemaJITCompiler/enable"
import { Effect } from "effect"
import { filled, journeys } from "./served.js"

export const prepare = async ({ streams = 20 }) => {
  const { store } = await filled(streams)
  const names = journeys(streams).map(([{ stream }]) => stream)
  let seen = 0
  return {
    batch: async () => {
      for (const name of names) {
        const { events } = await Effect.runPromise(store.readStream(name))
        seen = events.length
      }
    },
    operations: 120 * streams,
    found: () => seen
  }
}
