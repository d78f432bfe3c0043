// A value of the library as JSON can hold it: maps by key, sets as lists, and no key for what is not there.

/** The value, plain. */
export const plain = (value: unknown): unknown => {
  if (value instanceof Map) return plain(Object.fromEntries(value))
  if (value instanceof Set) return [...value].map(plain)
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) => (held === undefined ? [] : [[key, plain(held)]]))
  )
}
