// An EventStoreDB server for tests, in the same process: it speaks the engine's streams protocol, on the service
// definitions that the client package ships, so that the real client, unmodified, runs against it.
import type { Faults } from "./faults.ts"
import { Membership } from "./membership.ts"
import { newLog, type ServerOptions } from "./options.ts"
import { startNode } from "./start-node.ts"
import { transportOf } from "./transport.ts"

export { type ClusterOptions, type RunningCluster, startCluster } from "./cluster.ts"
export type { Ending, Fault, Faults, Placed } from "./faults.ts"
export type { ServerOptions } from "./options.ts"

/** A server that is listening on loopback. */
export interface RunningServer {
  /** For the client, as it is: `esdb://127.0.0.1:port?tls=false`, or with credentials and the certificate's file. */
  readonly connectionString: string
  readonly port: number
  /** Under TLS, where the certificate is that a client is to trust. */
  readonly certificateFile: string | undefined
  readonly faults: Faults
  /** How many events are recorded, the engine's own not counted. */
  readonly recorded: () => number
  readonly calls: () => Calls
  /**
   * Stops the node and starts it again on the same port with all it has recorded; its memory of recent ids is lost.
   * `killed`, the default, cuts its connections; `shut-down` ends each call as cancelled.
   */
  readonly restart: (how?: "killed" | "shut-down") => Promise<void>
  readonly stop: () => Promise<void>
}

/** The calls that a node has had. */
export interface Calls {
  /** Streams of appends, reads and subscriptions that are open now. */
  readonly open: number
  readonly appends: number
  readonly reads: number
  readonly subscriptions: number
  /** How often a live subscription fell back to reading the log because its reader was too slow. */
  readonly fellBehind: number
  /** Messages that wait in the server for slow readers: few for each, however much there is to read. */
  readonly waiting: number
}

/** Starts a server of one node. */
export const startServer = async (options: ServerOptions = {}): Promise<RunningServer> => {
  const transport = transportOf(options)
  const place = { membership: new Membership(), role: "leader", transport } as const
  const node = await startNode(newLog(options), options, place)
  return {
    ...node,
    stop: async () => {
      await node.stop()
      transport.close()
    }
  }
}
