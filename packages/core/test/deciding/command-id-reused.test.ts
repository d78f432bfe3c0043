// A command's id is chosen at random by its sender and names that command for ever. Another command under it is
// refused, in the same stream and in any other, and nothing is written.
import { lcqmHandlers } from "@lcqm/core"
import { anyCommandSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf, lcqmOver, storeHolding } from "../properties/lcqm-over.ts"
import { bring, describing, outcomeOf, submitting, today } from "./a-school.ts"

const options = { now: () => today }

const streamOf = ({ data, type }: { readonly type: string; readonly data: unknown }): string | undefined =>
  lcqmHandlers.find(({ command }) => command.name === type)?.streamOf(data)

describe("a command id that names another command", () => {
  it("is refused: in the same stream whatever is asked, in another wherever something would be recorded", () => {
    const met = new Coverage("second commands under one id", [
      "same stream",
      "another stream",
      "had nothing to record"
    ])
    met.assert(
      1,
      fc.property(
        anyCommandSequence({ noise: false }),
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        ({ steps }, one, two, isFresh, isNext) => {
          const store = emptyStore()
          const lcqm = lcqmOver(store, options)
          const streams = new Map<string, string>()
          for (const { command } of steps.slice(0, -1)) {
            const answer = Effect.runSync(Effect.result(lcqm.execute(command)))
            if (Result.isSuccess(answer) && answer.success.events.length > 0)
              streams.set(command.id, answer.success.stream)
          }
          // What was sent before mostly has nothing more to record; what comes next mostly has.
          const place = isNext ? steps.length - 1 : two % steps.length
          const [first, second] = [steps[one % steps.length]?.command, steps[place]?.command]
          if (first === undefined || second === undefined || first.id === second.id || !streams.has(first.id))
            return
          const before = eventsOf(store)
          const other = isFresh ? lcqmOver(store, options) : lcqm
          const alone = Effect.runSync(
            Effect.result(lcqmOver(storeHolding(before), options).execute({ ...second, id: "command.new" }))
          )
          const answer = Effect.runSync(Effect.result(other.execute({ ...second, id: first.id })))
          expect(eventsOf(store)).toEqual(before)
          const records = Result.isSuccess(alone) && alone.success.events.length > 0
          const isSame = streamOf(second) === streams.get(first.id)
          if (isSame || records) expect(outcomeOf(answer)).toBe("CommandIdReused")
          else expect(outcomeOf(answer)).toBe(outcomeOf(alone))
          met.count(isSame ? "same stream" : records ? "another stream" : "had nothing to record")
        }
      ),
      { numRuns: 60 }
    )
  })

  it("is not meant by the same command in other words: free text is no part of what tells commands apart", () => {
    const store = emptyStore()
    const lcqm = lcqmOver(store, options)
    Effect.runSync(bring(lcqm, "enrolled"))
    const first = Effect.runSync(lcqm.execute(describing(1)))
    const reworded = { ...describing(1) }
    if (reworded.type !== "DescribeSetting") throw new TypeError(reworded.type)
    const again = lcqm.execute({
      ...reworded,
      data: { ...reworded.data, setting: { about: [], text: "large" } }
    })
    expect(Effect.runSync(again)).toEqual({ ...first, repeated: true })
    const about = { about: ["p-somebody1"], text: "small" }
    const other = lcqm.execute({ ...reworded, data: { ...reworded.data, setting: about } })
    expect(outcomeOf(Effect.runSync(Effect.result(other)))).toBe("CommandIdReused")
  })

  it("is refused to one of two that send at once", async () => {
    const store = emptyStore()
    const [a, b] = [lcqmOver(store, options), lcqmOver(store, options)]
    Effect.runSync(bring(a, "enrolled"))
    const answers = await Effect.runPromise(
      Effect.all(
        [a.execute(submitting(1)), b.execute({ ...submitting(2), id: submitting(1).id })].map((each) =>
          Effect.result(each)
        ),
        { concurrency: "unbounded" }
      )
    )
    expect(answers.map(outcomeOf).toSorted()).toEqual(["CommandIdReused", "accepted"])
  })
})
