// The command on Castore: a Command over event stores in memory, one a kind of stream. It is given the state, the
// rules and the seal of the hand-written command; reading, folding, the check of the version and trying again are
// its own. An event's payload is the sealed event.
import { Command, EventStore } from "@castore/core"
import { InMemoryEventStorageAdapter } from "@castore/event-storage-adapter-in-memory"
import { decide } from "./decide.js"
import { criteriaAfter, emptyCriteria, emptyRules, factsOf, rulesAfter } from "./facts.js"
import { emptyHistory, historyAfter } from "./history.js"
import { seal } from "./seal.js"

const storeOf = (eventStoreId, empty, after) =>
  new EventStore({
    eventStoreId,
    eventTypes: [],
    reducer: (state, { payload }) => after(state ?? empty(), payload),
    eventStorageAdapter: new InMemoryEventStorageAdapter()
  })

const detailOf = (sealed) => ({
  aggregateId: sealed.stream,
  version: sealed.revision + 1,
  type: sealed.type,
  timestamp: sealed.metadata.recordedAt,
  payload: sealed
})

/** @param {{ now: string, salt: () => Uint8Array }} surroundings */
export const castoreExecutor = (surroundings, retries) => {
  const schools = storeOf("SCHOOLS", emptyHistory, historyAfter)
  const criteria = storeOf("CRITERIA", emptyCriteria, criteriaAfter)
  const rules = storeOf("RULES", emptyRules, rulesAfter)
  const attempted = { count: 0 }

  const command = new Command({
    commandId: "ANY",
    requiredEventStores: [schools, criteria, rules],
    ...(retries === undefined ? {} : { eventAlreadyExistsRetries: retries }),
    handler: async (input, [ofSchools, ofCriteria, ofRules]) => {
      attempted.count += 1
      const stream = `school-${input.data.scheme}-${input.data.school}`
      const { aggregate: history } = await ofSchools.getAggregate(stream)
      if (history.commands.has(input.id)) throw new Error("sent before")
      const read = {}
      for (const { name, stream: from } of factsOf(input, history.state)) {
        read[name] = (await (name === "criteria" ? ofCriteria : ofRules).getAggregate(from)).aggregate
      }
      const body = decide(input, history.state, read, surroundings.now.slice(0, 10))
      const sealed = seal(input, body, stream, history, surroundings)
      // Without `prevAggregate`: the next state is nobody's concern here.
      await ofSchools.pushEvent(detailOf(sealed))
      return sealed
    }
  })

  return {
    execute: (input) => command.handler(input, [schools, criteria, rules]),
    attempted,
    fill: async (/** @type {string} */ stream, events) => {
      const store = stream.startsWith("criteria-")
        ? criteria
        : stream.startsWith("ruleset-")
          ? rules
          : schools
      if (store === schools && !stream.startsWith("school-")) return
      for (const event of events) await store.pushEvent(detailOf(event))
    }
  }
}
