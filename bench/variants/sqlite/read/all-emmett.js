// G9 beside Emmett: everything in the batches its consumers read, of the size given.
import { readMessagesBatch } from "@event-driven-io/emmett-sqlite"
import { openedEmmett } from "./emmett.js"
import { readingAll } from "./workload.js"

export const prepare = async ({ batchSize = 256 }) => {
  const { connection } = await openedEmmett()
  return readingAll(async () => {
    let count = 0
    for (let after = 0n, more = true; more;) {
      const { areEventsLeft, currentGlobalPosition, messages } = await readMessagesBatch(connection, {
        after,
        batchSize
      })
      count += messages.length
      after = currentGlobalPosition
      more = areEventsLeft
    }
    return count
  })
}
