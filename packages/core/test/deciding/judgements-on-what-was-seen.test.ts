// Nobody agrees to a history they have not seen: a judgement carries the revision its sender has seen, and where
// the history has moved on it is refused and not tried again.
import { type LcqmCommand, lcqmHandlers } from "@lcqm/core"
import { anyCommandSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf, lcqmOver } from "../properties/lcqm-over.ts"
import {
  accepting,
  bring,
  describing,
  movingVisit,
  of,
  outcomeOf,
  proposing,
  stream,
  today
} from "./a-school.ts"
import { counting, withMoments } from "./moments.ts"

const options = { now: () => today }
const judgements = lcqmHandlers.filter(({ command }) => command.seen).map(({ command }) => command.name)

describe("a judgement on a history", () => {
  it("is one about an award: of its two parties, of a second assessor, on an appeal, or its revocation", () => {
    expect(judgements).toEqual([
      "ProposeAward",
      "DeclineProposal",
      "WithdrawProposal",
      "AcceptProposal",
      "AskFurtherWork",
      "WithholdAward",
      "GiveSecondJudgement",
      "SupportShift",
      "DecideAppeal",
      "RevokeAward"
    ])
  })

  it("is accepted with the revision seen last, and refused with every other: what was in hand does not matter", () => {
    const met = new Coverage("judgements", [
      "ProposeAward",
      "AcceptProposal",
      "accepted at the head",
      "refused before it",
      "refused behind it",
      "others wrote since"
    ])
    met.assert(
      1,
      fc.property(
        anyCommandSequence({ noise: false, fewestMoves: 8, mostSchools: 1 }),
        fc.integer({ min: -3, max: 2 }),
        fc.nat({ max: 3 }),
        ({ steps }, off, unseen) => {
          const store = emptyStore()
          const clock = { now: 0 }
          const [lcqm, other] = [
            lcqmOver(store, { now: () => clock.now }),
            lcqmOver(store, { now: () => clock.now })
          ]
          for (const [place, { at, command, comesTo }] of steps.entries()) {
            clock.now = at
            const { seen } = command
            if (seen !== undefined && comesTo === "accepted" && off !== 0 && seen + off >= 0) {
              // As if the sender had seen another revision than the last.
              const moved: LcqmCommand = { ...command, id: `${command.id}.moved`, seen: seen + off }
              const before = eventsOf(store).length
              const answer = Effect.runSync(Effect.result(lcqm.execute(moved)))
              expect(answer).toMatchObject({
                failure: { _tag: "HistoryMovedOn", details: { stream, seen: seen + off, revision: seen } }
              })
              expect(eventsOf(store)).toHaveLength(before)
              met.count(off < 0 ? "refused before it" : "refused behind it")
            }
            // Those steps that others do, the first Lcqm has not in hand.
            const through = place % 4 < unseen ? other : lcqm
            const answer = Effect.runSync(Effect.result(through.execute(command)))
            if (seen === undefined || comesTo !== "accepted") continue
            expect(outcomeOf(answer)).toBe("accepted")
            met.count("accepted at the head")
            met.count(command.type)
            if (unseen > 0) met.count("others wrote since")
          }
        }
      ),
      { numRuns: 35 }
    )
  })

  it("is refused, and not tried again, where others write between the reading and the recording", () => {
    const store = emptyStore()
    const other = lcqmOver(store, options)
    const revision = Effect.runSync(bring(other, "visited"))
    let written = 0
    const { appends, store: counted } = counting(store)
    const meddled = withMoments(counted, (moment, at) =>
      moment === "before append" && at === stream
        ? Effect.orDie(Effect.asVoid(other.execute(describing((written += 1)))))
        : Effect.void
    )
    const lcqm = lcqmOver(meddled, options)
    const answer = Effect.runSync(Effect.result(lcqm.execute(proposing(1, revision))))
    expect(answer).toMatchObject({
      failure: { _tag: "HistoryMovedOn", details: { seen: revision, revision: revision + 1 } }
    })
    expect({ written, ...appends }).toEqual({ written: 1, recorded: 0, conflicts: 1 })
    // With what was then seen it is accepted.
    expect(outcomeOf(Effect.runSync(Effect.result(other.execute(proposing(1, revision + 1)))))).toBe(
      "accepted"
    )
  })

  it("that was accepted is answered again, although the history has moved on by itself", () => {
    const store = emptyStore()
    const lcqm = lcqmOver(store, options)
    const revision = Effect.runSync(bring(lcqm, "visited"))
    const first = Effect.runSync(lcqm.execute(proposing(1, revision)))
    const accepted = Effect.runSync(lcqm.execute(accepting(1, revision + 1)))
    for (const through of [lcqm, lcqmOver(store, options)]) {
      const again = Effect.runSync(through.execute(proposing(1, revision)))
      expect(again).toEqual({ ...first, repeated: true })
      const acceptedAgain = Effect.runSync(through.execute(accepting(1, revision + 1)))
      expect(acceptedAgain).toEqual({ ...accepted, repeated: true })
    }
  })

  it("needs no revision where it is none: other commands are decided again on the new state", () => {
    const store = emptyStore()
    const [lcqm, other] = [lcqmOver(store, options), lcqmOver(store, options)]
    Effect.runSync(bring(lcqm, "visit arranged"))
    Effect.runSync(other.execute(describing(1)))
    expect(Result.isSuccess(Effect.runSync(Effect.result(lcqm.execute(movingVisit(1, "2018-01-12")))))).toBe(
      true
    )
    expect(
      Effect.runSync(lcqm.school(of))
        .journey.map(({ type }) => type)
        .slice(-2)
    ).toEqual(["SettingDescribed.v1", "VisitMoved.v1"])
  })
})
