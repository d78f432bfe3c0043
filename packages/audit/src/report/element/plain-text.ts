// Text from an event as a reader may trust it: what cannot be seen is made visible, and what turns the direction of
// writing cannot reach beyond its own text.

const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/g

/**
 * The text with every control character, direction mark and invisible character shown by its code point. A line feed
 * and a tab stay.
 */
export const visible = (text: string): string =>
  text.replaceAll(
    controls,
    (character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`
  )
