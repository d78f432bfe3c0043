// Text that came from a file or an event is shown as text: no control character of it reaches the terminal, where
// it could move the cursor, change colours or turn the reading direction.

// Control characters (C0, DEL, C1), and those that turn the direction of what follows.
const unseen = /[\p{Cc}\p{Bidi_Control}]/gu

/** A text with its control characters spelt out, as `\u001b`. */
export const printable = (text: string): string =>
  text.replace(unseen, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
