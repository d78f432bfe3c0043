// What the decoders are measured on: the texts of twenty schools' journeys, in stream order, with ids, salts and
// command ids of their own, so that nothing but what really repeats in a stream is met twice.
import { canonicalJson, leafHashHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { journey, restamped } from "../../workload/stored.js"

/** What a store holds of each event: its text, and what it knows beside the text. */
export const storedTexts = () => {
  const events = journey()
  return Array.from({ length: 20 }, (_, nth) => restamped(events, nth))
    .flat()
    .map((stamped, ordinal) => {
      const text = canonicalJson(stamped)
      const stored = {
        stream: stamped.stream,
        revision: stamped.revision,
        position: String(ordinal).padStart(20, "0"),
        leafHash: leafHashHex(nodeHasher, new TextEncoder().encode(text))
      }
      return { text, stored }
    })
}
