// Leaf hashes to build trees of: leaf i is the hash of its index in two bytes.
import { leafHash } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"

export const leafAt = (index: number): Uint8Array =>
  leafHash(nodeHasher, new Uint8Array([index % 256, Math.floor(index / 256)]))

export const leavesOf = (size: number): Uint8Array[] =>
  Array.from({ length: size }, (_, index) => leafAt(index))
