// Law V24 of the store's contract, seen from the loop: who meets a conflict goes on from what is new.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, lcqmOver, type Store } from "../properties/lcqm-over.ts"
import { bring, describing, stream, submitting, today } from "./a-school.ts"
import { withMoments } from "./moments.ts"

/** The store, the revisions of one stream that were read noted in order. */
const noting = (store: Store) => {
  const read: Array<number> = []
  const noted: Store = {
    ...store,
    readStream: (name, range) =>
      Effect.tap(store.readStream(name, range), ({ events }) =>
        Effect.sync(() => {
          if (name === stream) read.push(...events.map(({ revision }) => revision))
        })
      )
  }
  return { read, store: noted }
}

describe("a command whose append meets a conflict", () => {
  it("is decided again on what is new alone: no event of its stream is read twice", () => {
    const met = new Coverage("appends", ["a conflict"])
    met.assert(
      21,
      fc.property(fc.integer({ min: 1, max: 6 }), (others) => {
        const store = emptyStore()
        const other = lcqmOver(store, { now: () => today })
        Effect.runSync(bring(other, "enrolled"))
        const { read, store: noted } = noting(store)
        let written = 0
        const contended = withMoments(noted, (moment, at) => {
          if (moment !== "before append" || at !== stream || written === others) return Effect.void
          met.count("a conflict")
          return Effect.orDie(Effect.asVoid(other.execute(describing((written += 1)))))
        })
        const answer = Effect.runSync(
          Effect.result(lcqmOver(contended, { now: () => today }).execute(submitting(1)))
        )
        expect(Result.isSuccess(answer)).toBe(true)
        expect(read).toEqual(read.map((_, i) => i))
        expect(read.length).toBe(Effect.runSync(store.head(stream)).revision)
      }),
      { numRuns: 20 }
    )
  })
})
