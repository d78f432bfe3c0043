// The EventStoreDB store as the conformance suite asks for it: a place is a prefix of its own on one server.
import { memoryStoreWith } from "@lcqm/memory"
import type { StoreAdapter } from "@lcqm/testing/store"
import { randomBytes } from "node:crypto"
import { eventStoreDbStoreWith } from "../src/index.ts"

/** A server's prefix that no earlier run has used: a real one keeps what was written. */
const run = `t${randomBytes(4).toString("hex")}`

/** The prefix of a place, as the suite names it. */
export const prefixOf = (place: string): string => `${run}_${place.replaceAll("-", "_")}`

/**
 * The store on a server. The engine compares ids within a stream, and behind its end only (I03, I06, I16), and keeps no
 * file that is ours to move, migrate or kill (L02, L04, L06, L07).
 */
export const eventStoreDb = (
  connectionString: string,
  more: Pick<StoreAdapter, "dropConnections"> = {}
): StoreAdapter => ({
  name: "eventstoredb",
  store: (codec, place) => eventStoreDbStoreWith(codec, connectionString, { prefix: prefixOf(place) }),
  declared: ["I03", "I06", "I16", "L02", "L04", "L06", "L07"],
  // Every step is a round trip here: fewer histories than a store in memory gets, unless more are asked for.
  runs: Number(process.env["LCQM_HISTORIES"] ?? 15),
  patience: 30_000,
  against: {
    name: "memory",
    store: memoryStoreWith,
    declared: ["I17", "L02", "L04", "L06", "L07"]
  },
  ...more
})
