// Playing a random history on a store and on the reference model, step by step, with a subscription open all the
// while that must have delivered everything in the end.
import type { Position } from "@lcqm/core"
import { Effect, Fiber } from "effect"
import type { StoreLayer } from "../adapter.ts"
import { same } from "../expectations.ts"
import { openClosable, type Trial } from "../law.ts"
import { caughtUpIn, eventsOf, gathering } from "../waiting.ts"
import { type Answer, Played } from "./commands.ts"
import { Asking, type Drawn } from "./histories.ts"
import { ReferenceModel } from "./reference-model.ts"

/** How often a run of histories met what it must meet. */
export interface Tally {
  conflicts: number
  idConflicts: number
  repetitions: number
  wakeUps: number
  restarts: number
}

/** Nothing met yet. */
export const emptyTally = (): Tally => ({
  conflicts: 0,
  idConflicts: 0,
  repetitions: 0,
  wakeUps: 0,
  restarts: 0
})

const count = (tally: Tally, answer: Answer): void => {
  if (answer["refused"] === "WrongExpectedRevision") tally.conflicts += 1
  if (answer["refused"] === "EventIdConflict") tally.idConflicts += 1
  if (answer["repeated"] === true) tally.repetitions += 1
}

/** Whether one of the engines is one that compares ids only behind the head. */
export const freshIdsOnly = (trials: ReadonlyArray<Trial>): boolean =>
  trials.some(({ adapter }) => adapter.declared?.some((id) => ["I03", "I06", "I16"].includes(id)) ?? false)

/** Plays a history on a store with a subscription open all the while; every answer is handed to `judge`. */
export const play = (
  layer: StoreLayer,
  commands: ReadonlyArray<Drawn>,
  freshIds: boolean,
  tally: Tally,
  judge: (answer: Answer, expected: Answer, step: string) => void
) =>
  Effect.gen(function* () {
    const model = new ReferenceModel()
    const asking = new Asking(model, freshIds)
    let opened = yield* openClosable(layer)
    let live = yield* gathering(opened.store.subscribe("start"))
    let played = new Played(opened.store)
    const delivered: Array<Position> = []
    const stop = Effect.gen(function* () {
      yield* live.until(
        "the live events",
        () => delivered.length + eventsOf(live.came).length >= model.log.length
      )
      tally.wakeUps += caughtUpIn(live.came) - 1
      yield* Fiber.interrupt(live.fiber)
      delivered.push(...eventsOf(live.came).map(({ position }) => position))
    })
    for (const command of commands) {
      const asked = asking.asked(command)
      if (asked._tag === "Restart") {
        yield* stop
        yield* opened.close
        opened = yield* openClosable(layer)
        const bookmark = delivered.at(-1)
        live = yield* gathering(
          opened.store.subscribe(bookmark === undefined ? "start" : { after: bookmark })
        )
        played = new Played(opened.store, played.positions)
        tally.restarts += 1
      }
      const answer = yield* played.answer(asked)
      const expected = model.answer(asked)
      count(tally, answer)
      judge(answer, expected, JSON.stringify(asked))
      // Now and then the subscriber gets its turn in the middle of the history.
      if (model.log.length % 3 === 0) yield* Effect.yieldNow
    }
    yield* stop
    same(delivered, played.positions, "the subscription delivered every event once, in order")
    yield* opened.close
  })
