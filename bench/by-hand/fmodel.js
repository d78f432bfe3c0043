// The command on fmodel-ts: its locking aggregate over the store by hand, since it has no store of its own; its
// decide is pure and synchronous, so the facts are read first. It does not try again at a conflict.
import { Decider, EventSourcingLockingAggregate } from "@fraktalio/fmodel-ts"
import { decide } from "./decide.js"
import { factsOf } from "./facts.js"
import { emptyHistory, historyAfter } from "./history.js"
import { seal } from "./seal.js"
import { openStore } from "./store.js"

/** @param {{ now: string, salt: () => Uint8Array }} surroundings */
export const fmodelExecutor = (surroundings) => {
  const store = openStore()
  const attempted = { count: 0 }
  const initial = emptyHistory()
  const decider = new Decider(
    ({ command, pins, read, stream }, history) => {
      if (history.commands.has(command.id)) throw new Error("sent before")
      if (pins !== history.state.criteriaSet.version) throw new Error("pinned to another criteria set")
      const body = decide(command, history.state, read, surroundings.now.slice(0, 10))
      return [seal(command, body, stream, history, surroundings)]
    },
    (history, event) => historyAfter(history === initial ? emptyHistory() : history, event),
    initial
  )
  const aggregate = new EventSourcingLockingAggregate(decider, {
    fetchEvents: async ({ stream }) => (await store.read(stream)).map((event) => [event, event.revision]),
    saveAll: async (events, latest) => {
      for (const event of events) {
        if (!(await store.append(event.stream, latest + 1, event))) throw new Error("others wrote")
      }
      return events.map((event) => [event, event.revision])
    }
  })

  // The versions a school is pinned to are of its first event: the host looks there before it asks the aggregate.
  const execute = async (command) => {
    attempted.count += 1
    const stream = `school-${command.data.scheme}-${command.data.school}`
    const [first] = await store.read(stream)
    const read = {}
    for (const { after, empty, name, stream: from } of factsOf(command, first.data)) {
      let state = empty()
      for (const event of await store.read(from)) state = after(state, event)
      read[name] = state
    }
    const [[event]] = await aggregate.handle({ command, pins: first.data.criteriaSet.version, read, stream })
    return event
  }
  return {
    execute,
    attempted,
    fill: async (/** @type {string} */ stream, events) => {
      for (const event of events) await store.append(stream, event.revision, event)
    }
  }
}
