// The one promise of a log: it only grows. Asked before the operator signs, and again by every witness.
import type { Hasher } from "../hasher.ts"
import { toHex } from "../hex.ts"
import { verifyConsistency } from "../merkle/consistency.ts"
import { emptyRoot } from "../merkle/tree-hash.ts"
import { sameBytes } from "../merkle/verdict.ts"
import { WillNotSign } from "../note/will-not-sign.ts"
import type { Checkpoint } from "./checkpoint.ts"

const checkEmptyRoot = (hasher: Hasher, { size, root }: Checkpoint): void => {
  if (size > 0) return
  const expected = emptyRoot(hasher)
  if (!sameBytes(root, expected))
    throw new WillNotSign("inconsistent", `${toHex(expected)} for size 0`, toHex(root))
}

/**
 * Refuses `next` unless it is `last` or `last` grown, as `proof` shows. `last` undefined: nothing was signed or
 * seen before. From an empty log everything is growth, and there is no proof to give.
 */
export const checkGrowth = (
  hasher: Hasher,
  last: Checkpoint | undefined,
  next: Checkpoint,
  proof: readonly Uint8Array[]
): void => {
  checkEmptyRoot(hasher, next)
  if (last === undefined) return
  if (last.origin !== next.origin) {
    throw new WillNotSign("other log", JSON.stringify(last.origin), JSON.stringify(next.origin))
  }
  checkEmptyRoot(hasher, last)
  if (last.size === 0) return
  const verdict = verifyConsistency(hasher, { old: last, grown: next, proof })
  if (verdict.ok) return
  const expected = `the ${last.size} leaves of before to be the first of the ${next.size} of now`
  const got = `a proof that fails: ${verdict.reason}, expected ${verdict.expected}, got ${verdict.got}`
  throw new WillNotSign("inconsistent", expected, got)
}
