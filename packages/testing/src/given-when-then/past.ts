// What has happened before a story begins: recorded events, by stream and in the order of all. Given events are
// checked by their schemas, so that no story rests on an event that could not have been recorded.
import {
  type Codec,
  type EventBody,
  type FullDate,
  type PartialDate,
  type PersonRef,
  positionOf,
  type Recorded,
  type Role,
  type Stamped
} from "@lcqm/core"
import { Result } from "effect"
import { StoryMismatch } from "./mismatch.ts"

/** What a story has to say of an event's envelope. */
export interface Envelope {
  /** When it happened; the story's day where it is left out. */
  readonly occurredOn?: PartialDate
  /** The event's id where the story refers to it. */
  readonly id?: string
  /** Who did it; the scheme's office where it is left out. */
  readonly by?: { readonly person: PersonRef; readonly role: Role }
}

/** An event that has happened: its body, of whose basis the rules applied are enough, and of its envelope what matters. */
export type PastEvent<Body> = Body & Envelope

/** Everything recorded so far. Never changed: what happens next makes another past. */
export interface Past {
  readonly streams: ReadonlyMap<string, ReadonlyArray<Recorded>>
  /** In the order of the whole store. */
  readonly log: ReadonlyArray<Recorded>
}

/** Nothing has happened. */
export const nothingYet: Past = { streams: new Map(), log: [] }

/** The past once these events of one stream were recorded too. */
export const withRecorded = (past: Past, stream: string, events: ReadonlyArray<Recorded>): Past => ({
  streams: new Map(past.streams).set(stream, [...(past.streams.get(stream) ?? []), ...events]),
  log: [...past.log, ...events]
})

/** Writes and reads a stamped event as a store does; the error is the store's. */
export const recordedBy = (codec: Codec, event: Stamped, place: number) =>
  Result.flatMap(codec.encode(event), ({ leafHash, text }) =>
    codec.decode(text, {
      stream: event.stream,
      revision: event.revision,
      position: positionOf(place),
      leafHash
    })
  )

const nobody = "0".repeat(64)

// A basis of which only the rules are told: what it was read from is not part of the story.
const wholeBasis = (data: unknown): unknown =>
  typeof data === "object" && data !== null && "basis" in data && typeof data.basis === "object"
    ? { ...data, basis: { revision: "none", root: nobody, facts: [], ...data.basis } }
    : data

/** The past once this has happened too; throws a StoryMismatch where it is no event of its type. */
export const withGiven = (
  past: Past,
  codec: Codec,
  stream: string,
  { by, data, id, occurredOn, type }: PastEvent<EventBody>,
  today: FullDate
): Past => {
  const place = past.log.length
  const recorded = recordedBy(
    codec,
    {
      id: id ?? `00000000-0000-4000-8000-${String(place).padStart(12, "0")}`,
      stream,
      revision: past.streams.get(stream)?.length ?? 0,
      type,
      data: wholeBasis(data),
      metadata: {
        commandId: `given-${String(place).padStart(4, "0")}`,
        commandDigest: nobody,
        correlationId: "given",
        actor: by ?? { person: "p-given000", role: "SchemeOffice" },
        occurredOn: occurredOn ?? today,
        recordedAt: `${today}T12:00:00.000Z`,
        salt: "0".repeat(32)
      }
    },
    place
  )
  if (Result.isFailure(recorded)) {
    throw new StoryMismatch(`This cannot have happened: ${recorded.failure.message}`)
  }
  return withRecorded(past, stream, [recorded.success])
}
