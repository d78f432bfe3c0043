// The baseline of appending: the official client, expecting the exact revision. With `sameEvent` the event on the server
// is the one this library stores: under an id made of the leaf hash of its canonical bytes, without which the engine
// could not tell a repeated append from another event. Otherwise under the event's own id, and nothing is computed.
import { hash } from "node:crypto"
import { EventStoreDBClient, jsonEvent } from "@eventstore/db-client"
import { canonicalJson } from "@lcqm/ledger"
import { journeys, prefix, serve } from "./served.js"

const room = Buffer.alloc(4 * 65_536)

const leafHashOf = (event) => {
  const bytes = canonicalJson(event)
  return hash("sha256", room.subarray(0, 1 + room.write(bytes, 1)))
}

const idOf = (/** @type {string} */ leafHash) =>
  `${leafHash.slice(0, 8)}-${leafHash.slice(8, 12)}-8${leafHash.slice(13, 16)}-8${leafHash.slice(17, 20)}-${leafHash.slice(20, 32)}`

export const prepare = async ({ perAppend = 1, sameEvent = false, streams = 240 }) => {
  const client = EventStoreDBClient.connectionString(await serve())
  const waiting = journeys(streams)
  const sent = (event) => {
    const { data, id, metadata, revision, stream, type } = event
    return jsonEvent({
      id: sameEvent ? idOf(leafHashOf(event)) : id,
      type,
      data,
      metadata: { id, stream, revision, metadata }
    })
  }
  return {
    batch: async () => {
      const events = waiting.pop()
      for (let at = 0; at < events.length; at += perAppend) {
        const some = events.slice(at, at + perAppend)
        await client.appendToStream(`${prefix}${some[0].stream}`, some.map(sent), {
          expectedRevision: at === 0 ? "no_stream" : BigInt(at - 1)
        })
      }
    },
    operations: 120,
    batches: streams
  }
}
