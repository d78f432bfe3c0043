// An EventStoreDB server for tests, in the same process: it speaks the engine's streams protocol, on the service
// definitions that the client package ships, so that the real client, unmodified, runs against it.
import type { Faults } from "./faults.ts"
import type { ServerOptions } from "./options.ts"

export type { Ending, Fault, Faults, Placed } from "./faults.ts"
export type { ServerOptions } from "./options.ts"

/** A server that is listening on loopback. */
export interface RunningServer {
  /** For the client: `esdb://127.0.0.1:port?tls=false`, with credentials and the certificate's file where those were asked for. */
  readonly connectionString: string
  readonly port: number
  readonly faults: Faults
  /** How many events are recorded, the engine's own not counted. */
  readonly recorded: () => number
  /** How many calls are open now, and how many there have been, by kind. */
  readonly calls: () => {
    readonly open: number
    readonly appends: number
    readonly reads: number
    readonly subscriptions: number
  }
  /** Kills the node and starts it again on the same port with all it has recorded. Its memory of recent ids is lost. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

/** Starts a server. */
export const startServer = (_options: ServerOptions = {}): Promise<RunningServer> =>
  Promise.reject(new Error("The server is not built yet: only its face is."))
