// What a thread of its own does while the main one reads and decodes: it grows the log's tree over the leaf hashes it is
// sent, and compares the root after each with the one the file has. In a log of a million events that is some ten hashes
// an event, as much work as all the rest of a verification.
import { appendLeaf, emptyRange, hashFromHex, hashLength, rootOf } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { parentPort } from "node:worker_threads"

/** The next events of the log, in order: their leaf hashes by comma, the roots after each on end, both hexadecimal. */
export interface SentRoots {
  readonly leafHashes: string
  readonly roots: string
}

/** The root after the last event sent; undefined once one in the file was another. */
export type AnsweredRoot = string | undefined

let tree = emptyRange
let isAsStored = true

const answer = ({ leafHashes, roots }: SentRoots): AnsweredRoot => {
  const stored = Buffer.from(roots, "hex")
  let root: Uint8Array = new Uint8Array()
  let at = 0
  for (const leafHash of leafHashes.split(",")) {
    tree = appendLeaf(nodeHasher, tree, hashFromHex(leafHash, "a leaf hash in the file"))
    root = rootOf(nodeHasher, tree)
    isAsStored &&= stored.compare(root, 0, hashLength, at, at + hashLength) === 0
    at += hashLength
  }
  return isAsStored && at === stored.length ? Buffer.from(root).toString("hex") : undefined
}

parentPort?.on("message", (sent: SentRoots) => {
  parentPort?.postMessage(answer(sent), [])
})
