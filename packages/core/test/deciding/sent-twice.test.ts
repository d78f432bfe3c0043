// Who is not sure whether a command arrived sends it again: the first result is the answer, and nothing is written
// a second time, whoever is asked and whatever was lost on the way.
import { OutcomeUnknown, type CommandAccepted, type ExecuteError, type LcqmCommand } from "@lcqm/core"
import { anyCommandSequence, type CommandSequence } from "@lcqm/testing/arbitraries"
import { Effect, Fiber, Result } from "effect"
import { TestClock } from "effect/testing"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Counted } from "../properties/counted.ts"
import { emptyStore, eventsOf, lcqmOver, type Store } from "../properties/lcqm-over.ts"
import { inTurns } from "./moments.ts"

type Answer = Result.Result<CommandAccepted, ExecuteError>

const clock = { now: 0 }
const options = { now: () => clock.now }
const over = (store: Store) => lcqmOver(store, options)

/** Sends the first steps of a sequence, one after the other. */
const send = (lcqm: ReturnType<typeof over>, steps: CommandSequence["steps"]): Array<Answer> =>
  steps.map(({ at, command }) => {
    clock.now = at
    return Effect.runSync(Effect.result(lcqm.execute(command)))
  })

const eventIds = (answer: Answer): ReadonlyArray<string> =>
  Result.getOrThrow(answer).events.map(({ id }) => id)

const anyCut = fc.integer({ min: 0, max: 1_000 })

/** A step of a sequence behind its founding, as a fraction of a thousand says. */
const placeIn = ({ steps }: CommandSequence, cut: number): number => Math.floor((cut * steps.length) / 1_001)

describe("a command sent again", () => {
  it("answers its first result and writes nothing: through the same Lcqm, a fresh one, and one that is behind", () => {
    const met = new Counted("commands sent again", ["same", "fresh", "behind", "of several events"])
    fc.assert(
      fc.property(anyCommandSequence({ noise: false }), anyCut, (sequence, cut) => {
        const store = emptyStore()
        const [same, behind] = [over(store), over(store)]
        const place = placeIn(sequence, cut)
        const first = send(same, sequence.steps.slice(0, place))
        send(behind, sequence.steps.slice(0, place))
        first.push(...send(same, sequence.steps.slice(place)))
        const before = eventsOf(store)
        for (const [name, lcqm] of [
          ["same", same],
          ["fresh", over(store)],
          ["behind", behind]
        ] as const) {
          for (const [i, again] of send(lcqm, sequence.steps).entries()) {
            const answer = first[i]
            if (answer === undefined || Result.isFailure(answer) || answer.success.events.length === 0)
              continue
            const { events, revision } = answer.success
            expect(Result.getOrThrow(again)).toEqual({
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
      { numRuns: 15 }
    )
    met.expectEach(20)
  })

  it("at the same time by several senders is recorded once, and all get the same answer", async () => {
    const met = new Counted("commands sent at once", ["recorded", "answered again"])
    await fc.assert(
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
    met.expectEach()
  })
})

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
    const met = new Counted("appends", ["answered", "answer lost", "lost"])
    await fc.assert(
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
    met.expectEach(3)
  })

  it("for good is told so; sent again, to the same Lcqm or another, it answers its first result", async () => {
    const met = new Counted("answers after a loss for good", ["recorded before", "recorded now"])
    const forGood = Array.from({ length: 30 })
    await fc.assert(
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
    met.expectEach(3)
  })
})

/** Sends a command again and again until its outcome is known. */
const sendUntilKnown = async (lcqm: ReturnType<typeof over>, command: LcqmCommand): Promise<Answer> => {
  for (;;) {
    const answer = await inNoTime(Effect.result(lcqm.execute(command)))
    if (Result.isSuccess(answer) || answer.failure._tag !== "OutcomeUnknown") return answer
  }
}
