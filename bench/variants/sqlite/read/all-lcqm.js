// G9: everything through the port: every event decoded, validated and frozen.
import { Effect, Stream } from "effect"
import { openedSqlite } from "../opened.js"
import { readingAll, writtenFile } from "./workload.js"

export const prepare = async () => {
  const store = await openedSqlite(writtenFile())
  return readingAll(async () => {
    let count = 0
    const counted = Stream.runForEachArray(store.readAll(), (events) =>
      Effect.sync(() => {
        count += events.length
      })
    )
    await Effect.runPromise(counted)
    return count
  })
}
