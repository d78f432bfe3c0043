// Names as they stand in the file. SQLite's drivers cut a text at U+0000, so that character is written with an
// escape, and the escape's own character too: one name, one text, and a prefix of a name is a prefix of its text.

/** A name as it is stored. */
export const stored = (name: string): string =>
  name.includes("\0") || name.includes("\\") ? name.replaceAll("\\", "\\\\").replaceAll("\0", "\\0") : name

/** A stored name as it is. */
export const unstored = (text: string): string =>
  text.includes("\\") ? text.replaceAll(/\\([\\0])/g, (_, escaped) => (escaped === "0" ? "\0" : "\\")) : text
