// Asking for something that no log has is a mistake of the caller, and the only way making a proof can fail.

/** What was asked for. */
type Asked = "inclusion proof" | "consistency proof" | "growth of a log" | "subtree"

/**
 * Something was asked for that no log has: `asked` says what, `expected` and `got` in words what can be and what came.
 * @example
 * ```ts
 * import { consistencyProof, OutOfRange, subtreesOfLeaves } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const log = subtreesOfLeaves(nodeHasher, () => new Uint8Array(32))
 * const refusal = (from: number, to: number) => {
 *   try {
 *     return consistencyProof(nodeHasher, log, from, to)
 *   } catch (error) {
 *     return error instanceof OutOfRange ? [error.asked, error.got] : "another error"
 *   }
 * }
 * refusal(0, 5) // => ["consistency proof", "from size 0 to size 5"]
 * ```
 */
export class OutOfRange extends Error {
  readonly _tag = "OutOfRange"
  override readonly name = "OutOfRange"
  readonly asked: Asked
  readonly expected: string
  readonly got: string

  constructor(asked: Asked, expected: string, got: string) {
    super(
      `There is no such ${asked}: expected ${expected}; got ${got}. ` +
        `What to do: ask for sizes and positions the log has reached, counted from 0.`
    )
    this.asked = asked
    this.expected = expected
    this.got = got
  }
}
