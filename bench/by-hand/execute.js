// The command by hand: read, fold, answer a command sent before, read the facts, decide, seal, append; at a conflict
// again, at once. The baseline of G4 and G5. With `cached` it keeps what it has folded, and changes it in place.
import { decide } from "./decide.js"
import { factsOf } from "./facts.js"
import { emptyHistory, historyAfter } from "./history.js"
import { seal } from "./seal.js"

/**
 * @param {ReturnType<typeof import("./store.js").openStore>} store
 * @param {{ now: string, salt: () => Uint8Array }} surroundings
 */
export const executorOf = (store, surroundings, { cached = false } = {}) => {
  const histories = new Map()
  const facts = new Map()
  const attempted = { count: 0 }

  const folded = async (known, stream, empty, after) => {
    const kept = known.get(stream) ?? { value: empty(), size: 0 }
    for (const event of await store.read(stream, kept.size)) {
      kept.value = after(kept.value, event)
      kept.size += 1
    }
    if (cached) known.set(stream, kept)
    return kept
  }

  const attempt = async (command, stream) => {
    attempted.count += 1
    const kept = histories.get(stream) ?? (await folded(histories, stream, emptyHistory, historyAfter))
    const history = kept.value
    if (history.commands.has(command.id)) throw new Error("sent before")
    const read = {}
    for (const { after, empty, name, stream: from } of factsOf(command, history.state)) {
      read[name] = (await folded(facts, from, empty, after)).value
    }
    const body = decide(command, history.state, read, surroundings.now.slice(0, 10))
    const event = seal(command, body, stream, history, surroundings)
    if (!(await store.append(stream, history.size, event))) {
      histories.delete(stream)
      return undefined
    }
    if (cached) {
      kept.value = historyAfter(history, event)
      kept.size += 1
    }
    return event
  }

  const execute = async (command) => {
    const stream = `school-${command.data.scheme}-${command.data.school}`
    for (let tries = 0; tries < 20; tries += 1) {
      const event = await attempt(command, stream)
      if (event !== undefined) return event
    }
    throw new Error("others keep writing")
  }
  return { execute, attempted }
}
