// TLS, and callers who have to say who they are.
import { AccessDeniedError, NO_STREAM, UnavailableError } from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { startCluster, startServer } from "../server/index.ts"
import { append, clientOf, closing, connected, failureOf, numbers, readStream } from "./connected.ts"

const credentials = { username: "someone", password: "p@ss:w/rd%" }

describe("a server under TLS", () => {
  it.each([true, false])(
    "serves who gives the right name and password (batches: %s)",
    async (batchAppend) => {
      const { client } = await connected({ tls: true, credentials, batchAppend })
      await append(client, "s", NO_STREAM, [0])
      expect(numbers(await readStream(client, "s"))).toEqual([0])
    }
  )

  it.each([true, false])("denies who gives none, or wrong ones (batches: %s)", async (batchAppend) => {
    const server = await startServer({ tls: true, credentials, batchAppend })
    closing(() => server.stop())
    const bare = `127.0.0.1:${server.port}?tlsCAFile=${server.certificateFile}`
    for (const connectionString of [`esdb://${bare}`, `esdb://someone:wrong@${bare}`]) {
      const client = clientOf(connectionString)
      expect(await failureOf(append(client, "s", NO_STREAM, [0]))).toBeInstanceOf(AccessDeniedError)
      expect(await failureOf(readStream(client, "s"))).toBeInstanceOf(AccessDeniedError)
    }
    expect(server.recorded()).toBe(0)
  })

  it("cannot be reached by who does not trust its certificate", async () => {
    const server = await startServer({ tls: true })
    closing(() => server.stop())
    const client = clientOf(`esdb://127.0.0.1:${server.port}`)
    expect(await failureOf(readStream(client, "s"))).toBeInstanceOf(UnavailableError)
  })

  it("gossips as a cluster to who knows all nodes", async () => {
    const cluster = await startCluster({ tls: true, credentials })
    closing(() => cluster.stop())
    const client = clientOf(cluster.connectionString)
    await append(client, "s", NO_STREAM, [0])
    expect(cluster.nodes.map((node) => node.calls().appends)).toEqual([1, 0, 0])
  })
})
