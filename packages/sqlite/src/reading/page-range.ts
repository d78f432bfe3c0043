// A part of the log, and the pages it is read in.
import type { AllRange, EventFilter, Recorded } from "@lcqm/core"

/** Events a page holds at most. Twice as many take a quarter more memory, for a twentieth less time. */
export const eventsPerPage = 128

// Ordinals a filtered page looks through at most: others run in between.
const ordinalsPerPage = 4_096

/** A part of the log that pages are taken from: ordinals from `low` to below `high`. */
export interface PageRange {
  readonly backward: boolean
  readonly low: number
  readonly high: number
  readonly filter?: EventFilter
  readonly asStored: boolean
}

/** A page, and what is left of the range; undefined once it is read. */
export interface Page {
  readonly events: ReadonlyArray<Recorded>
  readonly rest: PageRange | undefined
}

/** What is asked of the store, with bounds as numbers. A filter that lets everything through is none. */
export const pageRangeOf = (
  { asStored, filter }: Pick<AllRange, "asStored" | "filter">,
  bounds: { readonly backward: boolean; readonly low: number; readonly high: number }
): PageRange => {
  const everything = filter?.types === undefined && (filter?.streamPrefix ?? "") === ""
  return {
    ...bounds,
    asStored: asStored === true,
    ...(filter === undefined || everything ? {} : { filter })
  }
}

/** Ordinals from one to below another. */
export interface Piece {
  readonly from: number
  readonly to: number
}

/** The beginning of a range: what a page looks through at most. */
export const pieceOf = ({ backward, filter, high, low }: PageRange): Piece => {
  const most = filter === undefined ? eventsPerPage : ordinalsPerPage
  return backward
    ? { from: Math.max(low, high - most), to: high }
    : { from: low, to: Math.min(high, low + most) }
}

/** What a page has looked through when it ends with this event, where it is full. */
export const seenOf = ({ backward }: PageRange, { from, to }: Piece, last: number | undefined): Piece =>
  last === undefined ? { from, to } : backward ? { from: last, to } : { from, to: last + 1 }

/** What is left of a range once a piece of it has been read. */
export const restOf = (range: PageRange, { from, to }: Piece): PageRange | undefined => {
  if (range.backward) return from <= range.low ? undefined : { ...range, high: from }
  return to >= range.high ? undefined : { ...range, low: to }
}
