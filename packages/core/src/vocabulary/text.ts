// Free text written by people. It is personal by default, so it is a type of its own: it says whom it is
// about, and no rule ever reads it.
import { Schema } from "effect"
import { PersonRef } from "./identifiers.ts"

/** A reason or a description, not a document: documents are evidence, held elsewhere and referred to. */
export const longestText = 2_000

/** Text that has bytes at all: a lone surrogate has none in UTF-8, and canonical JSON refuses it. */
export const wellFormed = Schema.makeFilter((text: string) => !/\p{Surrogate}/u.test(text), {
  expected: "text without broken (lone) surrogates"
})

/**
 * Free text and the people it is about. Read by no rule.
 * @example
 * ```ts
 * import { textAbout } from "@lcqm/core"
 * textAbout("Visit moved at the school's request", []) // => { about: [], text: "Visit moved at the school's request" }
 * ```
 */
export const Text = Schema.Struct({
  about: Schema.Array(PersonRef).check(Schema.isMaxLength(20)),
  text: Schema.String.check(
    Schema.isMinLength(1, { expected: "a text of at least one character" }),
    Schema.isMaxLength(longestText, { expected: `a text of at most ${longestText} characters` }),
    wellFormed
  )
}).annotate({ identifier: "Text", description: "Free text and whom it is about; personal by default." })
export type Text = typeof Text.Type

/** A text about the people named. */
export const textAbout = (text: string, about: ReadonlyArray<PersonRef>): Text => ({ about, text })

// A text has at most three bytes of UTF-8 a UTF-16 unit, and the tag 16 more; base64 makes four letters of three bytes.
const longestBox = 4 * Math.ceil((3 * longestText + 16) / 3)

/**
 * A text as a box: sealed before it was recorded, under the keys of everybody it is about, and bound to its place.
 * `iv` is the random beginning of 12 bytes, `ct` the ciphertext and behind it the tag of 16 bytes, both in base64.
 */
export const SealedText = Schema.Struct({
  about: Schema.Array(PersonRef).check(Schema.isMinLength(1), Schema.isMaxLength(20)),
  iv: Schema.String.check(
    Schema.isPattern(/^[A-Za-z0-9+/]{16}$/u, { expected: "12 bytes as 16 letters of base64" })
  ),
  ct: Schema.String.check(
    // The last letter of a group that is not full has bits of no byte, which are zero: one box, one spelling.
    Schema.isPattern(
      /^(?:[A-Za-z0-9+/]{4}){5,}(?:[A-Za-z0-9+/]{4}|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=|[A-Za-z0-9+/][AQgw]==)$/u,
      { expected: "a ciphertext and its tag in base64" }
    ),
    Schema.isMaxLength(longestBox, { expected: `at most ${longestBox} letters of base64` })
  )
}).annotate({ identifier: "SealedText", description: "Free text as a sealed box, and whom it is about." })
export type SealedText = typeof SealedText.Type

/**
 * Free text as events keep it: sealed where there are keys of those it is about, and otherwise as it was written.
 * Commands carry `Text`; an event keeps `KeptText`.
 */
export const KeptText = Schema.Union([Text, SealedText]).annotate({
  identifier: "KeptText",
  description: "Free text as it is kept, sealed or not; personal by default.",
  holds: "text"
})
export type KeptText = typeof KeptText.Type

/** Whether a kept text is a box; told of any value by what no other value of an event or a state has. */
export const isSealed = (value: object): value is SealedText => "iv" in value && "ct" in value

/**
 * Whether words were written: not just spaces. Of a box it is known that they were, or it would not have been recorded.
 * @example
 * ```ts
 * import { hasWords, textAbout } from "@lcqm/core"
 * hasWords(textAbout(" ", [])) // => false
 * ```
 */
export const hasWords = (text: KeptText): boolean => isSealed(text) || /\S/u.test(text.text)

/**
 * What is shown of a kept text where nobody opens it: its words, or `[sealed]`.
 * @example
 * ```ts
 * import { shownUnopened, textAbout } from "@lcqm/core"
 * shownUnopened(textAbout("As agreed.", [])) // => "As agreed."
 * ```
 */
export const shownUnopened = (text: KeptText): string => (isSealed(text) ? "[sealed]" : text.text)
