// G10 beside Emmett: the same four read models by hand, fed by its consumer on SQLite. A consumer waits between its
// batches: on a thousandth of the country, 24 schools.
import { openedEmmett } from "../sqlite/read/emmett.js"
import { eventsEach } from "../sqlite/read/workload.js"
import { emptyModels, fold } from "./by-hand.js"

const events = 24 * eventsEach

export const prepare = async () => {
  const { connection, fileName, store } = await openedEmmett()
  return {
    batch: async () => {
      const models = emptyModels()
      let count = 0
      const consumer = store.consumer()
      consumer.processor({
        processorId: "four-read-models",
        startFrom: "BEGINNING",
        connectionOptions: { fileName, connection },
        stopAfter: () => count >= events,
        eachMessage: (message) => {
          count += 1
          fold(models, { ...message, stream: message.metadata.streamName, id: message.metadata.messageId })
        }
      })
      await consumer.start()
      await consumer.close()
      if (models.schools.size < 24) throw new Error(`its consumer came to ${models.schools.size} schools`)
    },
    operations: events,
    batches: 1
  }
}
