// What a thread of its own does while the main one reads and decodes: it hashes the texts it is sent, grows the log's tree
// over them, and compares leaf hashes and roots with those the file has. In a log of a million events that is some eleven
// hashes an event, more than half the work of all the rest of a verification.
import { appendLeaf, emptyRange, hashLength, leafHashOfText, rootOf } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { parentPort } from "node:worker_threads"

/**
 * The next events of the log, in order: their texts by newline; their leaf hashes, and the roots after each, end to end in
 * hexadecimal.
 */
export interface SentHashes {
  readonly texts: string
  readonly leafHashes: string
  readonly roots: string
}

/** The root after the last event sent; undefined once one in the file was another. */
export type AnsweredRoot = string | undefined

let tree = emptyRange
let isAsStored = true

const answer = ({ leafHashes, roots, texts }: SentHashes): AnsweredRoot => {
  const [leaves, storedRoots] = [Buffer.from(leafHashes, "hex"), Buffer.from(roots, "hex")]
  const isStored = (hash: Uint8Array, stored: Buffer, at: number): boolean =>
    stored.compare(hash, 0, hashLength, at, at + hashLength) === 0
  let root: Uint8Array = new Uint8Array()
  let at = 0
  for (const text of texts.split("\n")) {
    const leaf = leafHashOfText(nodeHasher, text)
    tree = appendLeaf(nodeHasher, tree, leaf)
    root = rootOf(nodeHasher, tree)
    isAsStored &&= isStored(leaf, leaves, at) && isStored(root, storedRoots, at)
    at += hashLength
  }
  const isWhole = at === leaves.length && at === storedRoots.length
  return isAsStored && isWhole ? Buffer.from(root).toString("hex") : undefined
}

parentPort?.on("message", (sent: SentHashes) => {
  parentPort?.postMessage(answer(sent), [])
})
