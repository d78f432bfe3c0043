// Keeping folded states between commands is for speed alone: with few, one or none kept, every answer and every
// byte is the same.
import { anyCommandSequence, playSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStoreLayer } from "../properties/lcqm-over.ts"

describe("states kept between commands", () => {
  it.each([0, 1, 2])("answer as many kept do, with %i streams kept", (cachedStreams) => {
    const met = new Coverage(`answers with ${cachedStreams} kept`, ["Success", "Failure"])
    met.assert(
      1,
      fc.property(anyCommandSequence(), (sequence) => {
        const played = (options: { readonly cachedStreams?: number }) =>
          Effect.runSync(Effect.provide(playSequence(sequence, options), emptyStoreLayer()))
        const [few, many] = [played({ cachedStreams }), played({})]
        expect(few.played.map(({ answer }) => answer)).toEqual(many.played.map(({ answer }) => answer))
        expect(few.events).toEqual(many.events)
        for (const { answer } of few.played) met.count(answer._tag)
      }),
      { numRuns: 12 }
    )
  })
})
