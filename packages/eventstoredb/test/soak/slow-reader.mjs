// Follows a store with a handler that takes its time, and reports what was held on the way. Arguments: the server's
// connection string, how many events there are.
import { codecOf, catalogueOf, eventType } from "@lcqm/core"
import { openEventStoreDbStore } from "@lcqm/eventstoredb"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Redacted, Schema, Stream } from "effect"

const [connectionString, count] = process.argv.slice(2)
const Noted = eventType("Noted", 1, "Somebody noted something.", { n: Schema.Finite, note: Schema.String })
const codec = codecOf(catalogueOf([Noted]), nodeHasher)
const total = Number(count)
const every = Math.max(1, Math.floor(total / 20))

let [seen, inOrder] = [0, true]
const heldMegabytes = []
const began = Date.now()
const handle = (event) => {
  inOrder &&= event.data.n === seen
  seen += 1
  if (seen % every === 0) {
    globalThis.gc()
    const { external, heapUsed } = process.memoryUsage()
    const held = Math.round((heapUsed + external) / 1e5) / 10
    heldMegabytes.push(held)
    console.error(`${seen} of ${total} events, ${held} MB held`)
  }
  // Slow: a pause of a millisecond after every hundred events, beside what the event itself costs.
  return seen % 100 === 0 ? Effect.sleep(1) : Effect.void
}
const follow = Effect.gen(function* () {
  const store = yield* openEventStoreDbStore(codec, Redacted.make(connectionString), { deadline: 60_000 })
  yield* store.subscribe("start").pipe(
    Stream.filter((delivery) => delivery._tag === "Event"),
    Stream.take(total),
    Stream.runForEach(({ event }) => handle(event))
  )
})
await Effect.runPromise(Effect.scoped(follow))
console.log(
  JSON.stringify({ seen, inOrder, heldMegabytes, seconds: Math.round((Date.now() - began) / 1000) })
)
