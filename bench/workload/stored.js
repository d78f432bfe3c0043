// The journey as every child process of the bench sees it: read from one file, so that the processes of the peers
// and of the hand-written code load nothing of this library's core, and nobody pays for another's imports.
import { readFileSync, mkdirSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

const file = fileURLToPath(new URL("../.workload/journey.json", import.meta.url))

/**
 * A recorded event as plain JSON.
 * @typedef {{ id: string, stream: string, revision: number, type: string, data: Record<string, unknown>,
 *   metadata: Record<string, unknown>, position: string, leafHash: string }} Event
 */

/** Keeps the events for the children, and answers with what is to be said of them in the results. */
export const storeJourney = (/** @type {ReadonlyArray<Event>} */ recorded, canonicalJson) => {
  mkdirSync(fileURLToPath(new URL("../.workload/", import.meta.url)), { recursive: true })
  writeFileSync(file, JSON.stringify(recorded))
  const journey = recorded.filter(({ stream }) => stream.startsWith("school-"))
  const bytes = journey.map((event) => Buffer.byteLength(canonicalJson(stampedOf(event))))
  return {
    events: journey.length,
    types: new Set(journey.map(({ type }) => type)).size,
    meanBytes: Math.round(bytes.reduce((sum, each) => sum + each, 0) / bytes.length),
    meanDataBytes: Math.round(
      journey.reduce((sum, { data }) => sum + Buffer.byteLength(JSON.stringify(data)), 0) / journey.length
    )
  }
}

// JSON.parse interns no text longer than ten characters, and a switch over texts that are not interned compares
// them letter by letter. The core's codec hands out interned types, so everybody is given such events.
const interned = (/** @type {string} */ type) => Object.keys({ [type]: true })[0] ?? type

/** @type {() => ReadonlyArray<Event>} */
const everything = () =>
  JSON.parse(readFileSync(file, "utf8")).map((event) => ({ ...event, type: interned(event.type) }))

/** The 120 events of the school. */
export const journey = () => everything().filter(({ stream }) => stream.startsWith("school-"))

/** The events of every other stream of the journey: criteria, rules, cohorts, the assessor. */
export const surroundings = () => everything().filter(({ stream }) => !stream.startsWith("school-"))

/** Freezes a value and everything in it. */
export const deepFreeze = (value) => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const key in value) deepFreeze(value[key])
    Object.freeze(value)
  }
  return value
}

/** The journey of so many schools, frozen, each with ids of its own: what the folds are given. */
export const journeys = (/** @type {number} */ schools) => {
  const events = journey()
  return Array.from({ length: schools }, (_, nth) =>
    restamped(events, nth).map(({ data, id, metadata, revision, stream, type }) =>
      Object.freeze({
        id,
        stream,
        revision,
        type,
        data: deepFreeze(data),
        metadata: deepFreeze(metadata),
        position: String(revision).padStart(20, "0"),
        leafHash: "0".repeat(64)
      })
    )
  )
}

/** What of an event is stamped, and so hashed: all but what the store adds. */
export const stampedOf = ({ position: _position, leafHash: _leafHash, ...stamped }) => stamped

/** The stream of the nth other school: its URN is n, padded. */
export const streamOf = (/** @type {number} */ nth) => `school-lcqm-${String(nth).padStart(6, "0")}`

/** A lower-case UUID of version 8 that is told by two numbers. */
export const uuidOf = (/** @type {number} */ nth, /** @type {number} */ index) =>
  `${nth.toString(16).padStart(8, "0")}-0000-8000-8000-${index.toString(16).padStart(12, "0")}`

/**
 * Stamped events as the nth other school's: its stream, ids, command ids and salts of its own, from revision `from`.
 * @param {ReadonlyArray<Event>} events
 */
export const restamped = (events, /** @type {number} */ nth, from = 0) =>
  events.map((event, index) => {
    const revision = from + index
    const commandId = `copied-${nth}-${revision}`
    return {
      id: uuidOf(nth, revision),
      stream: streamOf(nth),
      revision,
      type: event.type,
      data: event.data,
      // Written out: in V8 an object spread and then changed has a hidden class of its own, which made each fold,
      // whosever, seven times slower.
      metadata: {
        commandId,
        commandDigest: event.metadata.commandDigest,
        correlationId: commandId,
        actor: event.metadata.actor,
        occurredOn: event.metadata.occurredOn,
        recordedAt: "2018-02-01T10:30:00.000Z",
        salt: (nth * 4096 + revision).toString(16).padStart(32, "0")
      }
    }
  })
