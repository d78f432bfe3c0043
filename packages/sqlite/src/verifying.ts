// Whether the file still holds what was recorded: each leaf hash recomputed from the bytes, each root from the
// leaves. It proves that the parts of the file agree; whoever can write the file can make them agree again, so only
// a checkpoint that was signed elsewhere proves that nothing was changed.
import { type Codec, CorruptEvent, positionOf, type StoreFailure, StoreUnavailable } from "@lcqm/core"
import { appendLeaf, type CompactRange, emptyRange, hashFromHex, rootOf, toHex } from "@lcqm/ledger"
import { Effect, Result } from "effect"
import type { Database, Statement } from "./file/database.ts"
import { corruptAt, numberIn, textIn } from "./file/rows.ts"
import { unstored } from "./file/stream-names.ts"

// Rows between which others run: checking one takes some 20 µs.
const rowsPerStep = 256

const rootIn = (row: unknown): Uint8Array => {
  const root: unknown = typeof row === "object" && row !== null ? Reflect.get(row, "root") : undefined
  return root instanceof Uint8Array ? root : new Uint8Array()
}

const isSame = (left: Uint8Array, right: Uint8Array): boolean => Buffer.compare(left, right) === 0

/** What the verification of a whole store found: nothing wrong. */
export interface Verified {
  readonly events: number
  /** The RFC 6962 root over the leaves of all events, 64 hexadecimal digits. */
  readonly root: string
}

/** Verifies a file over one connection, some rows a step. Throws SQLite's own errors. */
export class Verifying {
  readonly #codec: Codec
  readonly #rows: Statement
  readonly #ends: Statement
  readonly #integrity: Statement

  constructor(database: Database, codec: Codec) {
    this.#codec = codec
    this.#rows = database.prepare(rows)
    this.#ends = database.prepare(ends)
    this.#integrity = database.prepare("PRAGMA integrity_check(1)")
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
    return rows.length > 0 ? Result.succeed(range) : this.#ended(range)
  }

  // Events lost from the end leave a smaller tree that is right in itself. What else the file holds may tell.
  #ended(range: CompactRange): Result.Result<CompactRange, CorruptEvent> {
    const row: unknown = this.#ends.get()
    const lost = (numberIn(row, "staged") ?? 0) > range.size || (numberIn(row, "bare") ?? 1) > 0
    return lost ? Result.fail(corruptAt(range.size, "it is not in the file")) : Result.succeed(range)
  }

  /** What SQLite finds wrong with its own structures; undefined where nothing is. Takes as long as the file is large. */
  damage(): string | undefined {
    const found = textIn(this.#integrity.get(), "integrity_check")
    return found === "ok" ? undefined : (found ?? "it cannot be checked")
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
      return corrupt("its id or type in the file is another than in its text")
    }
    const grown = appendLeaf(this.#codec.hasher, range, hashFromHex(leafHash, "a leaf hash in the file"))
    return isSame(rootOf(this.#codec.hasher, grown), rootIn(row))
      ? Result.succeed(grown)
      : corrupt(
          "the root recorded with it is not that of the events up to it: one of them is not what it was"
        )
  }
}

const rows = `SELECT e.ordinal, e.revision, e.id, e.bytes, e.leaf_hash AS leafHash, e.root, s.name, t.name AS type
              FROM events e LEFT JOIN streams s ON s.id = e.stream LEFT JOIN event_types t ON t.id = e.type
              WHERE e.ordinal >= ? ORDER BY e.ordinal LIMIT ?`

// How far the kept stages of the tree go, and how many streams have no event.
const ends = `SELECT (SELECT coalesce(max(size), 0) FROM tree_stages) AS staged,
              (SELECT count(*) FROM streams s WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.stream = s.id)) AS bare`

/** How the file that is verified is looked at, and what it is called. */
export interface VerifiedWith {
  readonly store: string
  readonly codec: Codec
  readonly look: <A>(
    work: () => Result.Result<A, CorruptEvent>
  ) => Effect.Effect<A, CorruptEvent | StoreFailure>
}

/** Verifies a whole file, letting others run in between. */
export const verifiedWhole = Effect.fnUntraced(function* (
  verifying: Verifying,
  { codec, look, store }: VerifiedWith
): Effect.fn.Return<Verified, CorruptEvent | StoreFailure> {
  const damage = yield* look(() => Result.succeed(verifying.damage()))
  if (damage !== undefined) {
    const reason = `the file is damaged (${damage}); restore it from a backup`
    yield* new StoreUnavailable({ store, reason, retryable: false })
  }
  for (let tree = emptyRange; ;) {
    const grown: CompactRange = yield* look(() => verifying.step(tree))
    if (grown.size === tree.size) return { events: tree.size, root: toHex(rootOf(codec.hasher, tree)) }
    tree = grown
    yield* Effect.yieldNow
  }
})
