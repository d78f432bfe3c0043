// G9 beside Emmett: everything through its consumer as it comes, up to the last event.
import { openedEmmett } from "./emmett.js"
import { eventsEach, streams } from "./workload.js"

// A consumer waits between its batches: a twentieth of the events takes as long as is bearable.
const events = Math.floor((streams.length * eventsEach) / 20)

export const prepare = async () => {
  const { connection, fileName, store } = await openedEmmett()
  let run = 0
  return {
    batch: async () => {
      let count = 0
      const consumer = store.consumer()
      consumer.processor({
        processorId: `counting-${(run += 1)}`,
        startFrom: "BEGINNING",
        connectionOptions: { fileName, connection },
        stopAfter: () => count >= events,
        eachMessage: () => {
          count += 1
        }
      })
      await consumer.start()
      await consumer.close()
      if (count < events) throw new Error(`its consumer delivered ${count} events`)
    },
    operations: events,
    batches: 2
  }
}
