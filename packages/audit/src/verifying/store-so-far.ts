// A store's events looked at one by one, in the store's order: what is held against what, and what was found.
import { type EventStore, type Recorded, stampedOf } from "@lcqm/core"
import {
  appendLeaf,
  canonicalJson,
  type Checkpoint,
  type CompactRange,
  emptyRange,
  leafHashOfText,
  rootOf,
  toHex
} from "@lcqm/ledger"
import { basisOf } from "../history/basis-of.ts"
import type { Finding } from "./finding.ts"
import { edited, forked, gap, wrongBasis } from "./store-findings.ts"
import { StreamTrees } from "./stream-trees.ts"

/** What is known of a store so far, and what is wrong with it. */
export class StoreSoFar {
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
