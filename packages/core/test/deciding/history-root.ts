// The root of a history by its events, as whoever signs on it computes it.
import { hashFromHex, merkleRoot, toHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"

/** RFC 6962 root over the events' leaf hashes, in hexadecimal. */
export const historyRoot = (events: ReadonlyArray<{ readonly leafHash: string }>): string =>
  toHex(
    merkleRoot(
      nodeHasher,
      events.map(({ leafHash }) => hashFromHex(leafHash, "a leaf hash"))
    )
  )
