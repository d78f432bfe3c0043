// How free text is kept: sealed where there is a key ring, and as it was written where there is none. In a store whose
// texts are sealed the second is a mistake in how it was opened, and is refused: it could not be undone.
import { Data, Effect, Stream } from "effect"
import {
  type Catalogue,
  classifiedTexts,
  type EventStore,
  type Position,
  type ReadError,
  type Stamped
} from "../event-store/index.ts"
import { isSealed, type PersonRef } from "../vocabulary/index.ts"
import type { KeyRing } from "./key-ring.ts"
import { type NotSealed, sealEvents, textsOf } from "./sealing.ts"

/**
 * A text about people was to be stored as it was written, for ever, in a store that holds sealed texts: it was opened
 * without its key ring. Nothing was written.
 */
export class TextWouldStayPlain extends Data.TaggedError("TextWouldStayPlain")<{
  readonly store: string
  readonly people: ReadonlyArray<PersonRef>
}> {
  override get message(): string {
    return `A text about ${this.people.join(", ")} would be stored as it was written, for ever: ${this.store} holds sealed texts, and was opened without its key ring. Open it with the key ring, and the text is sealed; where it is to stay as it was written all the same, the program that opens the store says so (leaveTextsPlain). Nothing was written.`
  }
}

/** Why the events of a command cannot be kept as they are to be. */
export type NotKept = NotSealed | TextWouldStayPlain | ReadError

/** Stamped events with their free text as it is to be kept. */
export type KeepTexts = (
  events: ReadonlyArray<Stamped>,
  randomBytes: (count: number) => Uint8Array
) => Effect.Effect<ReadonlyArray<Stamped>, NotKept>

/** Keeps text sealed under the keys of everybody it is about. */
export const keepSealed =
  (catalogue: Catalogue, keyRing: KeyRing["Service"]): KeepTexts =>
  (events, randomBytes) =>
    sealEvents(catalogue, { keyRing, randomBytes }, events)

/** Whether events of a type have free text, by its schema: found out for each type when it is first met. */
const typesWithText = (catalogue: Catalogue): ((type: string) => boolean) => {
  const known = new Map<string, boolean>()
  return (type) => {
    const before = known.get(type)
    if (before !== undefined) return before
    const listed = catalogue.get(type)
    const has = listed !== undefined && classifiedTexts(listed.type).some(({ holds }) => holds === "text")
    known.set(type, has)
    return has
  }
}

// Events that may hold a text, from the newest back: in a store whose texts are sealed the last is. A large store that
// was always plain is not read through for every process that writes a text.
const mostLookedAt = 1_000

/** Whether the newest texts of a store are sealed. Each question reads what came since the last; a yes is final. */
const holdsSealedText = (
  store: EventStore["Service"],
  hasText: (type: string) => boolean
): Effect.Effect<boolean, ReadError> => {
  const { catalogue } = store.codec
  let [found, looked]: [boolean, Position | undefined] = [false, undefined]
  let types: ReadonlyArray<string> | undefined
  return Effect.gen(function* () {
    if (found) return true
    types ??= [...catalogue.keys()].filter(hasText)
    const { position } = yield* store.head()
    if (position === "none" || position === looked) return false
    const range = { direction: "backward", asStored: true, filter: { types } } as const
    const newest = store.readAll(looked === undefined ? range : { ...range, after: looked })
    const sealed = Stream.filter(Stream.take(newest, mostLookedAt), (event) =>
      textsOf(catalogue, event).some(({ text }) => isSealed(text))
    )
    found = (yield* Stream.runCollect(Stream.take(sealed, 1))).length > 0
    looked = position
    return found
  })
}

/** Keeps text as it was written; refused for text about people where the newest of the store are sealed. */
export const keepPlain = (store: EventStore["Service"]): KeepTexts => {
  const { catalogue } = store.codec
  const hasText = typesWithText(catalogue)
  const isSealing = holdsSealedText(store, hasText)
  return (events) => {
    const people = events
      .filter(({ type }) => hasText(type))
      .flatMap((event) => textsOf(catalogue, event).flatMap(({ text }) => text.about))
    // Most commands write nothing about anybody, and are to cost no more for it.
    if (people.length === 0) return Effect.succeed(events)
    const plain = new TextWouldStayPlain({ store: store.name, people: [...new Set(people)].toSorted() })
    return Effect.flatMap(isSealing, (sealing) => (sealing ? Effect.fail(plain) : Effect.succeed(events)))
  }
}
