// Asking for a proof that cannot exist is a mistake of the caller, and the only way making one can fail.

/**
 * A proof was asked for that no tree has: of which `kind`, with what was `expected` and what came (`got`).
 * @example
 * ```ts
 * import { consistencyProof, ProofOutOfRange, subtreesOfLeaves } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const log = subtreesOfLeaves(nodeHasher, () => new Uint8Array(32))
 * const refusal = (from: number, to: number) => {
 *   try {
 *     return consistencyProof(nodeHasher, log, from, to)
 *   } catch (error) {
 *     return error instanceof ProofOutOfRange ? error.got : "another error"
 *   }
 * }
 * refusal(0, 5) // => "from size 0 to size 5"
 * ```
 */
export class ProofOutOfRange extends Error {
  readonly _tag = "ProofOutOfRange"
  override readonly name = "ProofOutOfRange"
  readonly kind: "inclusion" | "consistency"
  readonly expected: string
  readonly got: string

  constructor(kind: "inclusion" | "consistency", expected: string, got: string) {
    super(
      `There is no such ${kind} proof: expected ${expected}; got ${got}. ` +
        `What to do: ask for sizes and positions the log has reached, counted from 0.`
    )
    this.kind = kind
    this.expected = expected
    this.got = got
  }
}
