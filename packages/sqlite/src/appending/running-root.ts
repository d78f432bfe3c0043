// The root of the log's Merkle tree (RFC 6962) after each event. It needs of the past one hash per power of two,
// kept in memory; the file keeps these now and then, so that opening it does not read every leaf. What it kept is gone on
// from only where it leads to the root of the last event: a wrong root would be written, and every one after it.
import { appendLeaf, type CompactRange, emptyRange, hashFromHex, type Hasher, rootOf } from "@lcqm/ledger"
import { bytesIn, numberIn } from "../file/columns.ts"
import type { Database, Statement } from "../file/database.ts"

// Leaves between two kept stages: what an opening reads at most.
const leavesPerStage = 1024
const hashBytes = 32

const notOfItsEvents = (): Error =>
  new Error(
    "the file is damaged (the tree kept in it does not lead to the root of its last event); verify it, and restore it from a backup"
  )

const rangeOf = (row: unknown): CompactRange => {
  const [size, hashes] = [numberIn(row, "size"), bytesIn(row, "hashes")]
  if (size === undefined || hashes === undefined) return emptyRange
  // A hash for each power of two in the size.
  const count = size.toString(2).replaceAll("0", "").length
  if (hashes.length !== count * hashBytes) throw notOfItsEvents()
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
  readonly #rootAt: Statement
  #range: CompactRange | undefined

  constructor(database: Database, hasher: Hasher) {
    this.#hasher = hasher
    this.#lastStage = database.prepare("SELECT size, hashes FROM tree_stages ORDER BY size DESC LIMIT 1")
    this.#keepStage = database.prepare("INSERT INTO tree_stages (size, hashes) VALUES (?, ?)")
    this.#leaves = database.prepare(
      "SELECT leaf_hash FROM events WHERE ordinal >= ? ORDER BY ordinal LIMIT 1024"
    )
    this.#rootAt = database.prepare("SELECT root FROM events WHERE ordinal = ?")
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
    const followed = this.#range
    let range = followed ?? rangeOf(this.#lastStage.get())
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
    if (followed === undefined && !this.#isRecorded(range)) throw notOfItsEvents()
    this.#range = range
  }

  #isRecorded(range: CompactRange): boolean {
    if (range.size === 0) return true
    const recorded = bytesIn(this.#rootAt.get(range.size - 1), "root")
    return recorded !== undefined && Buffer.compare(rootOf(this.#hasher, range), recorded) === 0
  }

  /** Adds a leaf; answers with the root after it. Within the transaction that adds the event. */
  add(leafHash: string): Uint8Array {
    const range = appendLeaf(this.#hasher, this.#range ?? emptyRange, hashFromHex(leafHash, "a leaf hash"))
    this.#range = range
    if (range.size % leavesPerStage === 0) this.#keepStage.run(range.size, Buffer.concat(range.hashes))
    return rootOf(this.#hasher, range)
  }
}
