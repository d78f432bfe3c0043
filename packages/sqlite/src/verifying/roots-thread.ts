// What a thread of its own does while the main one reads, hashes and decodes: over a connection of its own it has SQLite
// check its structures, and then reads the leaf hashes and the roots that the file has, grows the log's tree and compares.
// In a log of a million events that is some ten hashes an event, nearly as much as all the rest of a verification.
import { appendLeaf, emptyRange, hashLength, rootOf } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { setImmediate } from "node:timers/promises"
import { parentPort, workerData } from "node:worker_threads"
import { openDatabase } from "../file/database.ts"
import { bytesIn, numberIn, textIn } from "../file/columns.ts"
import { damageIn } from "./damage.ts"

/** What the thread is asked: to go on until so many events of the file are compared, or to close its connection and end. */
export type AskedOfThread = number | "end"

/** The root after the last event that was asked for; undefined where the file is damaged or a root in it is another. */
export type AnsweredRoot = string | undefined

// Rows a step: after each, a message may be taken.
const rowsPerStep = 256

const rows = `SELECT group_concat(leaf_hash, '') AS leafHashes, group_concat(hex(root), '') AS roots
              FROM (SELECT leaf_hash, root FROM events WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal)`

const database = openDatabase(String(workerData), { readOnly: true })
const page = database.prepare(rows)
const stages = database.prepare("SELECT size, hashes FROM tree_stages WHERE size > ? AND size <= ?")
let tree = emptyRange
let root: Uint8Array = new Uint8Array()

const hashesIn = (row: unknown, column: string): Buffer => Buffer.from(textIn(row, column) ?? "", "hex")

/** The stages of the tree that the file keeps of the next events, by their size. */
const keptOf = (count: number): ReadonlyMap<number | undefined, Uint8Array> =>
  new Map(
    stages
      .all(tree.size, tree.size + count)
      .map((row) => [numberIn(row, "size"), bytesIn(row, "hashes") ?? new Uint8Array()])
  )

/** Whether the roots of the next events, up to so many in all, and the kept stages are those that the file has. */
const isAsStored = (events: number): boolean => {
  const count = Math.min(events - tree.size, rowsPerStep)
  const row = page.get(tree.size, tree.size + count)
  const [leaves, roots] = [hashesIn(row, "leafHashes"), hashesIn(row, "roots")]
  if (leaves.length !== count * hashLength || roots.length !== leaves.length) return false
  const kept = keptOf(count)
  for (let at = 0; at < leaves.length; at += hashLength) {
    tree = appendLeaf(nodeHasher, tree, leaves.subarray(at, at + hashLength))
    root = rootOf(nodeHasher, tree)
    if (roots.compare(root, 0, hashLength, at, at + hashLength) !== 0) return false
    const stage = kept.get(tree.size)
    if (stage !== undefined && Buffer.compare(Buffer.concat(tree.hashes), stage) !== 0) return false
  }
  return true
}

let isToEnd = false
// What was wrong once stays so, whatever is asked for next.
let hasFailed = false
let isChecked = false

const answer = async (events: number): Promise<AnsweredRoot> => {
  if (!isChecked) hasFailed = damageIn(database) !== undefined
  isChecked = true
  while (tree.size < events) {
    hasFailed ||= isToEnd || !isAsStored(events)
    if (hasFailed) return undefined
    await setImmediate()
  }
  return hasFailed ? undefined : Buffer.from(root).toString("hex")
}

// One question after the other; to end waits for none of them.
let answered: Promise<void> = Promise.resolve()

parentPort?.on("message", (asked: AskedOfThread) => {
  if (asked === "end") {
    isToEnd = true
    database.close()
    parentPort?.close()
  } else {
    answered = answered.then(async () => parentPort?.postMessage(await answer(asked), []))
  }
})
