// What erasing somebody could not check. An erasure that is told as done is believed: whatever was not seen with their
// key in hand is said, and what follows from it.
import {
  isSealed,
  type KeyFound,
  lcqmCatalogue,
  type LcqmOperations,
  type PersonRef,
  textsOf
} from "@lcqm/core"
import { Stream } from "effect"
import { counted } from "../telling/counted.ts"

/** What was seen of a person's key before it was forgotten; one that cannot be read is forgotten as any other. */
export type KeySeen = KeyFound["_tag"] | "Unreadable"

/** Something that was not checked, and what to do about it. */
export interface Unchecked {
  readonly what: string
  readonly why: string
}

/** What is known of an erasure when it is done. */
export interface ErasureSeen {
  readonly key: KeySeen
  /** Whether the ring was opened without its master key. */
  readonly masterKeyLost: boolean
  /** How many sealed texts the store has about them, where they had no key on the ring. */
  readonly sealedTexts: number
}

/** How many sealed texts about a person a store has. */
export const sealedTextsAbout = (lcqm: LcqmOperations, person: PersonRef) =>
  Stream.runFold(
    lcqm.events(),
    () => 0,
    (count, event) =>
      count +
      textsOf(lcqmCatalogue, event).filter(({ text }) => isSealed(text) && text.about.includes(person)).length
  )

const ofTheKey: Unchecked = {
  what: "whether the key was theirs",
  why: "it was not read, and one that was damaged or put in its place looks the same"
}

const ofTheMasterKey: ReadonlyArray<Unchecked> = [
  {
    what: "whether the master key is gone",
    why: "lost is not destroyed: with it, a copy of the ring from before opens their texts; destroy every copy"
  },
  {
    what: "whether there is another ring",
    why: "what was written since the master key was lost is sealed under other keys; erase them on that ring too"
  }
]

const elsewhere = (sealedTexts: number): Unchecked => ({
  what: "where their key is",
  why: `the store has ${counted(sealedTexts, "sealed text")} about them, and this ring never had a key of theirs; find the ring that was in use then, and erase them on that one too`
})

/** What an erasure could not check. */
export const uncheckedOf = ({ key, masterKeyLost, sealedTexts }: ErasureSeen): ReadonlyArray<Unchecked> => [
  ...(key === "Unreadable" ? [ofTheKey] : []),
  ...(key === "NoKey" && sealedTexts > 0 ? [elsewhere(sealedTexts)] : []),
  ...(masterKeyLost ? ofTheMasterKey : [])
]
