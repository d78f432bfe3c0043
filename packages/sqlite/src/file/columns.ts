// What stands in a column of a row, where it is of the kind that is looked for.

const valueIn = (row: unknown, column: string): unknown =>
  typeof row === "object" && row !== null ? Reflect.get(row, column) : undefined

/** The number in a column; a number too large for JavaScript is no ordinal and no revision of ours. */
export const numberIn = (row: unknown, column: string): number | undefined => {
  const value = valueIn(row, column)
  return typeof value === "number" ? value : undefined
}

/** The text in a column. */
export const textIn = (row: unknown, column: string): string | undefined => {
  const value = valueIn(row, column)
  return typeof value === "string" ? value : undefined
}

/** The bytes in a column. */
export const bytesIn = (row: unknown, column: string): Uint8Array | undefined => {
  const value = valueIn(row, column)
  return value instanceof Uint8Array ? value : undefined
}
