// The ledger: canonical bytes, the RFC 6962 tree over them, and what can be proved about it. No domain knowledge,
// no runtime dependency, and nothing from `node:`: what a program must be given from outside is a port.
export { fromBase64, toBase64 } from "./base64.ts"
export { canonicalBytes, canonicalJson } from "./canonical/canonical-json.ts"
export {
  isCanonicalJson,
  type JsonValue,
  NotCanonicalJson,
  parseCanonicalJson
} from "./canonical/canonical-text.ts"
export { NotCanonicalizable, type NotCanonicalizableReason } from "./canonical/not-canonicalizable.ts"
export { type Hasher, hashLength } from "./hasher.ts"
export { fromHex, hashFromHex, toHex } from "./hex.ts"
export { type Format, Malformed } from "./malformed.ts"
export {
  appendLeaf,
  appendLeaves,
  type CompactRange,
  emptyRange,
  InconsistentRange,
  merkleRoot,
  rootOf
} from "./merkle/compact-range.ts"
export { type CompactRangeJson, rangeFromJson, rangeToJson } from "./merkle/compact-range-json.ts"
export { type ConsistencyClaim, consistencyProof, verifyConsistency } from "./merkle/consistency.ts"
export { type InclusionClaim, inclusionProof, verifyInclusion } from "./merkle/inclusion.ts"
export { OutOfRange } from "./merkle/out-of-range.ts"
export { type Subtrees, subtreesGrownFrom, subtreesOfLeaves } from "./merkle/subtrees.ts"
export {
  emptyRoot,
  leafHash,
  leafHashHex,
  leafHashOfText,
  leafOfText,
  nodeHash,
  WrongHashLength
} from "./merkle/tree-hash.ts"
export { type ProofRefusal, type ProofVerdict, type TreeHead } from "./merkle/verdict.ts"
export { type Checkpoint, checkpointText, parseCheckpointText } from "./checkpoint/checkpoint.ts"
export { cosignCheckpoint, type Cosigned, type CosigningRequest } from "./checkpoint/cosign-checkpoint.ts"
export { signCheckpoint, type SigningRequest } from "./checkpoint/sign-checkpoint.ts"
export {
  parseTlogProof,
  type TlogProof,
  type TlogProofVerdict,
  verifyTlogProof,
  writeTlogProof
} from "./checkpoint/tlog-proof.ts"
export {
  type CheckpointRefusal,
  type CheckpointVerdict,
  type LogPolicy,
  verifyCheckpoint
} from "./checkpoint/verify-checkpoint.ts"
export { type Ed25519Signer, type Ed25519Verifier } from "./note/ed25519.ts"
export { type NoteSigner, noteSigner, signNote } from "./note/sign-note.ts"
export { type NoteSignature, parseSignedNote, type SignedNote, writeSignedNote } from "./note/signed-note.ts"
export {
  type NoteAlgorithm,
  parseVerifierKey,
  type VerifierKey,
  verifierKey,
  verifierKeyText
} from "./note/verifier-key.ts"
export { type NoteVerdict, type VerifiedSignature, verifyNote } from "./note/verify-note.ts"
export { type SigningRefusal, WillNotSign } from "./note/will-not-sign.ts"
export { signStreamHead } from "./stream-head/sign-stream-head.ts"
export { parseStreamHeadText, type StreamHead, streamHeadText } from "./stream-head/stream-head.ts"
export { type StreamHeadVerdict, verifyStreamHead } from "./stream-head/verify-stream-head.ts"
export { entryBundle, entryBundles, parseEntryBundle } from "./tiles/entry-bundle.ts"
export { hashTiles, parseHashTile, subtreesOfTiles, type TileFile } from "./tiles/hash-tile.ts"
export { entryBundlePlaces, hashTilePlaces, tilePath, type TilePlace, tileWidth } from "./tiles/tile-path.ts"
