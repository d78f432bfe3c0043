// Free text: personal by default, read by no rule, and so free to be anything at all.
import { type KeptText, longestText, type PersonRef, type SealedText, type Text } from "@lcqm/core"
import { toBase64 } from "@lcqm/ledger"
import * as fc from "fast-check"
import { anyPersonRef } from "./identifiers.ts"
import { anyWords } from "./words.ts"

/**
 * Any free text, about nobody or about some of the people given (any people, where none are). Shrinks to "a",
 * about nobody.
 * @example
 * ```ts
 * import { longestText } from "@lcqm/core"
 * import { anyText } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * fc.sample(anyText(), { seed: 1, numRuns: 100 }).every(({ text }) => text.length <= longestText) // => true
 * ```
 */
export const anyText = (people?: readonly [PersonRef, ...Array<PersonRef>]): fc.Arbitrary<Text> =>
  fc.record(
    {
      about: fc.array(people === undefined ? anyPersonRef() : fc.constantFrom(...people), { maxLength: 2 }),
      text: anyWords(longestText)
    },
    { noNullPrototype: true }
  )

/**
 * Any free text as a box of random bytes, which nothing opens: in form what sealing makes.
 * @example
 * ```ts
 * import { SealedText } from "@lcqm/core"
 * import { anySealedText } from "@lcqm/testing/arbitraries"
 * import { Schema } from "effect"
 * import fc from "fast-check"
 * fc.sample(anySealedText(), { seed: 1, numRuns: 100 }).every(Schema.is(SealedText)) // => true
 * ```
 */
export const anySealedText = (): fc.Arbitrary<SealedText> =>
  fc.record(
    {
      about: fc.array(anyPersonRef(), { minLength: 1, maxLength: 2 }),
      iv: fc.uint8Array({ minLength: 12, maxLength: 12 }).map(toBase64),
      ct: fc.uint8Array({ minLength: 17, maxLength: 60 }).map(toBase64)
    },
    { noNullPrototype: true }
  )

/** Any free text as an event keeps it, sealed or not. Shrinks to what `anyText` shrinks to. */
export const anyKeptText = (): fc.Arbitrary<KeptText> =>
  fc.oneof({ withCrossShrink: true }, anyText(), anySealedText())
