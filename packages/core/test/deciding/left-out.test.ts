// A fold is total: an as-at leaves events out, so whichever event comes alone is an answer, is the same taken together
// or by itself, and what was known before stays as it was.
import { describe, expect, it } from "vitest"
import { type Fold, lcqmHandlers } from "../../src/index.ts"
import { everyEvent } from "../event-store/every-event.ts"

const folds = new Set<Fold<unknown>>(lcqmHandlers.map(({ fold }) => fold))
const every = [...everyEvent()]

describe("every fold", () => {
  it("takes every event of its streams where it comes alone", () => {
    const taken = [...folds].flatMap((fold) => every.filter(([type]) => fold.types.has(type)))
    expect(taken.map(([type]) => type).toSorted()).toEqual(every.map(([type]) => type).toSorted())
    for (const fold of folds) {
      const before = structuredClone(fold.initial)
      for (const [type, event] of every) {
        if (!fold.types.has(type)) continue
        expect([type, fold.evolve(fold.initial, event)]).toEqual([type, fold.fold(fold.initial, [event])])
        expect([type, fold.initial]).toEqual([type, before])
      }
    }
  })

  it("takes all of them after each other, and a batch of none is no change", () => {
    for (const fold of folds) {
      const events = every.flatMap(([type, event]) => (fold.types.has(type) ? [event] : []))
      const oneByOne = events.reduce((state, event) => fold.evolve(state, event), fold.initial)
      const known = fold.fold(fold.initial, events)
      expect(oneByOne).toEqual(known)
      expect(fold.fold(known, [])).toBe(known)
    }
  })
})
