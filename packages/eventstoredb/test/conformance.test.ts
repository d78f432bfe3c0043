// The EventStoreDB store is put to the whole contract, against the server in test/server; and against a real one, or a
// cluster, where LCQM_EVENTSTOREDB_URL names it.
import { describeEventStore } from "@lcqm/testing/store"
import { Effect } from "effect"
import { afterAll } from "vitest"
import { seenInDocs } from "../../testing/test/store/seen-in-docs.ts"
import { eventStoreDb } from "./adapter.ts"
import { startServer } from "./server/index.ts"

const real = process.env["LCQM_EVENTSTOREDB_URL"]
const server = real === undefined ? await startServer() : undefined
afterAll(() => server?.stop())

describeEventStore(
  eventStoreDb(
    server?.connectionString ?? real ?? "",
    server === undefined ? {} : { dropConnections: Effect.sync(() => server.faults.cutConnections()) }
  ),
  { seen: seenInDocs }
)
