// G9: a stream through the port: every leaf hash checked, every event decoded, validated and frozen.
import { Effect } from "effect"
import { openedSqlite } from "../opened.js"
import { readingStreams, writtenFile } from "./workload.js"

export const prepare = async () => {
  const store = await openedSqlite(writtenFile())
  return readingStreams((stream) => Effect.runPromise(store.readStream(stream)))
}
