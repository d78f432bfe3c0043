// G7: appends through the port of the store in a file, which encodes, validates, hashes, reads back and freezes.
import { exactly, noStream } from "@lcqm/core"
import { Effect } from "effect"
import { newFile } from "../../../by-hand/sqlite-file.js"
import { openedSqlite } from "../opened.js"
import { appendVariant } from "./workload.js"

const open = async (durability) => {
  const store = await openedSqlite(newFile(), { durability })
  const append = (event) => {
    const expected = event.revision === 0 ? noStream : exactly(event.revision - 1)
    return Effect.runPromise(store.append(event.stream, expected, [event]))
  }
  return { append }
}

export const prepare = (params) => appendVariant(open, params)
