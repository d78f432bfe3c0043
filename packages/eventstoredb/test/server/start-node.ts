// One node: its services on its port, over a log that may be another node's too.
import type * as Grpc from "@grpc/grpc-js"
import { Counts } from "./counts.ts"
import { FaultBoard } from "./fault-board.ts"
import type { RunningServer } from "./index.ts"
import { listen, type Listening } from "./listening.ts"
import type { Log } from "./log/log.ts"
import { newNodeId, type ServerOptions } from "./options.ts"
import { serveAppend } from "./protocol/append.ts"
import { serveBatchAppend } from "./protocol/batch-append.ts"
import { grpc, GossipService, ServerFeaturesService, StreamsService } from "./protocol/definitions.ts"
import { serveDelete, serveTombstone } from "./protocol/delete.ts"
import { serveFeatures } from "./protocol/features.ts"
import { serveGossip } from "./protocol/gossip.ts"
import type { Node } from "./protocol/node.ts"
import { serveRead } from "./protocol/read.ts"

const host = "127.0.0.1"

export const startNode = async (log: Log, options: ServerOptions): Promise<RunningServer> => {
  let listening: Listening | undefined
  const faults = new FaultBoard(() => listening?.cutConnections())
  const counts = new Counts()
  const id = newNodeId()
  let port = options.port ?? 0
  const node: Node = {
    log,
    limits: {
      maxAppendBytes: options.maxAppendBytes ?? 1024 * 1024,
      maxEventBytes: options.maxEventBytes ?? 16 * 1024 * 1024
    },
    version: options.version ?? "23.10.8",
    batchAppend: options.batchAppend ?? true,
    liveBuffer: options.liveBuffer ?? 32,
    credentials: options.credentials,
    role: () => "leader",
    leader: () => ({ host, port }),
    members: () => [{ host, port, id, role: "leader", alive: true }],
    faults,
    counts
  }
  const start = async () => {
    listening = await listen(port, grpc.ServerCredentials.createInsecure(), (server) => serve(server, node))
    ;({ port } = listening)
  }
  await start()
  return {
    connectionString: `esdb://${host}:${port}?tls=false`,
    port,
    faults: faults.face(),
    recorded: () => log.records.filter((record) => !record.stream.startsWith("$")).length,
    calls: () => ({
      open: counts.open,
      appends: counts.appends,
      reads: counts.reads,
      subscriptions: counts.subscriptions,
      fellBehind: counts.fellBehind
    }),
    restart: async (how = "killed") => {
      await listening?.close(how)
      log.recent.forget()
      await start()
    },
    stop: async () => listening?.close("killed")
  }
}

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
