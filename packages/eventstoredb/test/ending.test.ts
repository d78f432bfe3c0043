// A program that closes its store ends: nothing of the client keeps it alive.
import { spawn } from "node:child_process"
import { describe, expect, it } from "vitest"
import { withServer } from "./opened.ts"

const program = (connectionString: string) => `
import { EventStore } from "@lcqm/core"
import { eventStoreDbStore } from "@lcqm/eventstoredb"
import { Effect, Stream } from "effect"
const use = Effect.gen(function* () {
  const store = yield* EventStore
  yield* Effect.forkChild(Stream.runDrain(store.subscribe("start")))
  yield* store.head()
  yield* Effect.sleep(50)
})
const store = eventStoreDbStore(${JSON.stringify(connectionString)}, { patience: 100 })
const exit = await Effect.runPromiseExit(Effect.provide(use, store))
console.log(exit._tag)
`

/** Runs a program of its own; answers with what it said, how it ended, and how long it lived on after that. */
const run = (source: string) =>
  new Promise<{ readonly said: string; readonly code: number | null }>((resolve) => {
    const child = spawn(process.execPath, ["--input-type=module", "-e", source], { cwd: import.meta.dirname })
    let said = ""
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()))
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()))
    const timer = setTimeout(() => child.kill("SIGKILL"), 20_000)
    child.on("exit", (code) => {
      clearTimeout(timer)
      resolve({ said, code })
    })
  })

describe("a program with a subscription open", () => {
  it("ends by itself once its store is closed, which a client that is not disposed of would not let it", () =>
    withServer(async (server) => {
      expect(await run(program(server.connectionString))).toEqual({ said: "Success\n", code: 0 })
    }))

  it("ends by itself where the server was never there", async () => {
    expect(await run(program("esdb://127.0.0.1:9?tls=false"))).toEqual({ said: "Failure\n", code: 0 })
  })
})
