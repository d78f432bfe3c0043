// Projections that are no folds, on purpose: each is something that a handler is easily written as.
import type { Projection } from "@lcqm/core"
import type { FoldSubject } from "../fold-laws.ts"
import { tallied } from "../tally.ts"

type Counts = Map<string, number>

/** A projection that is broken on purpose. */
export interface BrokenProjection {
  readonly name: string
  /** What is wrong with it. */
  readonly wrong: string
  /** The laws of folds that find it out. The first is the one made for it. */
  readonly fails: readonly [string, ...Array<string>]
  /** Makes it anew. */
  readonly subject: () => FoldSubject<Counts>
}

const add = (counts: Counts, key: string, more = 1): void =>
  void counts.set(key, (counts.get(key) ?? 0) + more)

const counting: Projection<Counts> = {
  name: "counting",
  version: 1,
  types: tallied,
  empty: () => new Map(),
  apply: (counts, { stream, type }) => {
    if (tallied.has(type)) add(counts, stream)
  }
}

/**
 * Projections broken on purpose, over the suite's own events.
 * @example
 * ```ts
 * import { brokenProjections } from "@lcqm/testing/projecting"
 * brokenProjections.map(({ fails: [first] }) => first).includes("J04") // => true
 * ```
 */
export const brokenProjections: ReadonlyArray<BrokenProjection> = [
  {
    name: "remembers-beside-the-model",
    wrong: "It numbers what it folds with a counter that no rebuild sets back.",
    fails: ["J01", "J02", "J04"],
    subject: () => {
      let folded = 0
      return {
        projection: { ...counting, apply: (counts, { stream }) => void counts.set(stream, (folded += 1)) }
      }
    }
  },
  {
    name: "shares-its-empty-model",
    wrong: "Its empty model is one and the same, and holds what was folded before.",
    fails: ["J01", "J02", "J04"],
    subject: () => {
      const only: Counts = new Map()
      return { projection: { ...counting, empty: () => only } }
    }
  },
  {
    name: "changes-when-looked-at",
    wrong: "Reading the model changes it, so that it depends on who reads it and when.",
    fails: ["J02"],
    subject: () => ({
      projection: counting,
      seen: (counts) => {
        add(counts, "looks")
        return [...counts]
      }
    })
  },
  {
    name: "reads-what-it-did-not-declare",
    wrong:
      "It counts types that it has not declared: a test that hands it everything sees more than the runner gives it.",
    fails: ["J04"],
    subject: () => ({ projection: { ...counting, apply: (counts, { stream }) => add(counts, stream) } })
  },
  {
    name: "needs-what-came-before",
    wrong: "It takes for granted that a stream's first event has been folded.",
    fails: ["total"],
    subject: () => ({
      projection: {
        ...counting,
        apply: (counts, { revision, stream, type }) => {
          if (!tallied.has(type)) return
          const before = revision === 0 ? 0 : counts.get(stream)
          if (before === undefined) throw new TypeError(`${stream} has not begun`)
          counts.set(stream, before + 1)
        }
      }
    })
  }
]
