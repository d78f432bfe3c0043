// Whether the file still holds what was recorded: each leaf hash recomputed from the bytes, each root from the
// leaves. It proves that the parts of the file agree; whoever can write the file can make them agree again, so only
// a checkpoint that was signed elsewhere proves that nothing was changed.
import { type Codec, CorruptEvent, positionOf } from "@lcqm/core"
import { appendLeaf, type CompactRange, emptyRange, hashFromHex, rootOf } from "@lcqm/ledger"
import { Result } from "effect"
import type { Database, Statement } from "./database.ts"
import { numberIn, textIn } from "./rows.ts"
import { unstored } from "./stream-names.ts"

// Rows between which others run: checking one takes some 20 µs.
const rowsPerStep = 256

const rootIn = (row: unknown): Uint8Array => {
  const root: unknown = typeof row === "object" && row !== null ? Reflect.get(row, "root") : undefined
  return root instanceof Uint8Array ? root : new Uint8Array()
}

const isSame = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0

/** Verifies a file over one connection, some rows a step. Throws SQLite's own errors. */
export class Verifying {
  readonly #codec: Codec
  readonly #rows: Statement

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#rows = database.prepare(sql)
  }

  /** The tree over the next rows, where they are what they were; it has grown unless there are no more. */
  step(tree: CompactRange = emptyRange): Result.Result<CompactRange, CorruptEvent> {
    let range = tree
    for (const row of this.#rows.all(range.size, rowsPerStep)) {
      const grown = this.#grown(range, row)
      if (Result.isFailure(grown)) return grown
      range = grown.success
    }
    return Result.succeed(range)
  }

  #grown(range: CompactRange, row: unknown): Result.Result<CompactRange, CorruptEvent> {
    const stream = unstored(textIn(row, "name") ?? "")
    const revision = numberIn(row, "revision") ?? -1
    const corrupt = (reason: string) => Result.fail(new CorruptEvent({ stream, revision, reason }))
    if (numberIn(row, "ordinal") !== range.size)
      return corrupt(`before it the store's event ${range.size} is missing`)
    const [bytes, leafHash] = [textIn(row, "bytes") ?? "", textIn(row, "leafHash") ?? ""]
    const stored = { stream, revision, position: positionOf(range.size), leafHash }
    const leaf = this.#codec.verifyLeaf(bytes, stored)
    if (Result.isFailure(leaf)) return Result.fail(leaf.failure)
    const read = this.#codec.decodeAsStored(bytes, stored)
    if (Result.isFailure(read) && read.failure._tag === "CorruptEvent") return Result.fail(read.failure)
    const grown = appendLeaf(this.#codec.hasher, range, hashFromHex(leafHash, "a leaf hash in the file"))
    return isSame(rootOf(this.#codec.hasher, grown), rootIn(row))
      ? Result.succeed(grown)
      : corrupt(
          "the root recorded with it is not that of the events up to it: one of them is not what it was"
        )
  }
}

const sql = `SELECT e.ordinal, e.revision, e.bytes, e.leaf_hash AS leafHash, e.root, s.name
             FROM events e JOIN streams s ON s.id = e.stream WHERE e.ordinal >= ? ORDER BY e.ordinal LIMIT ?`
