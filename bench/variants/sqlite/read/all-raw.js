// G9, the baseline: every row with .iterate, each parsed.
import { openFile } from "../../../by-hand/sqlite-file.js"
import { readingAll, writtenFile } from "./workload.js"

export const prepare = async () => {
  const database = openFile(writtenFile(), "normal")
  const rows = database.prepare(
    `SELECT e.ordinal, e.revision, e.leaf_hash, e.bytes, s.name FROM events e JOIN streams s ON s.id = e.stream
     ORDER BY e.ordinal`
  )
  let last
  return readingAll(() => {
    let count = 0
    for (const { bytes, leaf_hash: leafHash, ordinal } of rows.iterate()) {
      last = { ordinal, leafHash, ...JSON.parse(bytes) }
      count += 1
    }
    return last === undefined ? 0 : count
  })
}
