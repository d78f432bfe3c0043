// G11: the next checkpoint, 1,000 events after the last one, of a log so many schools long: what is new is read, the
// proof that the log only grew is made, and the checkpoint is signed.
import { readOn, signLogCheckpoint } from "@lcqm/audit"
import { appendLeaves, emptyRange, hashFromHex, noteSigner, rootOf } from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Stream } from "effect"
import { nationalStore } from "../../workload/national.js"
import { openedSqlite } from "../sqlite/opened.js"

const fresh = 1_000
const signer = noteSigner(nodeHasher, "bench.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))

// The log as it was kept 1,000 events before its end.
const keptBefore = async (store) => {
  const leaves = []
  const positions = []
  await Effect.runPromise(
    Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
      Effect.sync(() => {
        for (const { leafHash, position } of events) {
          leaves.push(hashFromHex(leafHash, "a leaf hash"))
          positions.push(position)
        }
      })
    )
  )
  const size = leaves.length - fresh
  return { range: appendLeaves(nodeHasher, emptyRange, leaves.slice(0, size)), after: positions[size - 1] }
}

export const prepare = async ({ schools }) => {
  const store = await openedSqlite(await nationalStore(schools))
  const kept = await keptBefore(store)
  const request = { hasher: nodeHasher, ed25519: nodeEd25519, signer }
  const { range } = kept
  const then = { size: range.size, headAt: (size) => ({ size, root: rootOf(nodeHasher, range) }) }
  const lastSigned = await signLogCheckpoint({ ...request, log: then })
  return {
    batch: async () => {
      const log = await Effect.runPromise(readOn(store, kept))
      if (log.size !== kept.range.size + fresh) throw new Error(`read ${log.size - kept.range.size} events`)
      await signLogCheckpoint({ ...request, log, lastSigned })
    },
    operations: fresh
  }
}
