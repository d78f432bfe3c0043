// As at, blame and diff: any field of a school's state is what the events that count made of it.
import { asAt, blame, diff, fieldsOf, historyLines } from "@lcqm/audit"
import { schoolFact } from "@lcqm/core"
import { memoryStoreWith } from "@lcqm/memory"
import { anyHistory, Coverage } from "@lcqm/testing/arbitraries"
import { byOffice, given, scheme, school, smallWorld } from "@lcqm/testing/given-when-then"
import { schoolOfStream } from "@lcqm/core"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { codec, historyOf, storeAt, storeHolding } from "../stores.ts"

const history = historyOf(storeAt("agreed"))

describe("as at a point", () => {
  it("only what was recorded and had happened by then counts, each clock by itself", () => {
    // The visit was moved on 30 October, and it was recorded on 5 November.
    const late = given(smallWorld.at("visit arranged"))
      .on("2017-11-05")
      .having({ ...byOffice("MoveVisit", { on: "2017-11-20" }), occurredOn: "2017-10-30" })
    const moved = historyOf(storeHolding(late.events))
    const visit = (at: object) => asAt(moved, at).state.visit?.on
    expect(visit({ recorded: "2017-11-01T00:00:00.000Z", occurred: "2017-11-01" })).toBe("2017-11-15")
    expect(visit({ recorded: "2017-11-06T00:00:00.000Z", occurred: "2017-11-01" })).toBe("2017-11-20")
    expect(visit({ recorded: "2017-11-06T00:00:00.000Z", occurred: "2017-10-29" })).toBe("2017-11-15")
    expect(visit({})).toBe("2017-11-20")
  })

  it("before everything nothing is known", () => {
    expect(asAt(history, { recorded: "2000-01-01T00:00:00.000Z" })).toMatchObject({
      counts: [],
      state: { stage: "not enrolled" }
    })
    expect(historyLines(history, { occurred: "2000" })).toEqual([])
  })

  it("whose two clocks are open is the school as it stands", () => {
    const { fold } = schoolFact(scheme, school)
    expect(asAt(history, {}).state).toEqual(fold.fold(fold.initial, history.events))
  })
})

describe("blame", () => {
  it("names the event that last set a field", () => {
    const [stage] = blame(history, "stage")
    expect(stage).toMatchObject({ value: "agreed", type: "AwardAgreed.v1", by: "p-champion0" })
    const [champion] = blame(history, "champion")
    expect(champion).toMatchObject({ value: "p-champion0", type: "ChampionAppointed.v1" })
    const judged = blame(history, "self/families.events")
    expect(judged.map(({ field }) => field)).toContain("self/families.events/judgement")
    expect(new Set(judged.map(({ type }) => type))).toEqual(new Set(["CriterionSelfAssessed.v1"]))
    expect(blame(history, "stag")).toEqual([])
  })

  it("holds over any history: up to the blamed event the field is what it is, and right before it is another", () => {
    const met = new Coverage("fields", ["changed by an event"])
    const any = anyHistory({ store: () => memoryStoreWith(codec), fewestMoves: 5, mostSchools: 1 })
    met.assert(
      101,
      fc.property(any, ({ events }) => {
        const of = events.map(({ stream }) => schoolOfStream(stream)).find((urn) => urn !== undefined)
        if (of === undefined) return
        const drawn = historyOf(storeHolding(events), of)
        const { fold } = schoolFact("lcqm", of)
        const after = (count: number) => fieldsOf(fold.fold(fold.initial, drawn.events.slice(0, count)))
        const now = after(drawn.events.length)
        const blamed = blame(drawn)
        const fresh = fieldsOf(fold.initial)
        expect(blamed.map(({ field }) => field)).toEqual(
          [...now.keys()].filter((key) => blamed.some(({ field }) => field === key)).toSorted()
        )
        for (const [field, value] of now) {
          const by = blamed.find((each) => each.field === field)
          if (by === undefined) expect(value).toBe(fresh.get(field))
          else {
            met.count("changed by an event")
            expect(after(by.revision + 1).get(field)).toBe(value)
            expect(after(by.revision).get(field)).not.toBe(value)
          }
        }
      }),
      { numRuns: 15 }
    )
  })
})

describe("diff", () => {
  it("names the events between two points and every field that changed", () => {
    const from = { recorded: "2017-11-16T23:59:59.999Z" }
    const { fewer, fields, more } = diff(history, from, {})
    expect([more, fewer]).toEqual([[history.events.length - 1], []])
    expect(fields.find(({ field }) => field === "stage")).toEqual({
      field: "stage",
      from: "proposed",
      to: "agreed"
    })
    expect(diff(history, {}, from).fewer).toEqual(more)
    expect(diff(history, from, from).fields).toEqual([])
  })
})
