// One node: its services on its port, over a log that may be other nodes' too.
import { randomUUID } from "node:crypto"
import type * as Grpc from "@grpc/grpc-js"
import { Counts } from "./counts.ts"
import { FaultBoard } from "./fault-board.ts"
import type { RunningServer } from "./index.ts"
import { listen, type Listening } from "./listening.ts"
import type { Log } from "./log/log.ts"
import type { Membership } from "./membership.ts"
import type { ServerOptions } from "./options.ts"
import { serveAppend } from "./protocol/append.ts"
import { serveBatchAppend } from "./protocol/batch-append.ts"
import { GossipService, ServerFeaturesService, StreamsService } from "./protocol/definitions.ts"
import { serveDelete, serveTombstone } from "./protocol/delete.ts"
import { serveFeatures } from "./protocol/features.ts"
import { serveGossip } from "./protocol/gossip.ts"
import type { Node, Role } from "./protocol/node.ts"
import { serveRead } from "./protocol/read.ts"
import type { Transport } from "./transport.ts"

/** Where the node stands. */
export interface Place {
  readonly membership: Membership
  readonly role: Role
  readonly transport: Transport
}

export const startNode = async (
  log: Log,
  options: ServerOptions,
  { membership, role, transport }: Place
): Promise<RunningServer> => {
  const id = randomUUID()
  let listening: Listening | undefined
  const counts = new Counts()
  const faults = new FaultBoard(() => listening?.cutConnections())
  const node: Node = { ...settings(options), log, id, membership, faults, counts }
  const start = async (port: number) => {
    listening = await listen(port, transport.credentials, (server) => serve(server, node))
    return listening.port
  }
  const port = await start(options.port ?? 0)
  membership.join(id, { host: "127.0.0.1", port }, role)
  const stop = async (how: "killed" | "shut-down") => {
    membership.setAlive(id, false)
    await listening?.close(how)
  }
  return {
    connectionString: transport.connectionString([{ port }]),
    port,
    certificateFile: transport.certificateFile,
    faults: faults.face(),
    recorded: () => log.recorded,
    calls: () => ({
      open: counts.open,
      appends: counts.appends,
      reads: counts.reads,
      subscriptions: counts.subscriptions,
      fellBehind: counts.fellBehind,
      waiting: counts.waiting
    }),
    restart: async (how = "killed") => {
      await stop(how)
      log.recent.forget()
      await start(port)
      membership.setAlive(id, true)
    },
    stop: () => stop("killed")
  }
}

const settings = (options: ServerOptions) => ({
  limits: {
    maxAppendBytes: options.maxAppendBytes ?? 1024 * 1024,
    maxEventBytes: options.maxEventBytes ?? 16 * 1024 * 1024
  },
  version: options.version ?? "23.10.8",
  batchAppend: options.batchAppend ?? true,
  liveBuffer: options.liveBuffer ?? 32,
  credentials: options.credentials
})

const serve = (server: Grpc.Server, node: Node): void => {
  server.addService(StreamsService, {
    read: serveRead(node),
    append: serveAppend(node),
    delete: serveDelete(node),
    tombstone: serveTombstone(node),
    batchAppend: serveBatchAppend(node)
  })
  server.addService(GossipService, { read: serveGossip(node) })
  server.addService(ServerFeaturesService, { getSupportedMethods: serveFeatures(node) })
}
