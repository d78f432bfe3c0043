// The baseline of reading a stream: the official client, which parses the JSON and no more. With `validated` each event
// is put together and decoded by the codec too, as whoever reads without this adapter would.
import "effect/schema/SchemaJITCompiler/enable"
import { EventStoreDBClient } from "@eventstore/db-client"
import { codecOf, lcqmCatalogue } from "@lcqm/core"
import { canonicalJson, leafHashHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { Result } from "effect"
import { filled, journeys, prefix } from "./served.js"

const codec = codecOf(lcqmCatalogue, nodeHasher)
const utf8 = new TextEncoder()

/** The event as the codec reads it. */
export const decoded = ({ data, metadata, position, revision, streamId, type }) => {
  const text = canonicalJson({ ...metadata, data, type })
  const leafHash = leafHashHex(nodeHasher, utf8.encode(text))
  const stored = {
    stream: streamId.slice(prefix.length),
    revision: Number(revision),
    position: String(position?.commit ?? 0n).padStart(20, "0"),
    leafHash
  }
  return Result.getOrThrow(codec.decode(text, stored))
}

export const prepare = async ({ streams = 20, validated = false }) => {
  const { connectionString } = await filled(streams)
  const client = EventStoreDBClient.connectionString(connectionString)
  const names = journeys(streams).map(([{ stream }]) => `${prefix}${stream}`)
  let seen = 0
  return {
    batch: async () => {
      for (const name of names) {
        seen = 0
        for await (const { event } of client.readStream(name)) {
          if (validated) decoded(event)
          seen += 1
        }
      }
    },
    operations: 120 * streams,
    found: () => seen
  }
}
