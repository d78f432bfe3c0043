// Opening: the one place where a box becomes text again, or a word for why it does not. It never fails for a text: what
// cannot be opened is said to be sealed or erased, and never shows what somebody else wrote.
import { fromBase64 } from "@lcqm/ledger"
import { Effect, Schema } from "effect"
import type { Catalogue, Recorded } from "../event-store/index.ts"
import { isSealed, type KeptText, type PersonRef, Text, type SealedText } from "../vocabulary/index.ts"
import { atOnce } from "./at-once.ts"
import { keyHolders, keyMaterial, keyPurpose, placeBound, type TextPlace } from "./box.ts"
import type { KeyRing } from "./key-ring.ts"
import { textsOf, withValueAt } from "./sealing.ts"
import { webCryptoCipher } from "./text-cipher.ts"

/** A text that cannot be shown: somebody it is about was erased, or it cannot be opened here, and why. */
export interface WithheldText {
  readonly about: ReadonlyArray<PersonRef>
  readonly withheld: "erased" | "sealed"
  /** Why, in words that hold no key and no text. */
  readonly why: string
}

/** A text as it was written, or what is said in its place. */
export type OpenedText = Text | WithheldText

/** What opening takes. */
export interface OpenedWith {
  /** Where keys are kept; undefined where there is no key ring here. */
  readonly keyRing: KeyRing["Service"] | undefined
  /** Who was erased, as the events say: a ring from an old backup may have their keys again. */
  readonly erased: ReadonlySet<PersonRef>
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const isText = Schema.is(Text)

const textIn = (about: ReadonlyArray<PersonRef>, bytes: Uint8Array): Text | undefined => {
  try {
    const text = { about, text: utf8.decode(bytes) }
    return isText(text) ? text : undefined
  } catch {
    return undefined
  }
}

const sealed = ({ about }: SealedText, why: string): WithheldText => ({ about, withheld: "sealed", why })

const erasedOf = ({ about }: SealedText, erased: ReadonlySet<PersonRef>): WithheldText | undefined => {
  const gone = keyHolders(about).find((person) => erased.has(person))
  return gone === undefined ? undefined : { about, withheld: "erased", why: `${gone} was erased` }
}

/** What is said of a box that nobody asked to have opened: `[erased]`, or `[sealed]`. */
export const unopenedText = (kept: SealedText, erased: ReadonlySet<PersonRef>): WithheldText =>
  erasedOf(kept, erased) ?? sealed(kept, "nobody asked to have it opened")

/** A text as it was written where it stands, as far as it can be opened. */
export const openText = Effect.fnUntraced(function* (
  { erased, keyRing }: OpenedWith,
  kept: KeptText,
  place: TextPlace
): Effect.fn.Return<OpenedText> {
  if (!isSealed(kept)) return kept
  const { about } = kept
  const holders = keyHolders(about)
  const gone = erasedOf(kept, erased)
  if (gone !== undefined) return gone
  if (keyRing === undefined) return sealed(kept, "there is no key ring here")
  const keys: Array<Uint8Array> = []
  let missing: string | undefined
  for (const person of holders) {
    const found = yield* Effect.match(keyRing.find(person), {
      onFailure: ({ message }) => ({ _tag: "Unreadable" as const, message }),
      onSuccess: (answer) => answer
    })
    if (found._tag === "Forgotten") {
      return { about, withheld: "erased", why: `the key of ${person} was forgotten` }
    }
    if (found._tag === "Key") keys.push(found.key)
    else missing ??= found._tag === "NoKey" ? `there is no key of ${person} here` : found.message
  }
  if (missing !== undefined) return sealed(kept, missing)
  const { open } = keyRing.cipher ?? webCryptoCipher
  const bound = placeBound(place)
  const input = { material: keyMaterial(keys), info: keyPurpose(holders), iv: fromBase64(kept.iv), bound }
  const bytes = yield* atOnce(() => open(input, fromBase64(kept.ct)))
  const text = bytes === undefined ? undefined : textIn(about, bytes)
  return text ?? sealed(kept, "it is not what was sealed in this place under these keys")
})

/**
 * What is shown of a text: its words, `[erased]` or `[sealed]`.
 * @example
 * ```ts
 * import { wordsOf } from "@lcqm/core"
 * wordsOf({ about: ["p-champion1"], withheld: "erased", why: "p-champion1 was erased" }) // => "[erased]"
 * ```
 */
export const wordsOf = (opened: OpenedText): string =>
  "text" in opened ? opened.text : `[${opened.withheld}]`

/** What is told of one sealed text of an event: its words, or what is said in their place. */
export interface TextTold {
  readonly place: TextPlace
  readonly told: OpenedText
}

// Data of a file may be anything, also where its type has a text.
const isBox = (value: unknown): value is SealedText =>
  typeof value === "object" && value !== null && isSealed(value)

/** A sealed text of an event, and where it stands. */
export interface SealedInEvent {
  readonly place: TextPlace
  readonly text: SealedText
}

/** The sealed texts of events, in their order; their data may be of any form. */
export const sealedTextsOf = (
  catalogue: Catalogue,
  events: ReadonlyArray<Pick<Recorded, "data" | "id" | "type">>
): ReadonlyArray<SealedInEvent> =>
  events.flatMap((event) =>
    textsOf(catalogue, event).flatMap(({ place, text }) => (isBox(text) ? [{ place, text }] : []))
  )

const valueAt = (value: unknown, path: TextPlace["path"]): unknown =>
  path.reduce<unknown>(
    (held, key) => (typeof held === "object" && held !== null ? Reflect.get(held, key) : undefined),
    value
  )

/**
 * Events with what is told of their sealed texts in the places of the boxes: words, `[erased]` or `[sealed]`. Nothing
 * else changes, and nothing but a box is replaced.
 */
export const withTextsTold = <Event extends Recorded>(
  events: ReadonlyArray<Event>,
  told: ReadonlyArray<TextTold>
): ReadonlyArray<Event> => {
  const byEvent = new Map<string, Array<TextTold>>()
  for (const each of told) {
    const { eventId } = each.place
    const before = byEvent.get(eventId)
    if (before === undefined) byEvent.set(eventId, [each])
    else before.push(each)
  }
  return events.map((event) => {
    let data: unknown = event.data
    for (const { place, told: text } of byEvent.get(event.id) ?? []) {
      const box = valueAt(data, place.path)
      if (!isBox(box)) continue
      data = withValueAt(data, place.path, { about: box.about, text: wordsOf(text) })
    }
    // A text in the place of a box is what the event's type allows there too.
    return data === event.data ? event : { ...event, data }
  })
}
