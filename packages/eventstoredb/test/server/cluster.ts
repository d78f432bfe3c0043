// Several nodes over one log: one leads, the others follow, and a test says when that changes.
import type { RunningServer } from "./index.ts"
import { Membership } from "./membership.ts"
import { newLog, type ServerOptions } from "./options.ts"
import type { Role } from "./protocol/node.ts"
import { startNode } from "./start-node.ts"
import { transportOf } from "./transport.ts"

export interface ClusterOptions extends Omit<ServerOptions, "port"> {
  /** What each node is at first: one leader and two followers unless said. */
  readonly roles?: ReadonlyArray<Role>
  /** The first node's port, the others' following; free ones unless said. */
  readonly port?: number
}

export interface RunningCluster {
  /** Names every node, so that the client asks them who leads. */
  readonly connectionString: string
  readonly nodes: ReadonlyArray<RunningServer>
  /** Makes another node the leader, by its place among the nodes. */
  readonly elect: (node: number) => void
  readonly stop: () => Promise<void>
}

/** Starts a cluster on loopback. */
export const startCluster = async (options: ClusterOptions = {}): Promise<RunningCluster> => {
  const { roles = ["leader", "follower", "follower"], port = 0, ...rest } = options
  const log = newLog(rest)
  const membership = new Membership()
  const transport = transportOf(rest)
  const nodes: Array<RunningServer> = []
  for (const [index, role] of roles.entries())
    nodes.push(
      await startNode(log, { ...rest, port: port === 0 ? 0 : port + index }, { membership, role, transport })
    )
  return {
    connectionString: transport.connectionString(nodes),
    nodes,
    elect: (node) => membership.elect(membership.members()[node]?.id ?? ""),
    stop: async () => {
      for (const node of nodes) await node.stop()
      transport.close()
    }
  }
}
