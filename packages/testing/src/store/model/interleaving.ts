// Writers whose steps are interleaved by fast-check's scheduler: whatever the order of their turns, the outcome
// must be one that writers one after the other could have left.
import { exactly, noStream } from "@lcqm/core"
import { Effect, Fiber } from "effect"
import type fc from "fast-check"
import type { StoreLayer } from "../adapter.ts"
import { numbersOf, same } from "../expectations.ts"
import { open } from "../law.ts"
import { numbersFrom, stamp } from "../stamping.ts"
import { within } from "../waiting.ts"
import { seenOf } from "./commands.ts"

const decisionsEach = 3

/**
 * Each writer reads the stream, decides on what it has read (the event says how long the stream was) and appends;
 * the scheduler chooses whose turn it is before every step.
 */
export const interleaved = Effect.fnUntraced(function* (
  layer: StoreLayer,
  scheduler: fc.Scheduler,
  writers: number
) {
  const store = yield* open(layer)
  const turn = () => Effect.promise(() => scheduler.schedule(Promise.resolve()))
  const decide = Effect.fnUntraced(function* (n: number) {
    for (let written = false; !written;) {
      yield* turn()
      const { revision } = yield* store.head("a")
      const [length, expected] = revision === "none" ? [0, noStream] : [revision + 1, exactly(revision)]
      yield* turn()
      const event = stamp(n, "a", length, { data: { n, note: `${length}` } })
      const answer = yield* Effect.result(store.append("a", expected, [event]))
      written = answer._tag === "Success"
      if (!written && answer._tag === "Failure" && answer.failure._tag !== "WrongExpectedRevision") {
        return yield* Effect.fail(answer.failure)
      }
    }
  })
  const writer = (w: number) =>
    Effect.forEach(numbersFrom(w * decisionsEach, decisionsEach), decide, { discard: true })
  const all = yield* Effect.forkChild(
    Effect.forEach(numbersFrom(0, writers), writer, { concurrency: "unbounded", discard: true })
  )
  const ended = Effect.runPromise(Effect.exit(Fiber.join(all)))
  yield* within("the last decision")(Effect.promise(() => scheduler.waitFor(ended)))
  yield* Fiber.join(all)
  const { events } = yield* store.readStream("a")
  const numbers = numbersOf(events)
  const wanted = Array.from({ length: writers * decisionsEach }, (_, n) => n)
  same(
    numbers.toSorted((a, b) => a - b),
    wanted,
    "every decision is there once"
  )
  for (let w = 0; w < writers; w++) {
    const own = numbers.filter((n) => Math.floor(n / decisionsEach) === w)
    same(
      own,
      own.toSorted((a, b) => a - b),
      "each writer's decisions are in its order"
    )
  }
  const decidedOn = events.map((event) => JSON.parse(seenOf(event).data))
  same(
    decidedOn.map(({ note }) => note),
    events.map((_, i) => `${i}`),
    "each was decided on what was before it"
  )
})
