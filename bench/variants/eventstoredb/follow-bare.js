// The baseline of catching up: the official client's filtered subscription, from the beginning to the last event.
import "effect/schema/SchemaJITCompiler/enable"
import { EventStoreDBClient, streamNameFilter } from "@eventstore/db-client"
import { decoded } from "./read-bare.js"
import { filled, prefix } from "./served.js"

export const prepare = async ({ streams = 40, validated = false }) => {
  const { connectionString } = await filled(streams)
  const client = EventStoreDBClient.connectionString(connectionString)
  let seen = 0
  const catchUp = () =>
    new Promise((resolve, reject) => {
      seen = 0
      const subscription = client.subscribeToAll({ filter: streamNameFilter({ prefixes: [prefix] }) })
      subscription.on("error", reject)
      subscription.on("data", ({ event }) => {
        if (validated) decoded(event)
        seen += 1
        if (seen === 120 * streams) resolve(subscription.unsubscribe())
      })
    })
  return { batch: catchUp, operations: 120 * streams, found: () => seen }
}
