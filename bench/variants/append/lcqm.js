// G6: appends to the memory store through its port, which encodes, validates, hashes, reads back and freezes.
import { opened } from "../command/opened.js"
import { exactly, noStream } from "@lcqm/core"
import { Effect } from "effect"
import { appendVariant } from "./workload.js"

const open = () => {
  const { fill, store } = opened()
  const append = (event) => {
    const expected = event.revision === 0 ? noStream : exactly(event.revision - 1)
    return Effect.runPromise(store.append(event.stream, expected, [event]))
  }
  return { append, fill }
}

export const prepare = (size) => appendVariant(open, size)
