// SQLite by hand: the driver this library uses, on a file that this library has made, so with its tables, indexes and
// triggers. An append writes the row this library writes: canonical bytes, leaf hash, running root.
import { hash } from "node:crypto"
import { mkdtempSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { appendLeaf, canonicalJson, emptyRange, hashFromHex, rootOf } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { openDatabase } from "../../packages/sqlite/dist/file/database.js"
import { openStoreFile } from "../../packages/sqlite/dist/file/opening.js"

/** A file of its own for each process, gone with it. */
export const newFile = () => {
  const folder = mkdtempSync(join(tmpdir(), "lcqm-bench-"))
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  return join(folder, "store.db")
}

/** A module of the peers, which are no dependency of the workspace. */
export const requirePeer = createRequire(import.meta.url)

/** A connection to a file with this library's schema, made where there is none. */
export const openFile = (/** @type {string} */ path, /** @type {"full" | "normal"} */ durability) =>
  openStoreFile({ path, store: path, open: openDatabase, durability, readOnly: false })

const room = Buffer.alloc(4 * 65_536)

/** The bytes of an event and their leaf hash, as they go into the row. */
export const rowOf = (event) => {
  const bytes = canonicalJson(event)
  return { event, bytes, leafHash: hash("sha256", room.subarray(0, 1 + room.write(bytes, 1))) }
}

/** Appends by hand: the caller knows where each stream ends, as one writer by itself does. */
export const openWriter = (/** @type {string} */ path, /** @type {"full" | "normal"} */ durability) => {
  const database = openFile(path, durability)
  const begin = database.prepare("BEGIN IMMEDIATE")
  const commit = database.prepare("COMMIT")
  const insert = database.prepare(
    "INSERT INTO events (ordinal, stream, revision, type, id, bytes, leaf_hash, root) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
  )
  const keyIn = (/** @type {string} */ table) => {
    const add = database.prepare(`INSERT INTO ${table} (name) VALUES (?)`)
    const keys = new Map()
    return (/** @type {string} */ name) => {
      const known = keys.get(name)
      if (known !== undefined) return known
      add.run(name)
      keys.set(name, keys.size + 1)
      return keys.size
    }
  }
  const [streamKey, typeKey] = [keyIn("streams"), keyIn("event_types")]
  let tree = emptyRange
  const write = ({ bytes, event, leafHash }) => {
    const ordinal = tree.size
    tree = appendLeaf(nodeHasher, tree, hashFromHex(leafHash))
    const root = rootOf(nodeHasher, tree)
    const { id, revision, stream, type } = event
    insert.run(ordinal, streamKey(stream), revision, typeKey(type), id, bytes, leafHash, root)
  }
  /** Writes rows, whose bytes are there already, in one transaction. */
  const append = (rows) => {
    begin.run()
    for (const row of rows) write(row)
    commit.run()
  }
  return { append, database }
}
