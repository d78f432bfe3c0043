// Who is not sure whether a command arrived sends it again: the first result is the answer, and nothing is written
// a second time, whoever is asked.
import { anyCommandSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf } from "../properties/lcqm-over.ts"
import { inTurns } from "./moments.ts"
import { anyCut, clock, eventIds, over, placeIn, send } from "./one-clock.ts"

describe("a command sent again", () => {
  it("answers its first result and writes nothing: through the same Lcqm, a fresh one, and one that is behind", () => {
    const met = new Coverage("commands sent again", ["same", "fresh", "behind", "of several events"])
    met.assert(
      20,
      fc.property(anyCommandSequence({ noise: false }), anyCut, (sequence, cut) => {
        const store = emptyStore()
        const [same, behind] = [over(store), over(store)]
        const place = placeIn(sequence, cut)
        const first = send(same, sequence.steps.slice(0, place))
        send(behind, sequence.steps.slice(0, place))
        first.push(...send(same, sequence.steps.slice(place)))
        const before = eventsOf(store)
        // What was refused has left nothing behind: sent again it is a new command, and may be acceptable by now.
        const recorded = first.flatMap((answer, i) => {
          const step = sequence.steps[i]
          return step !== undefined && Result.isSuccess(answer) && answer.success.events.length > 0
            ? [{ step, answer: answer.success }]
            : []
        })
        for (const [name, lcqm] of [
          ["same", same],
          ["fresh", over(store)],
          ["behind", behind]
        ] as const) {
          const answers = send(
            lcqm,
            recorded.map(({ step }) => step)
          )
          for (const [i, { answer }] of recorded.entries()) {
            const { events, revision } = answer
            expect(answers[i] && Result.getOrThrow(answers[i])).toEqual({
              stream: events[0]?.stream,
              revision,
              events,
              repeated: true
            })
            met.count(name)
            if (events.length > 1) met.count("of several events")
          }
          expect(eventsOf(store)).toEqual(before)
        }
      }),
      { numRuns: 25 }
    )
  })

  it("at the same time by several senders is recorded once, and all get the same answer", async () => {
    const met = new Coverage("commands sent at once", ["recorded", "answered again"])
    await met.assert(
      1,
      fc.asyncProperty(
        anyCommandSequence(),
        anyCut,
        fc.integer({ min: 2, max: 3 }),
        async (sequence, cut, senders) => {
          const store = emptyStore()
          const place = placeIn(sequence, cut)
          const step = sequence.steps[place]
          if (step === undefined) return
          const lcqms = Array.from({ length: senders }, () => over(inTurns(store)))
          const ahead = over(store)
          send(ahead, sequence.steps.slice(0, place))
          // The first has the history in hand, the others come new to it.
          lcqms[0] = lcqms[0] ?? ahead
          clock.now = step.at
          const answers = await Effect.runPromise(
            Effect.all(
              lcqms.map((lcqm) => Effect.result(lcqm.execute(step.command))),
              { concurrency: "unbounded" }
            )
          )
          const accepted = answers.filter(Result.isSuccess)
          if (accepted.length === 0 || accepted[0]?.success.events.length === 0) {
            expect(
              new Set(answers.map((answer) => (Result.isFailure(answer) ? answer.failure._tag : "none"))).size
            ).toBe(1)
            met.count("rejected alike")
            return
          }
          expect(answers.map(Result.isSuccess)).toEqual(answers.map(() => true))
          expect(new Set(answers.map((answer) => eventIds(answer).join(" "))).size).toBe(1)
          const ids = eventsOf(store).map(({ id }) => id)
          expect(new Set(ids).size).toBe(ids.length)
          met.count("recorded", accepted.filter(({ success }) => !success.repeated).length)
          met.count("answered again", accepted.filter(({ success }) => success.repeated).length)
        }
      ),
      { numRuns: 40 }
    )
  })
})
