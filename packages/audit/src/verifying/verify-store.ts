// The verdict on a whole store: every leaf hash recomputed from the bytes, every stream without a gap, every decision
// on the history and the facts it names, and the log's root against checkpoints that were signed elsewhere.
import type { EventStore, ReadError } from "@lcqm/core"
import { type Checkpoint, type Ed25519Verifier, type LogPolicy, verifyCheckpoint } from "@lcqm/ledger"
import { Effect, Stream } from "effect"
import type { Finding, Unchecked } from "./finding.ts"
import { damaged, shrunken, unreadable } from "./store-findings.ts"
import { StoreSoFar } from "./store-so-far.ts"

/** What a reader brings along to verify a store by. */
export interface StoreVerifyingWith {
  readonly ed25519: Ed25519Verifier
  /** Whose log it is to be, and whose keys are believed. */
  readonly policy?: LogPolicy
  /** Signed checkpoints of the log, from anywhere but the store itself. */
  readonly checkpoints?: ReadonlyArray<string>
  /** What the store says of itself, as `verify` of one in SQLite: asked where its events were found to be in order. */
  readonly ofItself?: Effect.Effect<unknown, ReadError>
}

/**
 * The verdict on a store. `verified` says that it holds what a believed checkpoint of its whole length was signed for;
 * `not anchored` that its parts agree, and no checkpoint speaks for all of them: whoever can write the store could
 * have made another history that agrees as well.
 */
export interface StoreVerdict {
  readonly outcome: "verified" | "not anchored" | "does not verify"
  readonly size: number
  /** The root over all events, in hexadecimal. */
  readonly root: string
  readonly streams: number
  readonly decisions: number
  readonly findings: ReadonlyArray<Finding>
  readonly unchecked: ReadonlyArray<Unchecked>
  /** The believed checkpoints that the log continues, smallest first. */
  readonly continues: ReadonlyArray<Checkpoint>
}

const believed = async (
  { checkpoints = [], ed25519, policy }: StoreVerifyingWith,
  findings: Array<Finding>
): Promise<ReadonlyArray<Checkpoint>> => {
  const found: Array<Checkpoint> = []
  for (const [i, note] of checkpoints.entries()) {
    const origin = note.split("\n", 1)[0] ?? ""
    const verdict = await verifyCheckpoint(
      ed25519,
      policy ?? { origin, logKeys: [], witnesses: [], quorum: 0 },
      note
    )
    if (verdict.ok) found.push(verdict.checkpoint)
    else {
      const { expected, got, reason } = verdict
      const says = `The checkpoint that was brought along is not believed: ${reason}.`
      findings.push({
        kind: "checkpoint not believed",
        where: { part: `checkpoint ${i + 1}` },
        says,
        expected,
        got
      })
    }
  }
  return found.toSorted((a, b) => a.size - b.size)
}

// Where the store cannot be read to its end nobody knows how long it is: it did not shrink, as far as is known.
const notReached = ({ size }: Checkpoint, read: number): Unchecked => ({
  what: `whether the store continues the checkpoint of ${size} events`,
  where: { part: `checkpoint of ${size} events` },
  why: `the store could be read up to its event ${read} only, counted from 1`
})

// What may pass by itself, as a file that others keep locked, is no damage: then nothing is known of the store.
const isDamage = (error: ReadError): boolean =>
  error._tag === "StoreUnavailable" ? !error.retryable : error._tag !== "AccessDenied"

const notAnchored: Unchecked = {
  what: "whether this is the history that was recorded",
  where: { part: "checkpoint" },
  why: "whoever can write the store can make another that agrees with itself: bring along a checkpoint of its whole length, signed by the operator and kept elsewhere"
}

/**
 * Verifies a store, read once from its first event to its last. Fails only where the store cannot be used at all.
 * @example
 * ```ts
 * import { verifyStore } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { nodeEd25519 } from "@lcqm/ledger/node"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const asked = Effect.flatMap(EventStore, (store) => verifyStore(store, { ed25519: nodeEd25519 }))
 * const { outcome, size } = await Effect.runPromise(Effect.provide(asked, memoryStore()))
 * outcome // => "not anchored"
 * size // => 0
 * ```
 */
export const verifyStore = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  given: StoreVerifyingWith
): Effect.fn.Return<StoreVerdict, ReadError> {
  const findings: Array<Finding> = []
  const checkpoints = yield* Effect.promise(() => believed(given, findings))
  const soFar = new StoreSoFar(store.codec.hasher, checkpoints)
  let isWhole = true
  const read = Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
    Effect.sync(() => {
      for (const event of events) soFar.add(event)
    })
  )
  yield* Effect.catchTag(read, ["CorruptEvent", "UnknownEventType"], (error) =>
    Effect.sync(() => {
      isWhole = false
      findings.push(unreadable(error))
    })
  )
  const { continues, decisions, range, root, trees } = soFar
  findings.push(...soFar.findings)
  if (isWhole) findings.push(...soFar.beyond.map((each) => shrunken(each, range.size)))
  if (findings.length === 0 && given.ofItself !== undefined) {
    yield* Effect.catchIf(given.ofItself, isDamage, (error) =>
      Effect.sync(() => findings.push(damaged(error)))
    )
  }
  const anchored = continues.some(({ size }) => size === range.size)
  return {
    outcome: findings.length > 0 ? "does not verify" : anchored ? "verified" : "not anchored",
    size: range.size,
    root,
    streams: trees.count,
    decisions,
    findings,
    unchecked: [
      ...(isWhole ? [] : soFar.beyond.map((each) => notReached(each, range.size))),
      ...(anchored ? [] : [notAnchored])
    ],
    continues
  }
})
