// What a thread of its own does while the main one decodes: over a connection of its own it reads texts and hashes, grows
// the log's tree over the texts, and compares leaf hashes and roots with those the file has. In a log of a million events
// that is some eleven hashes an event, more than all the rest of a verification.
import { appendLeaf, emptyRange, hashLength, leafHashOfText, rootOf } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { setImmediate } from "node:timers/promises"
import { parentPort, workerData } from "node:worker_threads"
import { openDatabase } from "../file/database.ts"
import { numberIn, textIn } from "../file/columns.ts"

/** What the thread is asked: to go on until so many events of the file are compared, or to close its connection and end. */
export type AskedOfThread = number | "end"

/** The root after the last event that was asked for; undefined once a hash in the file was another than recomputed. */
export type AnsweredRoot = string | undefined

// Rows a step: after each, a message may be taken.
const rowsPerStep = 256

const rows = `SELECT count(*) AS rows, group_concat(leaf_hash, '') AS leafHashes, group_concat(hex(root), '') AS roots,
                     group_concat(bytes, char(10)) AS texts
              FROM (SELECT leaf_hash, root, bytes FROM events WHERE ordinal >= ? AND ordinal < ? ORDER BY ordinal)`

const database = openDatabase(String(workerData), { readOnly: true })
const step = database.prepare(rows)
let tree = emptyRange
let root: Uint8Array = new Uint8Array()

/** Whether the hashes of the next events, up to so many in all, are those that the file has. */
const isAsStored = (events: number): boolean => {
  const row = step.get(tree.size, Math.min(events, tree.size + rowsPerStep))
  const [leaves, roots] = [hashesIn(row, "leafHashes"), hashesIn(row, "roots")]
  const isStored = (hash: Uint8Array, stored: Buffer, at: number): boolean =>
    stored.compare(hash, 0, hashLength, at, at + hashLength) === 0
  const texts = (textIn(row, "texts") ?? "").split("\n")
  if (texts.length !== numberIn(row, "rows")) return false
  let at = 0
  for (const text of texts) {
    const leaf = leafHashOfText(nodeHasher, text)
    tree = appendLeaf(nodeHasher, tree, leaf)
    root = rootOf(nodeHasher, tree)
    if (!isStored(leaf, leaves, at) || !isStored(root, roots, at)) return false
    at += hashLength
  }
  return at === leaves.length && at === roots.length
}

const hashesIn = (row: unknown, column: string): Buffer => Buffer.from(textIn(row, column) ?? "", "hex")

let isToEnd = false
// What was another once stays so, whatever is asked for next.
let hasFailed = false

const answer = async (events: number): Promise<AnsweredRoot> => {
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
