// JSON whose object names a key twice has no one meaning: JSON.parse takes the last and says nothing. A judgement that
// stands twice in a file is a mistake of whoever wrote it, and they are told.
import type { Problem } from "./malformed.ts"

// In JSON that has been parsed, strings and brackets are all that is to be told apart.
const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/gu

interface Open {
  /** The keys so far; undefined of an array. */
  readonly keys: Set<string> | undefined
  /** The key whose value this stands in; of an array the place. */
  at: string | number
  /** Whether the next string is a key. */
  keyDue: boolean
}

const pathOf = (open: ReadonlyArray<Open>): string =>
  open.reduce(
    (path, { at }) => (typeof at === "number" ? `${path}[${at}]` : path === "" ? at : `${path}.${at}`),
    ""
  )

// Every member has a colon of its own, so that a text with no more colons than its value has members repeats no key.
// Most texts are so, and counting is a tenth of reading.
const isBeyondDoubt = (json: string, value: unknown): boolean => {
  let members = 0
  const left: Array<unknown> = [value]
  while (left.length > 0) {
    const next = left.pop()
    if (typeof next !== "object" || next === null) continue
    const values: ReadonlyArray<unknown> = Object.values(next)
    if (!Array.isArray(next)) members += values.length
    for (const each of values) left.push(each)
  }
  let colons = 0
  for (let at = json.indexOf(":"); at >= 0; at = json.indexOf(":", at + 1)) colons += 1
  return colons === members
}

/**
 * What is wrong with a text of JSON in which an object has a key twice: the first there is; undefined where none has.
 * @param value What the text was parsed to.
 * @example
 * ```ts
 * import { repeatedKey } from "@lcqm/core"
 * const text = '{ "level": "gold", "level": "bronze" }'
 * repeatedKey(text, JSON.parse(text))?.path // => "level"
 * ```
 */
export const repeatedKey = (json: string, value: unknown): Problem | undefined => {
  if (isBeyondDoubt(json, value)) return undefined
  const open: Array<Open> = []
  for (const [text] of json.matchAll(token)) {
    const here = open.at(-1)
    if (text === "{") open.push({ keys: new Set(), at: "", keyDue: true })
    else if (text === "[") open.push({ keys: undefined, at: 0, keyDue: false })
    else if (text === "}" || text === "]") open.pop()
    else if (here === undefined) continue
    else if (text === ",") {
      if (typeof here.at === "number") here.at += 1
      else here.keyDue = true
    } else if (here.keyDue && here.keys !== undefined) {
      const key: string = JSON.parse(text)
      here.at = key
      here.keyDue = false
      if (here.keys.has(key))
        return { path: pathOf(open), expected: "each key once in its object", got: `${text} twice` }
      here.keys.add(key)
    }
  }
  return undefined
}
