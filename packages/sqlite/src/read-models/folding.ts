// One step of a read model in tables: its rows change and its bookmark moves in one transaction. Where an event cannot
// be folded, what came before it is, and the bookmark stands there.
import { BookmarkMismatch, HandlerFailed, type Position, type ReadModelStep } from "@lcqm/core"
import type { Database } from "../file/database.ts"
import { inTransaction } from "../file/opening.ts"
import { isOfTheFile } from "../file/sqlite-failure.ts"
import type { Rows } from "./rows.ts"
import type { TableProjection } from "./table-projection.ts"

/** Where a step takes place. */
export interface Place {
  readonly database: Database
  readonly projection: TableProjection
  readonly lend: (work: (rows: Rows) => void) => void
  readonly bookmark: () => Position | undefined
  readonly move: (to: Position) => void
  /** How its transactions begin: so that nobody else writes (BEGIN IMMEDIATE) unless told otherwise. */
  readonly begin?: string
}

class Stopped extends Error {
  readonly at: number
  override readonly cause: unknown

  constructor(at: number, cause: unknown) {
    super("a handler failed")
    this.at = at
    this.cause = cause
  }
}

/** Takes a step; answers why it went no further. Throws SQLite's own errors where the file is the reason. */
export const fold = (place: Place, step: ReadModelStep): HandlerFailed | BookmarkMismatch | undefined => {
  try {
    return inTransaction(place.database, () => moved(place, step), place.begin)
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
    const { at, cause } = error
    const { name, version } = place.projection
    const [events, event] = [step.events.slice(0, at), step.events[at]!]
    const last = events.at(-1)
    const failure = last && fold(place, { from: step.from, to: last.position, events })
    const { position, revision, stream, type } = event
    return failure ?? new HandlerFailed({ name, version, stream, revision, position, type, cause })
  }
}

const moved = (
  { bookmark, lend, move, projection }: Place,
  { events, from, to }: ReadModelStep
): BookmarkMismatch | undefined => {
  const { name, version } = projection
  const actual = bookmark()
  if (actual !== from || (from !== undefined && to <= from)) {
    return new BookmarkMismatch({ name, version, expected: from ?? "none", actual: actual ?? "none", to })
  }
  lend((rows) => {
    for (const [at, event] of events.entries()) {
      try {
        projection.apply(rows, event)
      } catch (cause) {
        throw isOfTheFile(cause) ? cause : new Stopped(at, cause)
      }
    }
  })
  move(to)
  return undefined
}
