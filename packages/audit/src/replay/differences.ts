// Where two values of JSON's kind differ: every path, with both sides.

/** A place where what was recomputed is not what was recorded; the absent side is undefined. */
export interface DataDiffers {
  /** As `basis.ruleSetHash`; empty for the whole. */
  readonly path: string
  readonly recorded: unknown
  readonly recomputed: unknown
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null

/** Every place where two values differ, in the order of their paths. */
export const differencesIn = (
  recorded: unknown,
  recomputed: unknown,
  path = ""
): ReadonlyArray<DataDiffers> => {
  if (isRecord(recorded) && isRecord(recomputed) && Array.isArray(recorded) === Array.isArray(recomputed)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(recomputed)])].toSorted()
    return keys.flatMap((key) =>
      differencesIn(recorded[key], recomputed[key], path === "" ? key : `${path}.${key}`)
    )
  }
  return Object.is(recorded, recomputed) ? [] : [{ path, recorded, recomputed }]
}
