// Many events' rows as one row of SQLite: each value that crosses to JavaScript costs more than its share of a longer
// one. The texts stay apart, each to be hashed and parsed by itself: the newline between them stands in none, since
// canonical JSON escapes it.
import { numberIn, textIn } from "../file/columns.ts"
import { type EventRow } from "../file/rows.ts"

/** An event's row, and the number of its stream. */
export interface JoinedRow extends EventRow {
  readonly stream: number
}

/** The columns of the events, called `e`, that a joined query is of. */
export const joinedColumns = "e.ordinal, e.stream, e.revision, e.leaf_hash, e.bytes"

/** The rows of a query, joined in the order of the query; `more` are further columns of the joined row. */
export const joined = (query: string, ...more: ReadonlyArray<string>): string =>
  `SELECT ${[...columnsOfAll, ...more].join(", ")} FROM (${query})`

const columnsOfAll = [
  "count(*) AS rows",
  "group_concat(ordinal) AS ordinals",
  "group_concat(stream) AS streams",
  "group_concat(revision) AS revisions",
  "group_concat(leaf_hash) AS leafHashes",
  "group_concat(bytes, char(10)) AS texts"
]

/** The values of a joined column. */
export const listIn = (row: unknown, column: string, between: string): ReadonlyArray<string> =>
  (textIn(row, column) ?? "").split(between)

/** The rows that a joined one is made of; undefined where some have not the shape of an event's. */
export const rowsOf = (row: unknown): ReadonlyArray<JoinedRow> | undefined => {
  const count = numberIn(row, "rows")
  if (count === 0) return []
  const [ordinals, streams, revisions, leafHashes] = [
    listIn(row, "ordinals", ","),
    listIn(row, "streams", ","),
    listIn(row, "revisions", ","),
    listIn(row, "leafHashes", ",")
  ]
  const texts = listIn(row, "texts", "\n")
  const isWhole = [ordinals, streams, revisions, leafHashes, texts].every(({ length }) => length === count)
  if (!isWhole) return undefined
  return texts.map((bytes, i) => ({
    ordinal: Number(ordinals[i]),
    stream: Number(streams[i]),
    revision: Number(revisions[i]),
    leafHash: leafHashes[i]!,
    bytes
  }))
}
