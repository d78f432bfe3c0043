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
