// A server in a process of its own, filled with events of a store through the adapter; says its connection string, and
// runs until it is ended. Arguments: where the server was built, how many events.
import { codecOf, catalogueOf, eventType, exactly, noStream } from "@lcqm/core"
import { openEventStoreDbStore } from "@lcqm/eventstoredb"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Redacted, Schema } from "effect"

const [build, count] = process.argv.slice(2)
const { startServer } = await import(`file://${build}index.js`)
const Noted = eventType("Noted", 1, "Somebody noted something.", { n: Schema.Finite, note: Schema.String })
const codec = codecOf(catalogueOf([Noted]), nodeHasher)
const perStream = 1_000

const hex = (n, width) => n.toString(16).padStart(width, "0")
const noted = (n, stream, revision) => ({
  id: `00000000-0000-8000-8000-${hex(n, 12)}`,
  stream,
  revision,
  type: Noted.type,
  data: {
    n,
    note: "a note of some length, as an event of this library has it, to be carried over the wire".repeat(2)
  },
  metadata: {
    commandId: `command-${n}`,
    commandDigest: hex(n, 64),
    correlationId: `command-${n}`,
    actor: { person: "p-12345678", role: "SchemeOffice" },
    occurredOn: "2017-06",
    recordedAt: "2017-07-14T02:40:00.000Z",
    salt: hex(n, 32)
  }
})

const server = await startServer()
const fill = Effect.gen(function* () {
  const store = yield* openEventStoreDbStore(codec, Redacted.make(server.connectionString), {
    deadline: 60_000
  })
  for (let first = 0; first < Number(count); first += 500) {
    const stream = `s-${Math.floor(first / perStream)}`
    const revision = first % perStream
    const events = Array.from({ length: Math.min(500, Number(count) - first) }, (_, i) =>
      noted(first + i, stream, revision + i)
    )
    yield* store.append(stream, revision === 0 ? noStream : exactly(revision - 1), events)
  }
})
await Effect.runPromise(Effect.scoped(fill))
console.log(server.connectionString)
process.on("SIGTERM", () => process.exit(0))
