// A school's state as fields with a path and a value, so that two states can be compared and each field be traced to
// the event that set it. Nothing here knows which fields there are.
import { type EnrolmentState, isSealed, shownUnopened } from "@lcqm/core"

/** What a field holds: a text, a number, yes or no; nothing where it was not set. */
export type FieldValue = string | number | boolean

/** Fields by path, as `self/leadership.champion/judgement`. A set's members are fields that are `true`. */
export type Fields = ReadonlyMap<string, FieldValue>

const collect = (path: string, value: unknown, into: Map<string, FieldValue>): void => {
  if (value === undefined || value === null) return
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    into.set(path, value)
  } else if (value instanceof Map) {
    for (const [key, inner] of value) collect(`${path}/${String(key)}`, inner, into)
  } else if (value instanceof Set) {
    for (const member of value) into.set(`${path}/${String(member)}`, true)
  } else if (typeof value === "object" && isSealed(value)) {
    // What is in a box is no field: it reads as what stands for it.
    collect(path, { about: value.about, text: shownUnopened(value) }, into)
  } else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) {
      collect(path === "" ? key : `${path}/${key}`, inner, into)
    }
  }
}

/** The fields of a school's state that hold something. */
export const fieldsOf = (state: EnrolmentState): Fields => {
  const fields = new Map<string, FieldValue>()
  collect("", state, fields)
  return fields
}

/** A field that is not the same in two states; `undefined` where it holds nothing. */
export interface FieldChanged {
  readonly field: string
  readonly from: FieldValue | undefined
  readonly to: FieldValue | undefined
}

/** The fields that differ, in the order of their paths. */
export const changedFields = (from: Fields, to: Fields): ReadonlyArray<FieldChanged> =>
  [...new Set([...from.keys(), ...to.keys()])]
    .filter((field) => from.get(field) !== to.get(field))
    .toSorted()
    .map((field) => ({ field, from: from.get(field), to: to.get(field) }))
