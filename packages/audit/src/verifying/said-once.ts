// JSON lets a text name one key of an object twice, and readers differ in which they take. Such a text says no one thing.

/** How many keys a JSON text names: the colons outside its strings. */
const keysIn = (json: string): number => {
  let keys = 0
  let isQuoted = false
  for (let at = 0; at < json.length; at++) {
    const letter = json[at]
    if (isQuoted && letter === "\\") at += 1
    else if (letter === '"') isQuoted = !isQuoted
    else if (!isQuoted && letter === ":") keys += 1
  }
  return keys
}

/** Whether a JSON text names no key twice, told from the canonical form of what was parsed from it, which names each once. */
export const isSaidOnce = (json: string, canonical: string): boolean => keysIn(json) === keysIn(canonical)
