// A caller may give up at any moment. Whatever was going on then is recorded whole or not at all, nobody else
// waits for ever, and the same command sent again finds out what became of it.
import { Coverage } from "@lcqm/testing/arbitraries"
import { Deferred, Effect, Exit, Fiber } from "effect"
import { describe, expect, it } from "vitest"
import { byStream, emptyStore, eventsOf, lcqmOver } from "../properties/lcqm-over.ts"
import { bring, describing, of, sent, stream, submitting, today } from "./a-school.ts"
import { withMoments } from "./moments.ts"

const options = { now: () => today }

/** A command that reads facts and one that reads none. */
const commands = {
  "without facts": submitting(1),
  "with facts": {
    type: "EnrolSchool",
    ...sent("other"),
    data: { ...of, school: "900002", cohort: "A", criteriaSet: "1", ruleSet: "1" }
  }
} as const

/** An Lcqm whose next command stops for ever at a moment, and an effect that waits until it has. */
const stopping = (moment: number) => {
  const store = emptyStore()
  const reached = Deferred.makeUnsafe<void>()
  let moments = -1
  const stopped = withMoments(store, () =>
    Effect.suspend(() => {
      if (moments < 0 || moments++ !== moment) return Effect.void
      return Effect.andThen(Deferred.succeed(reached, undefined), Effect.never)
    })
  )
  return {
    store,
    lcqm: lcqmOver(stopped, options),
    begin: () => (moments = 0),
    end: () => (moments = -1),
    reached: Deferred.await(reached)
  }
}

describe("a command whose caller gives up", () => {
  it("at any moment is recorded whole or not at all; the next is decided, and the same one answered", async () => {
    const met = new Coverage("commands given up", [
      "before it was recorded",
      "after it was recorded",
      "not in time"
    ])
    for (const [kind, command] of Object.entries(commands)) {
      for (let moment = 0; moment < 14; moment += 1) {
        const { begin, end, lcqm, reached, store } = stopping(moment)
        Effect.runSync(bring(lcqm, "enrolled"))
        begin()
        const isRecorded = await Effect.runPromise(
          Effect.gen(function* () {
            const fiber = yield* Effect.forkChild(lcqm.execute(command))
            const waiting = yield* Effect.forkChild(lcqm.execute(describing(1)))
            const first = yield* Effect.raceFirst(
              Effect.as(reached, "stopped" as const),
              Effect.as(Fiber.await(fiber), "done" as const)
            )
            yield* Fiber.interrupt(fiber)
            end()
            // Who waited for the stream goes on.
            expect(Exit.isSuccess(yield* Fiber.await(waiting)), `${kind} at ${moment}`).toBe(true)
            return first === "done"
              ? undefined
              : eventsOf(store).some(({ metadata }) => metadata.commandId === command.id)
          })
        )
        met.count(
          isRecorded === undefined
            ? "not in time"
            : isRecorded
              ? "after it was recorded"
              : "before it was recorded"
        )
        const again = Effect.runSync(lcqm.execute(command))
        expect(again).toMatchObject({
          repeated: isRecorded !== false,
          events: [{ metadata: { commandId: command.id } }]
        })
        expect(Effect.runSync(lcqm.execute(submitting(2))).repeated).toBe(false)
        for (const own of byStream(eventsOf(store)).values()) {
          expect(own.map(({ revision }) => revision)).toEqual(own.map((_, i) => i))
        }
        expect(eventsOf(store).filter(({ metadata }) => metadata.commandId === command.id)).toHaveLength(1)
      }
    }
    met.expectEach(2)
  })

  it("while it waits for another leaves the stream to those behind it", async () => {
    const { begin, end, lcqm, reached, store } = stopping(0)
    Effect.runSync(bring(lcqm, "enrolled"))
    begin()
    await Effect.runPromise(
      Effect.gen(function* () {
        const first = yield* Effect.forkChild(lcqm.execute(submitting(1)))
        yield* reached
        const second = yield* Effect.forkChild(lcqm.execute(submitting(2)))
        const third = yield* Effect.forkChild(lcqm.execute(submitting(3)))
        yield* Effect.yieldNow
        yield* Fiber.interrupt(second)
        end()
        yield* Fiber.interrupt(first)
        yield* Fiber.join(third)
      })
    )
    const submitted = eventsOf(store).filter(
      (event) => event.stream === stream && event.type === "EvidenceSubmitted.v1"
    )
    expect(submitted.map(({ metadata }) => metadata.commandId)).toEqual([submitting(3).id])
  })
})
