// Whether the file still holds what was recorded, row by row, and which event is the first that is not what it was: each
// leaf hash recomputed from the bytes, each root and each kept stage of the tree from the leaves. It proves that the parts
// of the file agree; whoever can write the file can make them agree again, so only a checkpoint that was signed elsewhere
// proves that nothing was changed.
import { type Codec, CorruptEvent, positionOf } from "@lcqm/core"
import { appendLeaf, type CompactRange, emptyRange, hashFromHex, rootOf } from "@lcqm/ledger"
import { Result } from "effect"
import type { Database, Statement } from "../file/database.ts"
import { bytesIn, numberIn, textIn } from "../file/columns.ts"
import { corruptAt, otherThanInText } from "../file/rows.ts"
import { unstored } from "../file/stream-names.ts"

// Rows between which others run: checking one takes some 20 µs.
const rowsPerStep = 256

const isSame = (computed: Uint8Array, kept: Uint8Array | undefined): boolean =>
  kept !== undefined && Buffer.compare(computed, kept) === 0

/** Verifies a file row by row over one connection, some rows a step. Throws SQLite's own errors. */
export class Verifying {
  readonly #codec: Codec
  readonly #rows: Statement
  readonly #count: Statement
  readonly #ends: Statement

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#rows = database.prepare(rows)
    this.#count = database.prepare("SELECT coalesce(max(ordinal) + 1, 0) AS events FROM events")
    this.#ends = database.prepare(ends)
  }

  /** The tree over the next rows, where they are what they were; it has grown unless there are no more. */
  step(tree: CompactRange = emptyRange): Result.Result<CompactRange, CorruptEvent> {
    let range = tree
    const rows = this.#rows.all(range.size, rowsPerStep)
    for (const row of rows) {
      const grown = this.#grown(range, row)
      if (Result.isFailure(grown)) return grown
      range = grown.success
    }
    if (rows.length > 0 || this.isWhole(range.size)) return Result.succeed(range)
    // Another process may have appended after the rows were looked for and before the rest was.
    return this.events() > range.size
      ? this.step(range)
      : Result.fail(corruptAt(range.size, "it is not in the file"))
  }

  /** How many events the file has, by its last. */
  events(): number {
    return numberIn(this.#count.get(), "events") ?? 0
  }

  /**
   * Whether what else the file holds goes no further than so many events: where some were lost from the end, those that
   * are left make a smaller tree that is right in itself.
   */
  isWhole(events: number): boolean {
    const row: unknown = this.#ends.get()
    return (numberIn(row, "staged") ?? 0) <= events && (numberIn(row, "bare") ?? 1) === 0
  }

  #grown(range: CompactRange, row: unknown): Result.Result<CompactRange, CorruptEvent> {
    const [name, revision] = [textIn(row, "name"), numberIn(row, "revision")]
    if (numberIn(row, "ordinal") !== range.size || name === undefined || revision === undefined) {
      return Result.fail(corruptAt(range.size, "it is not in the file"))
    }
    const stream = unstored(name)
    const corrupt = (reason: string) => Result.fail(new CorruptEvent({ stream, revision, reason }))
    const [bytes, leafHash] = [textIn(row, "bytes") ?? "", textIn(row, "leafHash") ?? ""]
    const stored = { stream, revision, position: positionOf(range.size), leafHash }
    const leaf = this.#codec.verifyLeaf(bytes, stored)
    if (Result.isFailure(leaf)) return Result.fail(leaf.failure)
    const read = this.#codec.decodeAsStored(bytes, stored)
    if (Result.isFailure(read)) {
      if (read.failure._tag === "CorruptEvent") return Result.fail(read.failure)
    } else if (
      read.success.id !== textIn(row, "id") ||
      read.success.type !== unstored(textIn(row, "type") ?? "")
    ) {
      return corrupt(otherThanInText)
    }
    const grown = appendLeaf(this.#codec.hasher, range, hashFromHex(leafHash, "a leaf hash in the file"))
    if (!isSame(rootOf(this.#codec.hasher, grown), bytesIn(row, "root"))) {
      return corrupt(
        "the root recorded with it is not that of the events up to it: one of them is not what it was"
      )
    }
    const stage = bytesIn(row, "stage")
    return stage === undefined || isSame(Buffer.concat(grown.hashes), stage)
      ? Result.succeed(grown)
      : corrupt("the tree kept with it, which the next append would go on from, is not that of the events")
  }
}

const rows = `SELECT e.ordinal, e.revision, e.id, e.bytes, e.leaf_hash AS leafHash, e.root, s.name, t.name AS type,
              k.hashes AS stage
              FROM events e LEFT JOIN streams s ON s.id = e.stream LEFT JOIN event_types t ON t.id = e.type
              LEFT JOIN tree_stages k ON k.size = e.ordinal + 1
              WHERE e.ordinal >= ? ORDER BY e.ordinal LIMIT ?`

// How far the kept stages of the tree go, and how many streams have no event.
const ends = `SELECT (SELECT coalesce(max(size), 0) FROM tree_stages) AS staged,
              (SELECT count(*) FROM streams s WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = s.id)) AS bare`
