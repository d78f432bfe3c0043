// G11, the baseline of canonical writing: JSON.stringify of every stamped event.
import { journey, restamped } from "../../workload/stored.js"

export const stampedEvents = () => {
  const events = journey()
  return Array.from({ length: 20 }, (_, nth) => restamped(events, nth)).flat()
}

export const prepare = async () => {
  const events = stampedEvents()
  let bytes = 0
  return {
    batch: () => {
      bytes = 0
      for (const event of events) bytes += JSON.stringify(event).length
    },
    operations: events.length,
    found: () => String(bytes)
  }
}
