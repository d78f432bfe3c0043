// G11, the baseline: every event of the store read, decoded and validated, as whoever reads it does.
import { Effect, Stream } from "effect"
import { nationalStore } from "../../workload/national.js"
import { openedSqlite } from "../sqlite/opened.js"

export const prepare = async ({ schools }) => {
  const store = await openedSqlite(await nationalStore(schools))
  const operations = Number((await Effect.runPromise(store.head())).revision) + 1
  let read = 0
  return {
    batch: () => {
      read = 0
      const counted = Stream.runForEachArray(store.readAll(), (events) =>
        Effect.sync(() => {
          read += events.length
        })
      )
      return Effect.runPromise(counted)
    },
    batches: 1,
    operations,
    found: () => String(read)
  }
}
