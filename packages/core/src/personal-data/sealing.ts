// Sealing: the free text of stamped events becomes boxes, before anything is recorded. Where free text stands is told
// by the schemas of the events alone, so that no slice can forget it.
import { toBase64 } from "@lcqm/ledger"
import { Effect } from "effect"
import { type Catalogue, eventFields, isFreeText, type Stamped } from "../event-store/index.ts"
import type { KeptText, SealedText, Text } from "../vocabulary/index.ts"
import { atOnce } from "./at-once.ts"
import { ivBytes, keyHolders, keyMaterial, keyPurpose, placeBound, type TextPlace } from "./box.ts"
import { type KeyForgotten, type KeyRing, type KeyRingFailure, personKeyBytes } from "./key-ring.ts"
import { webCryptoCipher } from "./text-cipher.ts"

/** What sealing takes: where keys are kept, and random bytes. */
export interface SealedWith {
  readonly keyRing: KeyRing["Service"]
  readonly randomBytes: (count: number) => Uint8Array
}

/** Why a text cannot be sealed: somebody it is about was erased, or a key cannot be had. Nothing was written. */
export type NotSealed = KeyForgotten | KeyRingFailure

const utf8 = new TextEncoder()

/**
 * A text as a box that opens only where it stands, and only while the keys of everybody it is about are there. Keys
 * are made where they are first needed.
 */
export const sealText = Effect.fnUntraced(function* (
  { keyRing, randomBytes }: SealedWith,
  { about, text }: Text,
  place: TextPlace
): Effect.fn.Return<SealedText, NotSealed> {
  const holders = keyHolders(about)
  const keys: Array<Uint8Array> = []
  for (const person of holders) {
    keys.push(yield* keyRing.obtain(person, () => randomBytes(personKeyBytes)))
  }
  const { seal } = keyRing.cipher ?? webCryptoCipher
  const iv = randomBytes(ivBytes)
  const input = { material: keyMaterial(keys), info: keyPurpose(holders), iv, bound: placeBound(place) }
  const box = yield* atOnce(() => seal(input, utf8.encode(text)))
  return { about, iv: toBase64(iv), ct: toBase64(box) }
})

/** A value with another in the place that a path leads to; what does not lie on the way is the same. */
export const withValueAt = (
  value: unknown,
  [key, ...rest]: ReadonlyArray<string | number>,
  put: unknown
): unknown => {
  if (key === undefined) return put
  if (Array.isArray(value)) {
    return value.map((each: unknown, at) => (at === key ? withValueAt(each, rest, put) : each))
  }
  return typeof value === "object" && value !== null
    ? { ...value, [key]: withValueAt(Reflect.get(value, key), rest, put) }
    : value
}

/** A free text of an event, and where it stands. */
export interface TextInEvent {
  readonly place: TextPlace
  readonly text: KeptText
}

/** The free texts of an event, in the order of its schema. */
export const textsOf = (
  catalogue: Catalogue,
  { data, id, type }: Pick<Stamped, "data" | "id" | "type">
): ReadonlyArray<TextInEvent> => {
  const listed = catalogue.get(type)
  return listed === undefined
    ? []
    : eventFields(listed.type, data).flatMap(({ is, path, value }) =>
        // The schema says it is one: what stands there was checked by it, or will be before it is recorded.
        isFreeText(is) ? [{ place: { eventId: id, path }, text: value as KeptText }] : []
      )
}

/**
 * Stamped events with their free text sealed. A text about nobody stays as it is: there is nobody whose key it would
 * take, and nobody for whom it would be erased.
 */
export const sealEvents = Effect.fnUntraced(function* (
  catalogue: Catalogue,
  sealedWith: SealedWith,
  events: ReadonlyArray<Stamped>
): Effect.fn.Return<ReadonlyArray<Stamped>, NotSealed> {
  const sealed: Array<Stamped> = []
  for (const event of events) {
    let { data } = event
    for (const { place, text } of textsOf(catalogue, event)) {
      if ("text" in text && text.about.length > 0) {
        data = withValueAt(data, place.path, yield* sealText(sealedWith, text, place))
      }
    }
    sealed.push(data === event.data ? event : { ...event, data })
  }
  return sealed
})
