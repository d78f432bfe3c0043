// Whether every event of a file is what its columns say, its leaf hash among them, told as fast as it can be and no further
// than yes: rows a page at a time as reads take them (reading/joined-rows.ts), the tree over the leaf hashes grown on
// another thread. Where anything is not as it should be, the verification row by row tells what and where.
import { type Codec, positionOf } from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { joined, joinedColumns, type JoinedRow, listIn, rowsOf } from "../reading/joined-rows.ts"
import { KnownNames } from "../reading/known-names.ts"

// Rows between which others run: checking one takes some 8 µs.
const rowsPerPage = 256

/** Goes through a file a page at a time over one connection, once. Throws SQLite's own errors. */
export class VerifiedPages {
  readonly #codec: Codec
  readonly #streams: KnownNames
  readonly #types: KnownNames
  readonly #rows: Statement

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#streams = new KnownNames(database, "streams")
    this.#types = new KnownNames(database, "event_types")
    this.#rows = database.prepare(page)
  }

  /** How many events the next page from an ordinal on has, none behind the last; undefined where one is not what it was. */
  next(from: number): number | undefined {
    const row = this.#rows.get(from, rowsPerPage)
    const rows = rowsOf(row)
    if (rows === undefined) return undefined
    const [ids, types] = [listIn(row, "ids", ","), listIn(row, "types", ",")]
    // A comma in an id makes one more of them; a type's number has none.
    if (rows.length > 0 && ids.length !== rows.length) return undefined
    const isWhole = rows.every((each, i) => this.#isWhole(from + i, each, ids[i]!, Number(types[i])))
    return isWhole ? rows.length : undefined
  }

  #isWhole(at: number, row: JoinedRow, id: string, type: number): boolean {
    const stream = this.#streams.of(row.stream)
    if (row.ordinal !== at || stream === undefined) return false
    const stored = { stream, revision: row.revision, position: positionOf(at), leafHash: row.leafHash }
    if (Result.isFailure(this.#codec.verifyLeaf(row.bytes, stored))) return false
    const read = this.#codec.decodeAsStored(row.bytes, stored)
    if (Result.isFailure(read)) return read.failure._tag === "UnknownEventType"
    return read.success.id === id && read.success.type === this.#types.of(type)
  }
}

const page = joined(
  `SELECT ${joinedColumns}, e.id, e.type FROM events e WHERE e.ordinal >= ? ORDER BY e.ordinal LIMIT ?`,
  "group_concat(id) AS ids",
  "group_concat(type) AS types"
)
