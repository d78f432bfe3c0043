// A thread that opens a file, as a store or as a key ring, and closes it, whatever comes of it. It runs what `npm run build`
// has made: Node 20 runs no TypeScript.
import { codecOf, lcqmCatalogue } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { openKeyRingWithoutMasterKey, openSqliteStore } from "@lcqm/sqlite"
import { Effect } from "effect"
import { workerData } from "node:worker_threads"

const { keyRing, store } = workerData
const opened =
  store === undefined
    ? openKeyRingWithoutMasterKey(keyRing, { patience: 0 })
    : openSqliteStore(codecOf(lcqmCatalogue, nodeHasher), store)
await Effect.runPromise(Effect.ignore(Effect.scoped(opened)))
