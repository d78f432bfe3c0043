// The ledger: canonical bytes, and the RFC 6962 tree over them. No domain knowledge, no runtime dependency, and
// nothing from `node:`: what a program must be given from outside is a port.
export { canonicalBytes, canonicalJson } from "./canonical/canonical-json.ts"
export {
  isCanonicalJson,
  type JsonValue,
  NotCanonicalJson,
  parseCanonicalJson
} from "./canonical/canonical-text.ts"
export { NotCanonicalizable, type NotCanonicalizableReason } from "./canonical/not-canonicalizable.ts"
export { type Hasher, hashLength } from "./hasher.ts"
export { fromHex, hashFromHex, NotHex, toHex } from "./hex.ts"
export {
  appendLeaf,
  appendLeaves,
  type CompactRange,
  emptyRange,
  InconsistentRange,
  merkleRoot,
  rootOf
} from "./merkle/compact-range.ts"
export { type CompactRangeJson, NotARange, rangeFromJson, rangeToJson } from "./merkle/compact-range-json.ts"
export { emptyRoot, leafHash, leafHashHex, nodeHash, WrongHashLength } from "./merkle/tree-hash.ts"
