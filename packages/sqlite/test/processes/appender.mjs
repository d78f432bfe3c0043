// A program of its own that appends to a store's file, one append after the other, and says after each, on
// standard output, how many of its events are acknowledged. Where another was there first it goes on behind it. It
// runs what `npm run build` has made: Node 20 runs no TypeScript. What it is to do comes as JSON in its argument.
import { catalogueOf, codecOf, eventType, exactly, noStream, projectionsOver } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { openReadModels, openSqliteStore, tableProjection } from "@lcqm/sqlite"
import { Effect, Schema } from "effect"
import { writeSync } from "node:fs"

const { bookmark, count, durability, firstId, path, perAppend, stream } = JSON.parse(process.argv[2])
const Noted = eventType("Noted", 1, "Somebody noted something.", { n: Schema.Finite, note: Schema.String })
const inHex = (n, width) => n.toString(16).padStart(width, "0")

const noted = (n, revision) => ({
  id: `00000000-0000-8000-8000-${inHex(n, 12)}`,
  stream,
  revision,
  type: Noted.type,
  data: { n, note: `note ${n}` },
  metadata: {
    commandId: `command-${n}`,
    commandDigest: inHex(n, 64),
    correlationId: `command-${n}`,
    actor: { person: "p-12345678", role: "SchemeOffice" },
    occurredOn: "2017-06",
    recordedAt: "2017-07-14T02:40:00.000Z",
    salt: inHex(n, 32)
  }
})

// The read model of the crash test: how many events there are, kept beside them.
const counted = tableProjection(
  { name: "counted", version: 1, tables: { counted: "one INTEGER PRIMARY KEY, events INTEGER NOT NULL" } },
  {
    [Noted.type]: (rows) =>
      rows.run("INSERT INTO counted VALUES (1, 1) ON CONFLICT DO UPDATE SET events = events + 1")
  }
)

const program = Effect.gen(function* () {
  const store = yield* openSqliteStore(codecOf(catalogueOf([Noted]), nodeHasher), path, { durability })
  const { models } = yield* projectionsOver(
    store,
    bookmark ? { counted: (yield* openReadModels(path)).keep(counted) } : {}
  )
  const head = yield* store.head(stream)
  let next = head.revision === "none" ? 0 : head.revision + 1
  for (let written = 0; written < count; written += perAppend) {
    const append = Effect.suspend(() => {
      const events = Array.from({ length: perAppend }, (_, i) => noted(firstId + written + i, next + i))
      return store.append(stream, next === 0 ? noStream : exactly(next - 1), events)
    })
    const behindOthers = Effect.catchTag(append, "WrongExpectedRevision", ({ actual }) =>
      Effect.suspend(() => {
        next = actual === "none" ? 0 : actual + 1
        return behindOthers
      })
    )
    const { events } = yield* behindOthers
    next = events.at(-1).revision + 1
    writeSync(1, `${written + perAppend}\n`)
    if (models.counted !== undefined) yield* models.counted.catchUp
  }
})

await Effect.runPromise(Effect.scoped(program))
