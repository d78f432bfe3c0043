// Whether a whole file is what was recorded, told as fast as it can be and no further than yes: rows a page at a time as
// reads take them (reading/joined-rows.ts), the hashes compared on another thread. Where anything is not as it should be, the
// verification row by row tells what and where.
import { type Codec, positionOf } from "@lcqm/core"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { joined, joinedColumns, type JoinedRow, listIn, rowsOf } from "../reading/joined-rows.ts"
import { KnownNames } from "../reading/known-names.ts"
import type { SentHashes } from "./roots-thread.ts"
import { textIn } from "../file/rows.ts"

// Rows between which others run: checking one takes some 8 µs.
const rowsPerPage = 256

/** Events that are each what its columns say; their hashes are still to be compared. */
export interface VerifiedPage extends SentHashes {
  readonly events: number
}

/** Verifies a file a page at a time over one connection, once. Throws SQLite's own errors. */
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

  /** The events from an ordinal on, none behind the last; undefined where one of them is not what it was. */
  next(from: number): VerifiedPage | undefined {
    const row = this.#rows.get(from, rowsPerPage)
    const rows = rowsOf(row)
    if (rows === undefined) return undefined
    const [ids, types] = [listIn(row, "ids", ","), listIn(row, "types", ",")]
    // A comma in an id makes one more of them; a type's number has none.
    if (rows.length > 0 && ids.length !== rows.length) return undefined
    const isWhole = rows.every((each, i) => this.#isWhole(from + i, each, ids[i]!, Number(types[i])))
    if (!isWhole) return undefined
    return {
      events: rows.length,
      texts: textIn(row, "texts") ?? "",
      leafHashes: rows.map(({ leafHash }) => leafHash).join(""),
      roots: textIn(row, "roots") ?? ""
    }
  }

  #isWhole(at: number, row: JoinedRow, id: string, type: number): boolean {
    const stream = this.#streams.of(row.stream)
    if (row.ordinal !== at || stream === undefined) return false
    const stored = { stream, revision: row.revision, position: positionOf(at), leafHash: row.leafHash }
    const read = this.#codec.decodeAsStored(row.bytes, stored)
    if (Result.isFailure(read)) return read.failure._tag === "UnknownEventType"
    return read.success.id === id && read.success.type === this.#types.of(type)
  }
}

const page = joined(
  `SELECT ${joinedColumns}, e.id, e.type, e.root FROM events e WHERE e.ordinal >= ? ORDER BY e.ordinal LIMIT ?`,
  "group_concat(id) AS ids",
  "group_concat(type) AS types",
  "group_concat(hex(root), '') AS roots"
)
