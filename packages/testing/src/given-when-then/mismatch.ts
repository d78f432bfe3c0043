// What a story that does not end as told is answered with: what was expected, what came, and where the two
// part. No test runner is asked for: an error thrown is understood by all of them.

/** A story did not go as it was told. The message shows what was expected, what came, and where they differ. */
export class StoryMismatch extends Error {
  override readonly name = "StoryMismatch"
}

/** One place where two values differ: `path` reads as `[0].data.level`; "nothing" is a value that is missing. */
export interface Difference {
  readonly path: string
  readonly expected: string
  readonly got: string
}

// A line of an error message; the whole of both values stands above the differences.
const longestShown = 120

const text = (value: unknown): string => {
  if (value === undefined) return "nothing"
  const json = JSON.stringify(plain(value)) ?? typeof value
  return json.length > longestShown ? `${json.slice(0, longestShown)}…` : json
}

/** A value as JSON can show it: maps as objects by key, sets as lists. */
export const plain = (value: unknown): unknown => {
  if (value instanceof Map) {
    return Object.fromEntries(Array.from(value, ([key, each]) => [String(key), plain(each)]))
  }
  if (value instanceof Set) return Array.from(value, plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, plain(each)])
  )
}

const entriesOf = (value: unknown): ReadonlyMap<string, unknown> | undefined =>
  typeof value !== "object" || value === null ? undefined : new Map(Object.entries(value))

const under = (path: string, key: string, inList: boolean): string =>
  inList ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`

const compare = (expected: unknown, got: unknown, path: string): ReadonlyArray<Difference> => {
  if (Object.is(expected, got)) return []
  const [wanted, found] = [entriesOf(expected), entriesOf(got)]
  const isList = Array.isArray(expected)
  if (wanted === undefined || found === undefined || isList !== Array.isArray(got)) {
    return [{ path: path === "" ? "the whole" : path, expected: text(expected), got: text(got) }]
  }
  const keys = [...new Set([...wanted.keys(), ...found.keys()])]
  return keys.flatMap((key) => compare(wanted.get(key), found.get(key), under(path, key, isList)))
}

/**
 * Where two values differ, down to the leaf. A key whose value is undefined is a key that is missing.
 * @example
 * ```ts
 * import { differences } from "@lcqm/testing/given-when-then"
 * differences([{ level: "gold" }], [{ level: "silver" }]) // => [{ path: "[0].level", expected: '"gold"', got: '"silver"' }]
 * differences({ reason: undefined }, {}) // => []
 * ```
 */
export const differences = (expected: unknown, got: unknown): ReadonlyArray<Difference> =>
  compare(plain(expected), plain(got), "")

/** The lines of an error message that show where two values differ. */
export const differenceLines = (found: ReadonlyArray<Difference>): ReadonlyArray<string> =>
  found.map(({ expected, got, path }) => `  at ${path}: expected ${expected}, got ${got}`)
