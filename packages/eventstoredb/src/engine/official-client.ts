// The official client, @eventstore/db-client, behind the narrow interface. What it does wrong is met here and in
// connection.ts; each point has a test of its name in test/client-defects.
import { EventStoreDBClient, jsonEvent, streamNameFilter } from "@eventstore/db-client"
import type { EngineClient, OpenCall } from "./engine-client.ts"
import { isOfConnection } from "./trouble.ts"

// A buffer for each open call: large enough that a reader does not wait for every event.
const buffered = { highWaterMark: 64 }

// The deadline of an append travels as a time of day, so a clock some seconds behind the server's would fail every
// append. The adapter's own timers end the wait; this one only has to be far away.
const farAway = 24 * 60 * 60 * 1000

interface BatchStream {
  readonly write: unknown
  readonly removeAllListeners: (event: string) => unknown
  readonly on: (event: "error", listener: () => void) => unknown
}

const isBatchStream = (stream: unknown): stream is BatchStream =>
  typeof stream === "object" &&
  stream !== null &&
  typeof Reflect.get(stream, "write") === "function" &&
  typeof Reflect.get(stream, "read") === "function" &&
  typeof Reflect.get(stream, "cancel") === "function"

const ignore = (): void => {}

/**
 * Makes the client lose interest in its appends. All clients of a process keep their pending appends in one place:
 * the end of one client's stream would reject what another is waiting for, and an answer to an append that is no
 * longer known would throw where nobody can catch it.
 */
const silence = (client: EventStoreDBClient): void => {
  const streams: unknown = Reflect.get(client, "disposableStreams")
  if (!(streams instanceof Set)) return
  for (const stream of streams) {
    if (!isBatchStream(stream)) continue
    stream.removeAllListeners("data")
    stream.removeAllListeners("error")
    stream.on("error", ignore)
  }
}

/** Connects the official client. Throws where it cannot read the connection string; see `readConnectionString`. */
export const connectOfficialClient = (connectionString: string): EngineClient => {
  const client = EventStoreDBClient.connectionString(connectionString)
  const read = (
    records: ReturnType<typeof client.readAll> | ReturnType<typeof client.readStream>
  ): OpenCall => ({
    records,
    cancel: () => records.cancel()
  })
  // Of appends fired together on a cold client the first lands last, so they wait for it.
  let warm: Promise<void> | undefined
  let isWarm = false
  return {
    ready: async () => {
      await Reflect.get(client, "capabilities")
    },
    append: (stream, expectedRevision, events) => {
      const send = () =>
        client.appendToStream(
          stream,
          events.map(({ data, id, metadata, type }) =>
            // The client's types ask for records; that these are JSON objects was checked when they were admitted.
            jsonEvent({
              id,
              type,
              data: data as Record<string, unknown>,
              metadata: metadata as Record<string, unknown>
            })
          ),
          { expectedRevision, deadline: farAway }
        )
      const answer = isWarm || warm === undefined ? send() : warm.then(send)
      if (warm === undefined) {
        warm = answer.then(ignore, (error: unknown) => {
          if (isOfConnection(error)) throw error
        })
        // Told to those who wait for it, and to nobody where nobody does.
        warm.then(() => (isWarm = true), ignore)
      }
      return answer.then(({ nextExpectedRevision, position }) => ({
        revision: nextExpectedRevision,
        position
      }))
    },
    readStream: (stream, options) => read(client.readStream(stream, options, buffered)),
    readAll: (options) => read(client.readAll({ ...options, direction: "backwards" }, buffered)),
    subscribe: ({ fromPosition, onCheckpoint, prefix }) => {
      const filter = streamNameFilter({
        prefixes: [prefix],
        checkpointReached: (_, position) => onCheckpoint(position)
      })
      const records = client.subscribeToAll({ fromPosition, filter }, buffered)
      return { records, cancel: () => records.unsubscribe() }
    },
    dispose: () => {
      silence(client)
      return client.dispose()
    }
  }
}
