// Free text: personal by default, read by no rule, and so free to be anything at all.
import { longestText, type PersonRef, type Text } from "@lcqm/core"
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
