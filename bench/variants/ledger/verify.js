// G11: the same events verified: each decoded, its stored text hashed, the tree grown and every root compared.
import { Effect } from "effect"
import { nationalStore } from "../../workload/national.js"
import { openedSqlite } from "../sqlite/opened.js"

export const prepare = async ({ schools }) => {
  const store = await openedSqlite(await nationalStore(schools))
  const operations = Number((await Effect.runPromise(store.head())).revision) + 1
  let verified
  return {
    batch: async () => {
      verified = await Effect.runPromise(store.verify)
    },
    batches: 1,
    operations,
    found: () => String(verified === undefined ? 0 : operations)
  }
}
