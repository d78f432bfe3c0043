// S3: commands with a text of 200 characters about the Champion, sealed where there is a ring, else stored as written.
// One batch sends a school's commands, one after the other.
import { codecOf, EventStore, exactly, KeyRing, lcqmCatalogue, noStream, openLcqm, valueOf } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { makeMemoryStore } from "@lcqm/memory/portable"
import { Effect, Layer } from "effect"
import { newFile } from "../../by-hand/sqlite-file.js"
import { keyRing, randomBytes } from "../../workload/key-rings.js"
import { champion, scheme } from "../../workload/people.js"
import { preparingSchools } from "../../workload/preparing.js"
import { factStreams } from "../command/workload.js"
import { openedSqlite } from "../sqlite/opened.js"
import { text } from "./sample.js"

const firstSchool = 100_000
const commandsEach = 20

const commandsOf = (/** @type {number} */ nth) =>
  Array.from({ length: commandsEach }, (_, i) => ({
    type: "DescribeSetting",
    id: `describe-${nth}-${i}`,
    actor: { person: champion, roles: [] },
    occurredOn: "2018-01-31",
    data: { scheme, school: String(nth), setting: text }
  }))

/** @param {{ ring?: "file" | "memory", store?: "memory" | "file" }} params */
export const prepare = async ({ ring, store = "memory" }) => {
  const kept =
    store === "file" ? await openedSqlite(newFile()) : makeMemoryStore(codecOf(lcqmCatalogue, nodeHasher))
  const keys = ring === undefined ? undefined : await keyRing(ring)
  const schools = store === "file" ? 60 : 300
  const fill = (stream, events) => {
    const append = (event) =>
      kept.append(stream, event.revision === 0 ? noStream : exactly(event.revision - 1), [event])
    return Effect.runPromise(Effect.forEach(events, append, { discard: true }))
  }
  for (const [stream, events] of factStreams()) await fill(stream, events)
  for (const events of preparingSchools(schools, firstSchool)) {
    await Effect.runPromise(kept.append(events[0].stream, noStream, events))
  }
  const lcqm = openLcqm({
    store: Layer.succeed(EventStore, kept),
    // Plain is meant: whether the store seals is not looked for.
    ...(keys === undefined ? { leaveTextsPlain: true } : { keyRing: Layer.succeed(KeyRing, keys) }),
    now: () => Date.UTC(2018, 1, 1, 11),
    randomBytes
  })
  const commands = Array.from({ length: schools }, (_, i) => commandsOf(firstSchool + i))
  // A cache has met each stream before.
  for (const [first] of commands) valueOf(await lcqm.execute(first))
  let next = 0
  return {
    batch: async () => {
      for (const command of commands[next++].slice(1)) valueOf(await lcqm.execute(command))
    },
    batches: schools,
    operations: commandsEach - 1
  }
}
