// The command on Emmett: its CommandHandler over its store in memory. It is given the state, the rules and the seal
// of the hand-written command; reading, folding, the optimistic append and trying again are its own.
import { CommandHandler, getInMemoryEventStore } from "@event-driven-io/emmett"
import { decide } from "./decide.js"
import { factsOf } from "./facts.js"
import { emptyHistory, historyAfter } from "./history.js"
import { seal } from "./seal.js"

/** @param {{ now: string, salt: () => Uint8Array }} surroundings */
export const emmettExecutor = (surroundings, retry) => {
  const store = getInMemoryEventStore()
  const attempted = { count: 0 }
  const handle = CommandHandler({
    evolve: historyAfter,
    initialState: emptyHistory,
    ...(retry === undefined ? {} : { retry })
  })

  const execute = async (command) => {
    const stream = `school-${command.data.scheme}-${command.data.school}`
    let sealed
    await handle(store, stream, async (history) => {
      attempted.count += 1
      if (history.commands.has(command.id)) throw new Error("sent before")
      const read = {}
      for (const { after, empty, name, stream: from } of factsOf(command, history.state)) {
        read[name] = (await store.aggregateStream(from, { evolve: after, initialState: empty })).state
      }
      const body = decide(command, history.state, read, surroundings.now.slice(0, 10))
      sealed = seal(command, body, stream, history, surroundings)
      return sealed
    })
    return sealed
  }
  return { execute, attempted, fill: (stream, events) => store.appendToStream(stream, events) }
}
