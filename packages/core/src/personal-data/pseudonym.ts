// A new pseudonym: random, so that it says nothing of whom it stands for, and nobody finds it by guessing names.
import { Effect } from "effect"
import { Entropy } from "../deciding/host/entropy.ts"
import type { PersonRef } from "../vocabulary/index.ts"

const letters = "abcdefghijklmnopqrstuvwxyz0123456789"

// 36 does not divide 256: bytes above the last whole multiple are left out, so that no letter comes more often.
const fair = 256 - (256 % letters.length)

// 103 bits: among a million people two are the same once in 10^19 times.
const length = 20

/**
 * A new pseudonym of 20 random letters and digits, from the Entropy in context (unless told otherwise the platform's).
 * @example
 * ```ts
 * import { newPseudonym, PersonRef } from "@lcqm/core"
 * import { Effect, Schema } from "effect"
 * Schema.is(PersonRef)(Effect.runSync(newPseudonym)) // => true
 * ```
 */
export const newPseudonym: Effect.Effect<PersonRef> = Effect.map(Entropy, ({ bytes }) => {
  let text = ""
  while (text.length < length) {
    for (const byte of bytes(length - text.length)) {
      if (byte < fair) text += letters.charAt(byte % letters.length)
    }
  }
  return `p-${text}`
})
