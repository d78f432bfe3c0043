// The verdict on a whole store: every leaf hash recomputed from the bytes, every stream without a gap, every decision
// on the history and the facts it names, and the log's root against checkpoints that were signed elsewhere.
import { type EventStore, type ReadError, type Recorded, stampedOf } from "@lcqm/core"
import {
  appendLeaf,
  canonicalJson,
  type Checkpoint,
  type CompactRange,
  type Ed25519Verifier,
  emptyRange,
  leafHashOfText,
  type LogPolicy,
  rootOf,
  toHex,
  verifyCheckpoint
} from "@lcqm/ledger"
import { Effect, Stream } from "effect"
import { basisOf } from "../history/basis-of.ts"
import type { Finding, Unchecked } from "./finding.ts"
import { StreamTrees } from "./stream-trees.ts"

/** What a reader brings along to verify a store by. */
export interface StoreVerifyingWith {
  readonly ed25519: Ed25519Verifier
  /** Whose log it is to be, and whose keys are believed. */
  readonly policy?: LogPolicy
  /** Signed checkpoints of the log, from anywhere but the store itself. */
  readonly checkpoints?: ReadonlyArray<string>
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

const forked = ({ root, size }: Checkpoint, got: string): Finding => ({
  kind: "forked log",
  where: { part: `checkpoint of ${size} events` },
  says: `The store's first ${size} events are not those that the checkpoint was signed for.`,
  expected: toHex(root),
  got
})

const shrunken = ({ size }: Checkpoint, has: number): Finding => ({
  kind: "shrunken log",
  where: { part: `checkpoint of ${size} events` },
  says: `The store has ${has} events, and a checkpoint was signed over ${size}.`,
  expected: `at least ${size} events`,
  got: `${has} events`
})

const edited = ({ leafHash, revision, stream }: Recorded, got: string): Finding => ({
  kind: "event edited",
  where: { stream, revision },
  says: `Event ${revision} of ${stream} is not the one that was recorded.`,
  expected: leafHash,
  got
})

const gap = ({ revision, stream }: Recorded, expected: number): Finding => ({
  kind: "event left out",
  where: { stream, revision: expected, ...(revision > expected ? { to: revision - 1 } : {}) },
  says: `In ${stream} event ${revision} follows where event ${expected} was to be.`,
  expected: `event ${expected}`,
  got: `event ${revision}`
})

const wrongBasis = (
  { revision, stream }: Recorded,
  of: string,
  { expected, got }: { readonly expected: string; readonly got: string }
): Finding => ({
  kind: of === stream ? "history changed" : "fact changed",
  where: { stream, revision },
  says: `Decision ${revision} of ${stream} names another history of ${of} than the store holds.`,
  expected,
  got
})

// Looks at the events one by one, in the store's order.
class Looking {
  readonly trees: StreamTrees
  readonly findings: Array<Finding> = []
  readonly continues: Array<Checkpoint> = []
  range: CompactRange = emptyRange
  decisions = 0
  readonly #hasher: EventStore["Service"]["codec"]["hasher"]
  readonly #ahead: Array<Checkpoint>

  constructor(hasher: EventStore["Service"]["codec"]["hasher"], checkpoints: ReadonlyArray<Checkpoint>) {
    this.#hasher = hasher
    this.trees = new StreamTrees(hasher)
    this.#ahead = [...checkpoints]
    this.#meet()
  }

  get root(): string {
    return toHex(rootOf(this.#hasher, this.range))
  }

  /** The checkpoints that are larger than the log. */
  get beyond(): ReadonlyArray<Checkpoint> {
    return this.#ahead
  }

  add(event: Recorded): void {
    const leaf = leafHashOfText(this.#hasher, canonicalJson(stampedOf(event)))
    const hex = toHex(leaf)
    if (hex !== event.leafHash) this.findings.push(edited(event, hex))
    const expected = this.trees.sizeOf(event.stream)
    if (event.revision !== expected) this.findings.push(gap(event, expected))
    this.#rests(event)
    this.trees.add(event.stream, leaf)
    this.range = appendLeaf(this.#hasher, this.range, leaf)
    this.#meet()
  }

  #rests(event: Recorded): void {
    const basis = basisOf(event.data)
    if (basis === undefined) return
    this.decisions += 1
    for (const { revision, root, stream } of [{ ...basis, stream: event.stream }, ...basis.facts]) {
      const got = this.trees.rootOf(stream, revision === "none" ? 0 : revision + 1) ?? "fewer events"
      if (got !== root) this.findings.push(wrongBasis(event, stream, { expected: root, got }))
    }
  }

  #meet(): void {
    for (let next = this.#ahead[0]; next?.size === this.range.size; next = this.#ahead[0]) {
      this.#ahead.shift()
      const { root } = this
      if (root === toHex(next.root)) this.continues.push(next)
      else this.findings.push(forked(next, root))
    }
  }
}

const unreadable = ({ message, ...error }: ReadError): Finding => {
  const [stream, revision]: ReadonlyArray<unknown> = [
    Reflect.get(error, "stream"),
    Reflect.get(error, "revision")
  ]
  return {
    kind: "event edited",
    where: {
      ...(typeof stream === "string" ? { stream } : {}),
      ...(typeof revision === "number" ? { revision } : {})
    },
    says: message,
    expected: "an event that can be read",
    got: error._tag
  }
}

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
  const looking = new Looking(store.codec.hasher, checkpoints)
  const read = Stream.runForEachArray(store.readAll({ asStored: true }), (events) =>
    Effect.sync(() => {
      for (const event of events) looking.add(event)
    })
  )
  yield* Effect.catchTag(read, ["CorruptEvent", "UnknownEventType"], (error) =>
    Effect.sync(() => {
      findings.push(unreadable(error))
    })
  )
  const { continues, decisions, range, root, trees } = looking
  findings.push(...looking.findings, ...looking.beyond.map((each) => shrunken(each, range.size)))
  const anchored = continues.some(({ size }) => size === range.size)
  return {
    outcome: findings.length > 0 ? "does not verify" : anchored ? "verified" : "not anchored",
    size: range.size,
    root,
    streams: trees.count,
    decisions,
    findings,
    unchecked: anchored ? [] : [notAnchored],
    continues
  }
})
