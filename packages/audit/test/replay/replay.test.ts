// Every decision made again comes out the same; one that was forged, or cannot be made again, never does.
import { historyInFile, replay, replayedTypes, type SchoolHistory } from "@lcqm/audit"
import { lcqmEventTypes, schoolOfStream } from "@lcqm/core"
import { memoryStoreWith } from "@lcqm/memory"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codec, historyOf, plainFile, storeAt, storeHolding } from "../stores.ts"

const outcomes = (history: SchoolHistory) => replay(history).map(({ outcome }) => outcome)

/** The history with the data of its events of a type changed. */
const forged = (history: SchoolHistory, type: string, change: (data: object) => object): SchoolHistory => ({
  ...history,
  events: history.events.map((event) =>
    event.type === type ? ({ ...event, data: change(event.data) } as typeof event) : event
  )
})

describe("replay", () => {
  it("knows the command behind every type of decision", () => {
    const decisions = lcqmEventTypes.filter(({ decision }) => decision).map(({ type }) => type)
    expect(decisions.filter((type) => !replayedTypes.includes(type))).toEqual([])
    expect(decisions.length).toBeGreaterThan(4)
  })

  it("makes every decision of any history again, and each comes out the same", () => {
    const met = new Coverage("decisions made again", [
      "SelfAssessmentDeclared.v1",
      "AwardProposed.v1",
      "AwardAgreed.v1"
    ])
    const any = anyHistory({ store: () => memoryStoreWith(codec), fewestMoves: 10, mostSchools: 1 })
    met.assert(
      3,
      fc.property(any, ({ events }) => {
        const store = storeHolding(events)
        for (const school of new Set(events.map(({ stream }) => schoolOfStream(stream)))) {
          if (school === undefined) continue
          for (const replayed of replay(historyOf(store, school))) {
            expect(replayed).toMatchObject({ outcome: "same" })
            met.count(replayed.type)
          }
        }
      }),
      { numRuns: 40 }
    )
  })

  it("needs no more than an award file", async () => {
    const file = await plainFile(storeAt("agreed"))
    const history = Result.getOrThrow(historyInFile(codec, file))
    expect(outcomes(history)).toEqual(["same", "same", "same"])
  })

  const history = historyOf(storeAt("agreed"))

  it("says where a recorded level is not what the rule indicates", () => {
    const other = forged(history, "AwardAgreed.v1", (data) => ({ ...data, indicated: "gold" }))
    expect(replay(other).at(-1)).toMatchObject({
      outcome: "different",
      differences: [{ path: "data.indicated", recorded: "gold", recomputed: "silver" }]
    })
  })

  it("says so where the event names another command than was sent, other facts, or another history", () => {
    const level = forged(history, "AwardAgreed.v1", (data) => ({ ...data, level: "gold" }))
    expect(replay(level).at(-1)).toMatchObject({ outcome: "not recomputed" })
    const basis = (change: object) =>
      replay(
        forged(history, "AwardAgreed.v1", (data) => ({
          ...data,
          basis: { ...(data as { basis: object }).basis, ...change }
        }))
      ).at(-1)
    expect(basis({ facts: [] })).toMatchObject({
      outcome: "not recomputed",
      why: /the decision did not read it/u
    })
    expect(basis({ root: "0".repeat(64) })).toMatchObject({ why: /another history/u })
    expect(basis({ ruleSetHash: "0".repeat(64) })).toMatchObject({
      outcome: "different",
      differences: [{ path: "data.basis.ruleSetHash" }]
    })
  })

  it("says so where a fact is not at hand", () => {
    expect(outcomes({ ...history, facts: new Map() })).toEqual(Array(3).fill("not recomputed"))
  })
})
