// Keys for tests, from fixed seeds: never for real signing.
import { noteSigner, type NoteSigner } from "@lcqm/ledger"
import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte)

export const logSigner = (name = "log.example/mark", byte = 1): NoteSigner =>
  noteSigner(nodeHasher, name, "ed25519", nodeEd25519Signer(seed(byte)))

export const witnessSigner = (name = "witness.example/w1", byte = 2): NoteSigner =>
  noteSigner(nodeHasher, name, "cosignature/v1", nodeEd25519Signer(seed(byte)))

export const flippedAt = (bytes: Uint8Array, place: number): Uint8Array =>
  bytes.map((byte, i) => (i === place ? byte ^ 1 : byte))
