// G11: the canonical JSON of every stamped event, by the writer of its type, as an append writes it.
import { lcqmCatalogue } from "@lcqm/core"
import { envelopeOf } from "../../../packages/core/dist/event-store/codec/envelope.js"
import { writerOf } from "../../../packages/core/dist/event-store/codec/writing.js"
import { stampedEvents } from "./stringify.js"

export const prepare = async () => {
  const events = stampedEvents()
  const writers = new Map([...lcqmCatalogue].map(([name, { type }]) => [name, writerOf(envelopeOf(type))]))
  let bytes = 0
  return {
    batch: () => {
      bytes = 0
      for (const event of events) bytes += writers.get(event.type)(event).length
    },
    operations: events.length,
    found: () => String(bytes)
  }
}
