// The baseline of appending: the official client, one event an append, expecting the exact revision.
import { EventStoreDBClient, jsonEvent } from "@eventstore/db-client"
import { journeys, prefix, serve } from "./served.js"

export const prepare = async ({ perAppend = 1, streams = 60 }) => {
  const client = EventStoreDBClient.connectionString(await serve())
  const waiting = journeys(streams)
  return {
    batch: async () => {
      const events = waiting.pop()
      for (let at = 0; at < events.length; at += perAppend) {
        const some = events.slice(at, at + perAppend)
        await client.appendToStream(
          `${prefix}${some[0].stream}`,
          some.map(({ data, id, metadata, revision, stream, type }) =>
            jsonEvent({ id, type, data, metadata: { id, stream, revision, metadata } })
          ),
          { expectedRevision: at === 0 ? "no_stream" : BigInt(at - 1) }
        )
      }
    },
    operations: 120,
    batches: streams
  }
}
