// G10, the restart by hand: open both files, read the bookmark, look for what is behind it, answer.
import { openDatabase } from "../../../packages/sqlite/dist/file/database.js"
import { prepare as prepareModels } from "./restart.js"
import { nationalStore } from "../../workload/national.js"

export const prepare = async ({ schools }) => {
  await prepareModels({ schools })
  const path = await nationalStore(schools)
  let awards = 0
  return {
    batch: () => {
      const [store, models] = [path, `${path}-models.db`].map((file) =>
        openDatabase(file, { readOnly: true })
      )
      const { position } = models.prepare("SELECT min(position) AS position FROM bookmarks").get()
      const behind = store
        .prepare("SELECT bytes FROM events WHERE ordinal > ? ORDER BY ordinal")
        .all(Number(position))
      if (behind.length > 0) throw new Error("the read models are not where the store ends")
      awards = models.prepare("SELECT count(*) AS n FROM schools WHERE level IS NOT NULL").get().n
      store.close()
      models.close()
    },
    batches: 2,
    operations: 1,
    found: () => String(awards)
  }
}
