/// <reference types="node" />
// The ledger's ports on Node: everything of this package that needs a `node:` module is here, behind its own
// entry, so that a browser can load the rest.
import { hash } from "node:crypto"
import type { Hasher } from "./hasher.ts"

// A digest that comes as a string of 32 code units and is copied costs half of one that comes as a Buffer
// (measured on Node 20: 0.33 against 0.71 µs for a node), and gives a plain Uint8Array.
const bytesOf = (binary: string): Uint8Array => {
  const bytes = new Uint8Array(binary.length)
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i)
  return bytes
}

/**
 * SHA-256 over `node:crypto`, in one call without a hash object: the fastest there is on Node (from 20.12).
 * @example
 * ```ts
 * import { nodeHasher } from "@lcqm/ledger/node"
 * nodeHasher.sha256Hex(new Uint8Array()).slice(0, 8) // => "e3b0c442"
 * ```
 */
export const nodeHasher: Hasher = {
  sha256: (bytes) => bytesOf(hash("sha256", bytes, "binary")),
  sha256Hex: (bytes) => hash("sha256", bytes, "hex")
}
