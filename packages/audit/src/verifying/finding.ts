// What verifying finds: each thing that is wrong, by a name that never changes, with the place and both sides of the
// comparison. What could not be checked is told apart from what was: it never counts as verified.

/**
 * What can be wrong with an award file or a log.
 *
 * - of the file: `not an award file`, `header changed`, `another school`
 * - of an event: `event edited`, `event inserted`, `event repeated`, `event of another stream`, `proof wrong`, and
 *   `written by another version`: it is what was recorded, in another form than this program's or of a type it does not know
 * - between events: `event left out`, `events swapped`, `cut at its end`, `beyond its head`
 * - of what a decision rests on: `history changed`, `fact changed`, `fact missing`, `fact not asked for`
 * - of what is signed: `checkpoint not believed`, `stream head not believed`, `heads disagree`, `signature wrong`
 * - of a log against an earlier one: `shrunken log`, `forked log`
 * - of what a store keeps beside its events: `store damaged`
 */
export type FindingKind =
  | "not an award file"
  | "header changed"
  | "another school"
  | "event edited"
  | "event inserted"
  | "event repeated"
  | "event of another stream"
  | "proof wrong"
  | "written by another version"
  | "event left out"
  | "events swapped"
  | "cut at its end"
  | "beyond its head"
  | "history changed"
  | "fact changed"
  | "fact missing"
  | "fact not asked for"
  | "checkpoint not believed"
  | "stream head not believed"
  | "heads disagree"
  | "signature wrong"
  | "shrunken log"
  | "forked log"
  | "store damaged"

/** Where in a file or store. What does not apply is left out. */
export interface Where {
  readonly stream?: string
  /** The first event meant, by its revision. */
  readonly revision?: number
  /** The last event meant, where several in a row are. */
  readonly to?: number
  /** The events meant, where they are not in a row. */
  readonly revisions?: ReadonlyArray<number>
  /** The event meant, by its place among the stream's events in the file, from 0. */
  readonly place?: number
  /** A line of the file's head, as `school` or `log.checkpoint`. */
  readonly part?: string
  /** A byte of the file, from 0. */
  readonly offset?: number
}

/** One thing that is wrong. */
export interface Finding {
  readonly kind: FindingKind
  readonly where: Where
  /** One sentence for a person. */
  readonly says: string
  readonly expected: string
  readonly got: string
}

/** One thing that could not be checked, and why. */
export interface Unchecked {
  readonly what: string
  readonly where: Where
  readonly why: string
}

/** A place in words, as `school-lcqm-900001, event 12`. */
export const whereText = ({ offset, part, place, revision, revisions, stream, to }: Where): string =>
  [
    stream,
    part,
    revisions === undefined ? undefined : `events ${revisions.join(", ")}`,
    revision === undefined
      ? place === undefined
        ? undefined
        : `place ${place}`
      : to === undefined || to === revision
        ? `event ${revision}`
        : `events ${revision} to ${to}`,
    offset === undefined ? undefined : `byte ${offset}`
  ]
    .filter((each) => each !== undefined)
    .join(", ") || "the file"
