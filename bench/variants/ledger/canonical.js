// G11: the canonical JSON of every stamped event, by the writer that takes any value.
import { canonicalJson } from "@lcqm/ledger"
import { stampedEvents } from "./stringify.js"

export const prepare = async () => {
  const events = stampedEvents()
  let bytes = 0
  return {
    batch: () => {
      bytes = 0
      for (const event of events) bytes += canonicalJson(event).length
    },
    operations: events.length,
    found: () => String(bytes)
  }
}
