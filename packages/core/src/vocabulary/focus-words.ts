// What a subject or a topic is called, where networks say what they work on.
import { Schema } from "effect"

/**
 * A subject or a topic in a few words, as `using and applying mathematics`: lower-case, so that the same words are the
 * same text. Never a person's name.
 */
export const FocusWords = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9' -]{0,58}[a-z0-9]$/u, {
    expected: "a subject or topic: 2 to 60 lower-case letters, digits, spaces, hyphens or apostrophes"
  })
).annotate({
  identifier: "FocusWords",
  holds: "scheme word",
  description: "A subject or a topic, in a few lower-case words."
})
export type FocusWords = typeof FocusWords.Type
