// What a sealed text is bound to and which keys it takes: the one definition that sealing, opening, and whoever reads
// boxes with tools of their own go by.
import { canonicalBytes } from "@lcqm/ledger"
import type { EventId, PersonRef } from "../vocabulary/index.ts"

/** Where a text stands: in which event, and where in its data. */
export interface TextPlace {
  readonly eventId: EventId
  /** Names, and places of a list as numbers, from the event's data on. */
  readonly path: ReadonlyArray<string | number>
}

/** How many random bytes each box begins from: the 96 bits of AES-GCM's nonce. */
export const ivBytes = 12

/** Everybody a text is about, once, in the order in which their keys are put together. */
export const keyHolders = (about: ReadonlyArray<PersonRef>): ReadonlyArray<PersonRef> =>
  [...new Set(about)].toSorted()

/**
 * What a box is bound to, AES-GCM's additional data: the canonical JSON of the event's id and the path in its data. A
 * box that is moved does not open.
 */
export const placeBound = ({ eventId, path }: TextPlace): Uint8Array => canonicalBytes({ eventId, path })

/** What the derived key is for, HKDF's info: the canonical JSON of the purpose and everybody the text is about. */
export const keyPurpose = (holders: ReadonlyArray<PersonRef>): Uint8Array =>
  canonicalBytes({ purpose: "lcqm/sealed-text/1", about: holders })

/** What the key is derived from, HKDF's input: the keys of everybody, one behind the other. */
export const keyMaterial = (keys: ReadonlyArray<Uint8Array>): Uint8Array => {
  const material = new Uint8Array(keys.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const key of keys) {
    material.set(key, at)
    at += key.length
  }
  return material
}
