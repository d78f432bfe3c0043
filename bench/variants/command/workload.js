// What every variant of a command is given: ninety schools in preparation, and for each the commands that come
// next. One batch sends a school's commands, one after the other, and so folds 101 to 139 events where nothing is
// kept. Each school's first command was sent before, so that a cache has met its stream.
import { fingerprint } from "../../by-hand/fingerprint.js"
import { nextCommands, preparingSchools } from "../../workload/preparing.js"
import { surroundings } from "../../workload/stored.js"

const firstSchool = 100_000
const commandsEach = 40

/** A fixed clock, and salt that counts: the same commands give the same bytes, whoever carries them out. */
export const fixedSurroundings = () => {
  let salts = 0
  return {
    now: "2018-02-01T11:00:00.000Z",
    salt: () => new Uint8Array(16).fill(salts++ & 0xff)
  }
}

/** The streams that hold criteria and rules: [stream, events] each, stamped as they were recorded. */
export const factStreams = () => {
  const streams = new Map()
  for (const { data, id, metadata, revision, stream, type } of surroundings()) {
    const event = { id, stream, revision, type, data, metadata }
    streams.set(stream, [...(streams.get(stream) ?? []), event])
  }
  return [...streams]
}

/**
 * Makes a variant of a function that fills a store with streams, and one that carries out a command and answers
 * with the event recorded.
 * @param {{ fill: (stream: string, events: ReadonlyArray<object>) => Promise<unknown>,
 *   execute: (command: object) => Promise<{ leafHash: string }>, executeAll?: (commands: ReadonlyArray<object>)
 *   => Promise<ReadonlyArray<{ leafHash: string }>>, told?: () => Record<string, number> }} variant
 */
export const commandVariant = async ({ execute, executeAll, fill, told }, schools = 300) => {
  for (const [stream, events] of factStreams()) await fill(stream, events)
  for (const events of preparingSchools(schools, firstSchool)) await fill(events[0].stream, events)
  const commands = Array.from({ length: schools }, (_, i) => nextCommands(firstSchool + i, commandsEach))
  for (const [first] of commands) await execute(first)
  const leafHashes = []
  let next = 0
  const inTurn =
    executeAll ??
    (async (/** @type {ReadonlyArray<object>} */ several) => {
      const events = []
      for (const command of several) events.push(await execute(command))
      return events
    })
  return {
    batch: async () => {
      for (const { leafHash } of await inTurn(commands[next++].slice(1))) leafHashes.push(leafHash)
    },
    batches: schools,
    operations: commandsEach - 1,
    found: () => fingerprint(leafHashes),
    told
  }
}
