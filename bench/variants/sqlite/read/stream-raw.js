// G9, the baseline: a stream's rows with .all, each parsed.
import { openFile } from "../../../by-hand/sqlite-file.js"
import { readingStreams, writtenFile } from "./workload.js"

export const prepare = async () => {
  const database = openFile(writtenFile(), "normal")
  const rows = database.prepare(
    `SELECT e.ordinal, e.revision, e.leaf_hash, e.bytes FROM events e JOIN streams s ON s.id = e.stream
     WHERE s.name = ? ORDER BY e.revision`
  )
  const parsed = ({ bytes, leaf_hash: leafHash, ordinal }) => ({ ordinal, leafHash, ...JSON.parse(bytes) })
  return readingStreams((stream) => rows.all(stream).map(parsed))
}
