// N1, the baseline: every event of the country read, decoded and validated, and nothing made of it.
import { Effect, Stream } from "effect"
import { nationalNetworks } from "../../workload/national-networks.js"
import { openedSqlite } from "../sqlite/opened.js"

export const prepare = async ({ schools }) => {
  const store = await openedSqlite(await nationalNetworks(schools))
  const head = await Effect.runPromise(store.head())
  return {
    batch: () => Effect.runPromise(Stream.runForEachArray(store.readAll(), () => Effect.void)),
    batches: 1,
    operations: Number(head.position) + 1
  }
}
