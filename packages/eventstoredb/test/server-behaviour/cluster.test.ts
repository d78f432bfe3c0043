// Several nodes over one log: whom the client finds, who takes what, and what happens when another is to lead.
import { NO_STREAM, NotLeaderError, UnavailableError } from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { type ClusterOptions, type RunningCluster, startCluster } from "../server/index.ts"
import { append, clientOf, closing, failureOf, numbers, readStream } from "./connected.ts"

const started = async (options: ClusterOptions = {}): Promise<RunningCluster> => {
  const cluster = await startCluster(options)
  closing(() => cluster.stop())
  return cluster
}

const appendsOf = (cluster: RunningCluster) => cluster.nodes.map((node) => node.calls().appends)

describe("a cluster", () => {
  it("leads a client that knows all nodes to the one that leads", async () => {
    const cluster = await started()
    const client = clientOf(cluster.connectionString)
    await append(client, "s", NO_STREAM, [0])
    expect(appendsOf(cluster)).toEqual([1, 0, 0])
  })

  it("leads a client that discovers, and one that prefers a follower", async () => {
    const cluster = await started()
    const [, { port } = { port: 0 }] = cluster.nodes
    const discovering = clientOf(`esdb+discover://127.0.0.1:${port}?tls=false`)
    await append(discovering, "s", NO_STREAM, [0])
    expect(appendsOf(cluster)).toEqual([1, 0, 0])
    const preferring = clientOf(`${cluster.connectionString}&nodePreference=follower`)
    await readStream(preferring, "s")
    expect(cluster.nodes.map((node) => node.calls().reads)[0]).toBe(0)
  })

  it("passes a write on from a follower, and refuses it with the leader's address when the leader is asked for", async () => {
    const cluster = await started()
    const [leader, follower] = cluster.nodes
    const client = clientOf(follower?.connectionString ?? "")
    await append(client, "s", NO_STREAM, [0])
    const failure = await failureOf(
      client.appendToStream("s", [], {
        expectedRevision: 0n,
        requiresLeader: true,
        credentials: { username: "a", password: "b" }
      })
    )
    expect(failure).toBeInstanceOf(NotLeaderError)
    expect(failure).toMatchObject({ leader: { address: "127.0.0.1", port: leader?.port } })
    // The client has gone there.
    await append(client, "s", 0n, [1])
    expect(appendsOf(cluster)).toEqual([1, 2, 0])
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1])
  })

  it.each([true, false])(
    "refuses writes at a read-only replica, and answers reads there (batches: %s)",
    async (batchAppend) => {
      const cluster = await started({ roles: ["leader", "read-only-replica"], batchAppend })
      const client = clientOf(cluster.nodes[1]?.connectionString ?? "")
      expect(await failureOf(append(client, "s", NO_STREAM, [0]))).toBeInstanceOf(NotLeaderError)
      await append(client, "s", NO_STREAM, [0])
      const replica = clientOf(`${cluster.nodes[1]?.connectionString}&keepAliveInterval=20000`)
      expect(numbers(await readStream(replica, "s"))).toEqual([0])
      expect(cluster.nodes[0]?.recorded()).toBe(1)
    }
  )

  it("takes no write while nobody leads, and goes on once another was elected", async () => {
    const cluster = await started()
    const client = clientOf(cluster.connectionString)
    await append(client, "s", NO_STREAM, [0])
    await cluster.nodes[0]?.stop()
    const follower = clientOf(cluster.nodes[1]?.connectionString ?? "")
    await failureOf(append(follower, "s", 0n, [1]))
    expect(cluster.nodes[1]?.recorded()).toBe(1)
    cluster.elect(1)
    await append(client, "s", 0n, [1]).catch((failure: unknown) =>
      expect(failure).toBeInstanceOf(UnavailableError)
    )
    await append(client, "s", 0n, [1])
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1])
    await cluster.nodes[0]?.restart()
  })
})
