// The answer to a command can be lost, with the command or after it was recorded. The loop asks again with the same
// bytes until it knows; and where it never does, whoever sends the command again finds out.
import { type LcqmCommand, OutcomeUnknown } from "@lcqm/core"
import { anyCommandSequence, Coverage } from "@lcqm/testing/arbitraries"
import { Effect, Fiber, Result } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { emptyStore, eventsOf, type Store } from "../properties/lcqm-over.ts"
import { type Answer, anyCut, clock, eventIds, over, placeIn, send } from "./one-clock.ts"

/** What becomes of an append: recorded and answered, recorded and the answer lost, or lost on the way there. */
type Fate = "answered" | "answer lost" | "lost"

/** A store whose appends fare as a list says; all is well at its end. */
const losing = (store: Store, fates: ReadonlyArray<Fate>): Store => {
  let next = 0
  return {
    ...store,
    append: (stream, expected, events) =>
      Effect.suspend(() => {
        const lost = new OutcomeUnknown({ stream, reason: "the connection broke" })
        switch (fates[next++] ?? "answered") {
          case "answered":
            return store.append(stream, expected, events)
          case "answer lost":
            return Effect.andThen(store.append(stream, expected, events), Effect.fail(lost))
          case "lost":
            return Effect.fail(lost)
        }
      })
  }
}

// The loop waits between its tries; here its clock is moved on, as far as it likes.
const inNoTime = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(effect)
      yield* TestClock.adjust("1 hour")
      return yield* Fiber.join(fiber)
    }).pipe(Effect.provide(TestClock.layer()))
  )

describe("a command whose answer was lost", () => {
  const anyFate = fc.constantFrom<Fate>("answered", "answer lost", "lost")

  it("is recorded once: the loop asks again until it knows", async () => {
    const met = new Coverage("appends", ["answered", "answer lost", "lost"])
    await met.assert(
      3,
      fc.asyncProperty(
        anyCommandSequence(),
        fc.array(anyFate, { maxLength: 60 }),
        async (sequence, fates) => {
          const [well, ill] = [emptyStore(), emptyStore()]
          const expected = send(over(well), sequence.steps)
          const lcqm = over(losing(ill, fates))
          for (const [i, { at, command }] of sequence.steps.entries()) {
            clock.now = at
            const answer = await inNoTime(Effect.result(lcqm.execute(command)))
            const wanted = expected[i]
            if (wanted !== undefined && Result.isSuccess(wanted))
              expect(eventIds(answer)).toEqual(eventIds(wanted))
            else expect(answer).toEqual(wanted)
          }
          expect(eventsOf(ill).map(({ id }) => id)).toEqual(eventsOf(well).map(({ id }) => id))
          for (const fate of fates) met.count(fate)
        }
      ),
      { numRuns: 20 }
    )
  })

  it("for good is told so; sent again, to the same Lcqm or another, it answers its first result", async () => {
    const met = new Coverage("answers after a loss for good", ["recorded before", "recorded now"])
    const forGood = Array.from({ length: 30 })
    await met.assert(
      3,
      fc.asyncProperty(
        anyCommandSequence({ noise: false }),
        anyCut,
        fc.boolean(),
        fc.boolean(),
        async (sequence, cut, recorded, elsewhere) => {
          const store = emptyStore()
          const place = placeIn(sequence, cut)
          const { at, command } = sequence.steps[place] ?? { at: 0, command: undefined }
          if (command === undefined) return
          const fates = forGood.map((): Fate => (recorded ? "answer lost" : "lost"))
          const unlucky = over(
            losing(store, [...sequence.steps.slice(0, place).map((): Fate => "answered"), ...fates])
          )
          send(unlucky, sequence.steps.slice(0, place))
          const held = eventsOf(store).length
          clock.now = at
          const answer = await inNoTime(Effect.result(unlucky.execute(command)))
          if (Result.isSuccess(answer) || answer.failure._tag !== "OutcomeUnknown") return
          const lcqm = elsewhere ? over(store) : unlucky
          const again = await sendUntilKnown(lcqm, command)
          expect(eventIds(again)).toEqual(
            eventsOf(store)
              .slice(held)
              .map(({ id }) => id)
          )
          const isRepeated = Result.getOrThrow(again).repeated
          expect(isRepeated).toBe(recorded)
          met.count(isRepeated ? "recorded before" : "recorded now")
        }
      ),
      { numRuns: 40 }
    )
  })
})

/** Sends a command again and again until its outcome is known. */
const sendUntilKnown = async (lcqm: ReturnType<typeof over>, command: LcqmCommand): Promise<Answer> => {
  for (;;) {
    const answer = await inNoTime(Effect.result(lcqm.execute(command)))
    if (Result.isSuccess(answer) || answer.failure._tag !== "OutcomeUnknown") return answer
  }
}
