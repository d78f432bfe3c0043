// Where nobody else writes, the loop answers what the rules alone would: the same commands, decided one after the
// other on states folded in memory, without store, cache, codec or conflicts.
import { anyHistory, outcomeOf, Coverage } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStoreLayer } from "./lcqm-over.ts"

describe("the loop, with nobody else about", () => {
  it("answers every command as its rehearsal does", () => {
    const met = new Coverage("answers", [
      "accepted",
      "nothing to do",
      "repeated",
      "CommandIdReused",
      "HistoryMovedOn",
      "NotYetHappened",
      "NotTheChampion",
      "RoleRequired",
      "CriterionUnknown"
    ])
    met.assert(
      1,
      fc.property(anyHistory({ store: emptyStoreLayer, fewestMoves: 10 }), ({ played }) => {
        for (const { answer, step } of played) {
          const outcome = outcomeOf(answer)
          const comesTo = outcome?.outcome === "rejected" ? outcome.tag : outcome?.outcome
          expect(comesTo, step.command.type).toBe(step.comesTo)
          met.count(step.comesTo)
        }
      }),
      { numRuns: 70 }
    )
  })
})
