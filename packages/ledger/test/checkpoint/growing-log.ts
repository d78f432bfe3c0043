// A log of test leaves with its checkpoints and proofs at every size.
import { type Checkpoint, consistencyProof, inclusionProof, merkleRoot, subtreesOfLeaves } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { leafAt, leavesOf } from "../merkle/leaves.ts"

const log = subtreesOfLeaves(nodeHasher, leafAt)

export const origin = "log.example/mark"
export const checkpointAt = (size: number): Checkpoint => ({
  origin,
  size,
  root: merkleRoot(nodeHasher, leavesOf(size)),
  extension: []
})
export const growthProof = (from: number, to: number) =>
  from === 0 ? [] : consistencyProof(nodeHasher, log, from, to)
export const leafProof = (index: number, size: number) => inclusionProof(nodeHasher, log, index, size)
