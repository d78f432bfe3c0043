// Which event last set a field of a school's state, and what changed between two points in time.
import { type AsAt, countsAsAt, type Instant, type PartialDate, type PersonRef, schoolFact } from "@lcqm/core"
import { asAt } from "./as-at.ts"
import { changedFields, type FieldChanged, type Fields, fieldsOf, type FieldValue } from "./fields.ts"
import type { SchoolHistory } from "./school-history.ts"

/** A field, what it holds, and the event that last set it. */
export interface Blamed {
  readonly field: string
  readonly value: FieldValue
  readonly revision: number
  readonly type: string
  readonly by: PersonRef
  readonly occurredOn: PartialDate
  readonly recordedAt: Instant
}

/**
 * Which event last set each field of a school's state whose path begins with `field` (default: all), as at a point.
 */
export const blame = (history: SchoolHistory, field = "", at: AsAt = {}): ReadonlyArray<Blamed> => {
  const setBy = new Map<string, (typeof history.events)[number]>()
  const { fold } = schoolFact(history.scheme, history.school)
  let state = fold.initial
  let before: Fields = fieldsOf(state)
  for (const event of history.events) {
    if (!countsAsAt(event, at)) continue
    state = fold.evolve(state, event)
    const after = fieldsOf(state)
    for (const { field: changed } of changedFields(before, after)) setBy.set(changed, event)
    before = after
  }
  return [...before]
    .filter(([path]) => path === field || field === "" || path.startsWith(`${field}/`))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, value]) => {
      const event = setBy.get(path)
      if (event === undefined) return []
      const { metadata, revision, type } = event
      const { actor, occurredOn, recordedAt } = metadata
      return [{ field: path, value, revision, type, by: actor.person, occurredOn, recordedAt }]
    })
}

/** What changed between two points: the events that count at the one and not the other, and the fields that differ. */
export interface Difference {
  readonly from: AsAt
  readonly to: AsAt
  /** Revisions of events that count at `to` and not at `from`. */
  readonly more: ReadonlyArray<number>
  /** Revisions of events that count at `from` and not at `to`. */
  readonly fewer: ReadonlyArray<number>
  readonly fields: ReadonlyArray<FieldChanged>
}

/** What changed in a school's state from one point to another. */
export const diff = (history: SchoolHistory, from: AsAt, to: AsAt): Difference => {
  const [before, after] = [asAt(history, from), asAt(history, to)]
  const [earlier, later] = [new Set(before.counts), new Set(after.counts)]
  return {
    from,
    to,
    more: after.counts.filter((revision) => !earlier.has(revision)),
    fewer: before.counts.filter((revision) => !later.has(revision)),
    fields: changedFields(fieldsOf(before.state), fieldsOf(after.state))
  }
}
