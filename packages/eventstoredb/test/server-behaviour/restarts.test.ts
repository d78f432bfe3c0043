// A node that goes away and comes back, killed or shut down: what calls in flight see of it, and what is still there.
import { CancelledError, NO_STREAM, START, UnavailableError } from "@eventstore/db-client"
import { describe, expect, it } from "vitest"
import { append, connected, failureOf, numbers, readStream, patient } from "./connected.ts"
import { followStream } from "./following.ts"

describe.each([
  { how: "killed", failure: UnavailableError },
  { how: "shut-down", failure: CancelledError }
] as const)("a node that is $how", ({ how, failure }) => {
  it("fails an append that waits, and a subscription, and has all that was committed when it is back", async () => {
    const { server, client } = await connected()
    await append(client, "s", NO_STREAM, [0])
    const followed = followStream(client, "s", { fromRevision: START })
    await followed.until(["confirmation", 0, "caughtUp"])
    server.faults.place({ on: "append", moment: "after", how: "silence" })
    const waiting = failureOf(append(client, "s", 0n, [1]))
    await expect.poll(() => server.recorded(), patient).toBe(2)
    await server.restart(how)
    expect(await waiting).toBeInstanceOf(failure)
    expect(await followed.failed).toBeInstanceOf(failure)
    expect(numbers(await readStream(client, "s"))).toEqual([0, 1])
    const { nextExpectedRevision } = await append(client, "s", 0n, [1])
    expect(nextExpectedRevision).toBe(1n)
  })
})

it("refuses connections once it is stopped, and lets the process end", async () => {
  const { server, client } = await connected()
  await append(client, "s", NO_STREAM, [0])
  await server.stop()
  await failureOf(append(client, "s", 0n, [1]))
  // The question about the server's features fails first, and the client passes its failure on as it is.
  expect(await failureOf(append(client, "s", 0n, [1]))).toMatchObject({ code: 14 })
  expect(server.calls().open).toBe(0)
})
