// What both sides of a comparison run against: the tests' own server, in a process of its own, filled the same.
import { codecOf, exactly, lcqmCatalogue, noStream } from "@lcqm/core"
import { openEventStoreDbStore } from "@lcqm/eventstoredb"
import { nodeHasher } from "@lcqm/ledger/node"
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Effect, Redacted, Scope } from "effect"
import { journey, restamped } from "../../workload/stored.js"

const server = fileURLToPath(
  new URL("../../../packages/eventstoredb/test/server/dist/index.js", import.meta.url)
)

/** The prefix of the streams, as they are called on the server. */
export const prefix = "bench."

/** Starts a server; it ends with this process. */
export const serve = () =>
  new Promise((resolve) => {
    const program = `const { startServer } = await import(${JSON.stringify(server)})
      process.stdin.on("end", () => process.exit(0)).resume()
      console.log((await startServer()).connectionString)`
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["pipe", "pipe", "inherit"]
    })
    child.stdout.once("data", (chunk) => resolve(String(chunk).trim()))
    process.once("exit", () => child.kill("SIGKILL"))
  })

/** Opens our store there, for as long as the process runs. */
export const openStore = (/** @type {string} */ connectionString) =>
  Effect.runPromise(
    Effect.flatMap(Scope.make(), (scope) =>
      Scope.provide(
        openEventStoreDbStore(codecOf(lcqmCatalogue, nodeHasher), Redacted.make(connectionString), {
          prefix: "bench"
        }),
        scope
      )
    )
  )

/** Journeys to append or to read, so many of them, each a stream of its own. */
export const journeys = (/** @type {number} */ count) => {
  const events = journey()
  return Array.from({ length: count }, (_, nth) => restamped(events, nth))
}

/** A server that holds so many journeys. */
export const filled = async (/** @type {number} */ count) => {
  const connectionString = await serve()
  const store = await openStore(connectionString)
  for (const events of journeys(count)) {
    const [{ revision, stream }] = events
    const expected = revision === 0 ? noStream : exactly(revision - 1)
    await Effect.runPromise(store.append(stream, expected, events))
  }
  return { connectionString, store }
}
