// The tally of the laws of projections, in a table of a SQLite file.
import {
  type KeptTally,
  nextFigure,
  tallied,
  tallyOf,
  type TallyRow,
  type TallySpec
} from "@lcqm/testing/projecting"
import { Effect } from "effect"
import type { Row, Rows, SqliteReadModels, TableProjection } from "../../src/index.ts"
import { byHand } from "../opened.ts"

/** The projection of a tally. */
export const tallyTables = ({ handling, name, version }: TallySpec): TableProjection => {
  const table = `${name}_of_streams`
  const of = `SELECT events, figure FROM ${table} WHERE stream = ?`
  const put = `INSERT OR REPLACE INTO ${table} VALUES (?, ?, ?)`
  return {
    name,
    version,
    types: tallied,
    tables: { [table]: "stream TEXT PRIMARY KEY, events INTEGER NOT NULL, figure INTEGER NOT NULL" },
    indexes: { [`${table}_by_figure`]: `${table} (figure)` },
    apply: (rows, event) => {
      const row = rows.get(of, event.stream)
      const [events, figure] = [Number(row?.["events"] ?? 0), Number(row?.["figure"] ?? 0)]
      rows.run(put, event.stream, events + 1, figure)
      // In between: a handler that fails has done half of its work.
      handling(event)
      rows.run(put, event.stream, events + 1, nextFigure(figure, event, version))
    }
  }
}

const rowOf = ({ events, figure, stream }: Row): TallyRow => [String(stream), Number(events), Number(figure)]

/** A tally kept in a file, and a row in it that no event gives. */
export const tallyInTables = (file: SqliteReadModels, path: string, spec: TallySpec): KeptTally => {
  const kept = file.keep(tallyTables(spec))
  const all = (rows: Rows) => tallyOf(rows.all(`SELECT * FROM ${spec.name}_of_streams`).map(rowOf))
  return {
    readModel: { ...kept, read: (look) => kept.read((rows) => look(all(rows))) },
    tamper: Effect.sync(() => byHand(path, `INSERT INTO ${spec.name}_of_streams VALUES ('by hand', 1, 1)`))
  }
}
