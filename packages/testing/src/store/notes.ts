// Events of the suite's catalogue for the tests that an adapter has beside the suite.
import type { Stamped } from "@lcqm/core"
import { batch, type Batch, numbersFrom, stamp } from "./stamping.ts"

/**
 * Event number n of the test catalogue (`testCodec`), stamped for a place: its id follows from the number. What it notes
 * may be another text, for another content under the same id.
 * @example
 * ```ts
 * import { noted } from "@lcqm/testing/store"
 * noted(7, "a", 0).id // => "00000000-0000-8000-8000-000000000007"
 * noted(7, "a", 0).data // => { n: 7, note: "note 7" }
 * ```
 */
export const noted = (n: number, stream: string, revision: number, note = `note ${n}`): Stamped =>
  stamp(n, stream, revision, { data: { n, note } })

/**
 * So many events (at least one) of a stream from a place on, the first place unless told otherwise; their numbers from
 * `first`, 0 unless told otherwise.
 * @example
 * ```ts
 * import { notes } from "@lcqm/testing/store"
 * notes(2, "a", { first: 5, revision: 1 }).map(({ data, revision }) => [data, revision])
 * // => [[{ n: 5, note: "note 5" }, 1], [{ n: 6, note: "note 6" }, 2]]
 * ```
 */
export const notes = (count: number, stream: string, { first = 0, revision = 0 } = {}): Batch =>
  batch(numbersFrom(first, count), stream, revision)
