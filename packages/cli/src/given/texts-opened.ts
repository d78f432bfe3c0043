// Whether the sealed texts of an answer are opened: only where --texts asks for it, with a key ring, for who acts. Once
// opened the answer is itself personal data, and says so.
import type { Actor, TextTold } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Given } from "../carry-out.ts"
import type { BadInput } from "../failure.ts"
import type { KeptBeside } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { type Acting, actingFlags, actorOf } from "./acting.ts"
import { keyRingGiven, keysFlags, keysGiven, type KeysGiven } from "./kept-apart.ts"

/** The flags of every command that can open texts. */
export const textsFlags = { ...actingFlags, ...keysFlags, texts: Schema.optionalKey(Schema.Boolean) }

/** For whom texts are opened, and with what. */
export interface Opening {
  /** Undefined where nothing is to be opened: a set LCQM_KEYS alone opens nothing. */
  readonly reader: Actor | undefined
  readonly beside: KeptBeside
}

/** For whom texts are to be opened; with --texts both who reads and the key ring must be said. */
export const openingGiven = (
  given: Given,
  flags: Acting & KeysGiven & { readonly texts?: boolean }
): Effect.Effect<Opening, BadInput> =>
  Effect.gen(function* () {
    if (flags.texts !== true) return { reader: undefined, beside: {} }
    const reader = yield* actorOf(flags)
    yield* keysGiven(flags.keys)
    return { reader, beside: yield* keyRingGiven(given, flags) }
  })

/** How many texts stand in their words. */
export const openedIn = (told: ReadonlyArray<TextTold>): number =>
  told.filter((each) => "text" in each.told).length

/** What whoever asked is told of an answer in which so many texts stand in their words; nothing of one without. */
export const openedText = (opened: number): string =>
  opened === 0
    ? ""
    : `${counted(opened, "sealed text")} opened: this holds personal data now.\n` +
      "Keep it from whoever may not read it; destroy it when it has served, and when somebody it is about is erased.\n"
