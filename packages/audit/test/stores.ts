// Stores with a history in them, the operator's key, and award files made of both. The key is of a fixed seed: never
// for real signing.
import {
  codecOf,
  type EventStore,
  exactly,
  lcqmCatalogue,
  noStream,
  type Recorded,
  stampedOf
} from "@lcqm/core"
import { noteSigner } from "@lcqm/ledger"
import { nodeEd25519, nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore } from "@lcqm/memory"
import { given, school, scheme, smallWorld } from "@lcqm/testing/given-when-then"
import { Effect } from "effect"
import {
  type AwardFile,
  makeAwardFile,
  type SchoolHistory,
  schoolHistory,
  type Seal,
  signLogCheckpoint,
  storeLog
} from "@lcqm/audit"

export type Store = EventStore["Service"]
export const codec = codecOf(lcqmCatalogue, nodeHasher)
export const operator = noteSigner(
  nodeHasher,
  "log.example/mark",
  "ed25519",
  nodeEd25519Signer(new Uint8Array(32).fill(7))
)

/** A new store that holds these events, which are the first of a store, in its order. */
export const storeHolding = (events: ReadonlyArray<Recorded>): Store => {
  const store = makeMemoryStore(codec)
  for (const event of events) {
    const expected = event.revision === 0 ? noStream : exactly(event.revision - 1)
    Effect.runSync(store.append(event.stream, expected, [stampedOf(event)]))
  }
  return store
}

/** The small world's store at a stage of its main road. */
export const storeAt = (stage: Parameters<typeof smallWorld.at>[0]): Store =>
  storeHolding(given(smallWorld.at(stage)).events)

/** A seal by the operator over the whole log. */
export const sealOf = async (store: Store, signer = operator): Promise<Seal> => {
  const log = await Effect.runPromise(storeLog(store))
  const request = { hasher: nodeHasher, ed25519: nodeEd25519, signer, log }
  return { log, size: log.size, checkpoint: await signLogCheckpoint(request), signer }
}

/** The award file of a school, sealed unless another seal is given. */
export const sealedFile = async (
  store: Store,
  of = school,
  by = scheme,
  signer = operator
): Promise<AwardFile> => {
  const seal = await sealOf(store, signer)
  return Effect.runPromise(makeAwardFile(store, { scheme: by, school: of, seal }))
}

/** The award file of a school with nothing signed in it. */
export const plainFile = (store: Store, of = school): Promise<AwardFile> =>
  Effect.runPromise(makeAwardFile(store, { scheme, school: of }))

/** The history of a school in a store. */
export const historyOf = (store: Store, of = school): SchoolHistory =>
  Effect.runSync(schoolHistory(store, { scheme, school: of }))
