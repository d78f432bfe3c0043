// What a stream's metadata says about which of its events may still be read. It cuts reads of the stream only: the log
// as a whole goes on showing everything.
import type { Log } from "./log.ts"
import { metadataStreamOf, originalOf } from "./log.ts"
import { longMax, type Recorded } from "./recorded.ts"

export interface Cuts {
  /** Only so many of the last events. */
  readonly maxCount: number | undefined
  /** Only events of so many seconds back. */
  readonly maxAge: number | undefined
  /** Only events from this revision on. */
  readonly truncateBefore: number
  /** Deleted, until the next append revives it with its numbering going on. */
  readonly softDeleted: boolean
}

const uncut: Cuts = { maxCount: undefined, maxAge: undefined, truncateBefore: 0, softDeleted: false }

/** Of a metadata stream only the last event can be read. */
const ofMetadata: Cuts = { ...uncut, maxCount: 1 }

const known = new WeakMap<Recorded, Cuts>()

/** The cuts in force for a stream. */
export const cutsOf = (log: Log, stream: string): Cuts => {
  if (originalOf(stream) !== undefined) return ofMetadata
  const last = log.eventsOf(metadataStreamOf(stream)).at(-1)
  if (last === undefined) return uncut
  const cuts = known.get(last) ?? read(new TextDecoder().decode(last.data))
  known.set(last, cuts)
  return cuts
}

const read = (text: string): Cuts => {
  const held = parsed(text)
  // The number of a soft delete loses its last digits as a JSON number, so its text is looked at.
  const softDeleted = new RegExp(`"\\$tb"\\s*:\\s*${longMax}\\b`, "u").test(text)
  return {
    maxCount: natural(held["$maxCount"]),
    maxAge: natural(held["$maxAge"]),
    truncateBefore: softDeleted ? 0 : (natural(held["$tb"]) ?? 0),
    softDeleted
  }
}

const natural = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : undefined

const parsed = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** Metadata that revives a soft-deleted stream from a revision on, with the rest of it kept. */
export const revivedFrom = (log: Log, stream: string, revision: number): string => {
  const last = log.eventsOf(metadataStreamOf(stream)).at(-1)
  const held = last === undefined ? {} : parsed(new TextDecoder().decode(last.data))
  return JSON.stringify({ ...held, $tb: revision })
}
