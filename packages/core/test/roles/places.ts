// The places of a value, and the value changed at one of them: for tables of everything that can be wrong.

/** Where in a value something stands. */
export type Path = ReadonlyArray<string | number>

/** A place as an error names it, `data.themes[2].id`. */
export const pathText = (path: Path): string =>
  path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? key : `${text}.${key}`),
    ""
  )

/** The places of a value, itself among them, each with the value there. */
export const placesIn = (value: unknown, at: Path = []): ReadonlyArray<readonly [Path, unknown]> => [
  [at, value],
  ...(Array.isArray(value)
    ? value.flatMap((each: unknown, index) => placesIn(each, [...at, index]))
    : typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]))
      : [])
]

/** What is put where nothing is to be. */
export const absent = Symbol("absent")

/** The value with another at that place, or with nothing there. */
export const put = (value: unknown, [key, ...rest]: Path, other: unknown): unknown => {
  if (key === undefined) return other
  if (Array.isArray(value)) {
    return value.map((each: unknown, index) => (index === key ? put(each, rest, other) : each))
  }
  if (typeof value !== "object" || value === null) return value
  const there = new Map<string, unknown>(Object.entries(value))
  const changed = put(there.get(String(key)), rest, other)
  if (changed === absent) there.delete(String(key))
  else there.set(String(key), changed)
  return Object.fromEntries(there)
}
