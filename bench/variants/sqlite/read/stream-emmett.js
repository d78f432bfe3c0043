// G9 beside Emmett: readStream of its store on SQLite, on one connection.
import { openedEmmett } from "./emmett.js"
import { readingStreams } from "./workload.js"

export const prepare = async () => {
  const { store } = await openedEmmett()
  return readingStreams((stream) => store.readStream(stream))
}
