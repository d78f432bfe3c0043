// The root of the log's Merkle tree (RFC 6962) after each event. It needs of the past one hash per power of two,
// kept in memory; the file keeps these now and then, so that opening it does not read every leaf.
import { appendLeaf, type CompactRange, emptyRange, hashFromHex, type Hasher, rootOf } from "@lcqm/ledger"
import type { Database, Statement } from "../file/database.ts"

// Leaves between two kept stages: what an opening reads at most.
const leavesPerStage = 1024
const hashBytes = 32

const sized = (row: unknown): { readonly size: number; readonly hashes: Uint8Array } | undefined => {
  if (typeof row !== "object" || row === null) return undefined
  const [size, hashes]: ReadonlyArray<unknown> = [Reflect.get(row, "size"), Reflect.get(row, "hashes")]
  return typeof size === "number" && hashes instanceof Uint8Array ? { size, hashes } : undefined
}

const rangeOf = (row: unknown): CompactRange => {
  const stage = sized(row)
  if (stage === undefined) return emptyRange
  const { hashes, size } = stage
  const count = hashes.length / hashBytes
  return {
    size,
    hashes: Array.from({ length: count }, (_, i) => hashes.slice(i * hashBytes, (i + 1) * hashBytes))
  }
}

/** The tree of a store's file, as far as one connection has followed it. */
export class RunningRoot {
  readonly #hasher: Hasher
  readonly #lastStage: Statement
  readonly #keepStage: Statement
  readonly #leaves: Statement
  #range: CompactRange | undefined

  constructor(database: Database, hasher: Hasher) {
    this.#hasher = hasher
    this.#lastStage = database.prepare("SELECT size, hashes FROM tree_stages ORDER BY size DESC LIMIT 1")
    this.#keepStage = database.prepare("INSERT INTO tree_stages (size, hashes) VALUES (?, ?)")
    this.#leaves = database.prepare(
      "SELECT leaf_hash FROM events WHERE ordinal >= ? ORDER BY ordinal LIMIT 1024"
    )
  }

  /** How many leaves have been followed. */
  get size(): number | undefined {
    return this.#range?.size
  }

  /** Forgets what was followed: a transaction was not committed, or may not have been. */
  forget(): void {
    this.#range = undefined
  }

  /** Follows what others have appended, up to this many leaves. */
  followTo(size: number): void {
    let range = this.#range ?? rangeOf(this.#lastStage.get())
    if (range.size > size) range = emptyRange
    while (range.size < size) {
      const rows = this.#leaves.all(range.size)
      if (rows.length === 0) throw new Error(`event ${range.size} of the log is missing in the file`)
      for (const row of rows) {
        const leaf: unknown =
          typeof row === "object" && row !== null ? Reflect.get(row, "leaf_hash") : undefined
        range = appendLeaf(this.#hasher, range, hashFromHex(String(leaf), "a leaf hash in the file"))
      }
    }
    this.#range = range
  }

  /** Adds a leaf; answers with the root after it. Within the transaction that adds the event. */
  add(leafHash: string): Uint8Array {
    const range = appendLeaf(this.#hasher, this.#range ?? emptyRange, hashFromHex(leafHash, "a leaf hash"))
    this.#range = range
    if (range.size % leavesPerStage === 0) this.#keepStage.run(range.size, Buffer.concat(range.hashes))
    return rootOf(this.#hasher, range)
  }
}
