// A projection whose read model is tables of its own in a SQLite file: what it declares, and how it changes rows.
import type { ReadModelKey, Recorded } from "@lcqm/core"
import type { Rows } from "./rows.ts"

/** A named, versioned read model in tables of its own. */
export interface TableProjection extends ReadModelKey {
  /** The event types it reads; others never reach it. */
  readonly types: ReadonlySet<string>
  /** Its tables by name, each as SQL has it between the brackets. No other projection may have a table of that name. */
  readonly tables: Readonly<Record<string, string>>
  /** Its indexes by name, as `award_totals (level)`. */
  readonly indexes: Readonly<Record<string, string>>
  /** Changes its rows by an event: total, whatever came before, and by nothing but the rows and the event. */
  apply(rows: Rows, event: Recorded): void
}

/**
 * Declares a projection into tables, over events of the types named in `on`, one function each. The tables are made
 * when it begins, and replaced when its version is another or it is rebuilt.
 * @example
 * ```ts
 * import type { LcqmEvent } from "@lcqm/core"
 * import { tableProjection } from "@lcqm/sqlite"
 * const totals = tableProjection<LcqmEvent>(
 *   { name: "award-totals", version: 1, tables: { award_totals: "level TEXT PRIMARY KEY, awards INTEGER NOT NULL" } },
 *   {
 *     "AwardAgreed.v1": (rows, { data }) =>
 *       rows.run("INSERT INTO award_totals VALUES (?, 1) ON CONFLICT DO UPDATE SET awards = awards + 1", data.level)
 *   }
 * )
 * totals.types.has("AwardAgreed.v1") // => true
 * ```
 */
export const tableProjection = <Event extends Recorded>(
  parts: {
    readonly name: string
    readonly version: number
    readonly tables: Readonly<Record<string, string>>
    readonly indexes?: Readonly<Record<string, string>>
  },
  on: {
    readonly [Type in Event["type"]]?: (rows: Rows, event: Extract<Event, { readonly type: Type }>) => void
  }
): TableProjection => {
  // Typed by `on`: the codec has checked that an event of a type is what its schema says.
  const handlers = new Map(Object.entries(on)) as Map<string, (rows: Rows, event: Recorded) => void>
  return {
    indexes: {},
    ...parts,
    types: new Set(handlers.keys()),
    apply: (rows, event) => handlers.get(event.type)?.(rows, event)
  }
}
