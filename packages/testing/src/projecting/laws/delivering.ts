// J04, J05, U09, U12 and U15: what reaches a projection, how it stops and goes on, and who waits for it.
import { positionOf, type Recorded, type RunningProjection } from "@lcqm/core"
import { Effect, Fiber, Stream } from "effect"
import { failsWith, numbersOf, same, so } from "../../store/expectations.ts"
import { numbersFrom } from "../../store/stamping.ts"
import { within } from "../../store/waiting.ts"
import { expectedTally, type ProjectionLaw, record, recordEach } from "../law.ts"
import { tallied } from "../tally.ts"
import { allOf } from "./history.ts"

const following = (tally: RunningProjection<unknown>): Effect.Effect<void> =>
  Effect.suspend(() =>
    tally.progress().state === "catching up" ? Effect.void : Effect.andThen(Effect.sleep(2), following(tally))
  )

/** J04, J05, U09, U12 and U15. */
export const deliveringLaws: ReadonlyArray<ProjectionLaw> = [
  {
    id: "J04",
    title: "a projection gets the events of its declared types and no others, each once, in order",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        yield* recordEach(store, numbersFrom(0, 15))
        const got: Array<Recorded> = []
        const handling = (event: Recorded) => void got.push(event)
        const { projections, tally } = yield* trial.tallying(store, place, { handling })
        yield* tally.catchUp
        yield* Effect.forkScoped(projections.run)
        yield* recordEach(store, numbersFrom(15, 15))
        yield* within("catching up")(tally.catchUp)
        const due = (yield* allOf(store)).filter(({ type }) => tallied.has(type))
        same(numbersOf(got), numbersOf(due), "what reached it")
        so(due.length < 30, "there were events of other types")
      })
  },
  {
    id: "J05",
    title: "two projections of one name are refused before anything is done",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        const { readModel: one } = yield* trial.tallying(store, place)
        const { readModel: two } = yield* trial.tallying(store, place, { version: 2 })
        yield* failsWith(trial.over(store, { one, two }), { _tag: "DuplicateProjection", name: "tally" })
        same(yield* one.current.bookmark, undefined, "nothing was begun")
      })
  },
  {
    id: "U09",
    title:
      "a handler that fails stops its projection before the event, loudly; others go on; it can be resumed",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        yield* recordEach(store, numbersFrom(0, 20))
        let isBroken = true
        const handling = ({ position }: Recorded) => {
          if (isBroken && position === positionOf(11)) throw new TypeError("not this one")
        }
        const failing = yield* trial.tallying(store, place, { name: "failing", handling })
        const sound = yield* trial.tallying(store, place, { name: "sound" })
        const both = yield* trial.over(store, { failing: failing.readModel, sound: sound.readModel })
        const failure = {
          _tag: "HandlerFailed",
          name: "failing",
          position: positionOf(11),
          cause: new TypeError("not this one")
        }
        const running = yield* Effect.forkScoped(both.run)
        yield* within("the one that is sound")(both.models.sound.catchUp)
        yield* failsWith(within("the failure")(both.models.failing.catchUp), failure)
        same(both.models.failing.progress().state, "failed", "it says that it has failed")
        so(running.pollUnsafe() === undefined, "the other one is still followed")
        const bookmark = yield* failing.readModel.current.bookmark
        so(bookmark === undefined || bookmark < positionOf(11), "it has not gone past the event")
        yield* record(store, 20)
        yield* within("the one that is sound")(both.models.sound.catchUp)
        const expected = expectedTally(yield* allOf(store))
        same(yield* sound.seen, expected, "the sound one has everything")
        isBroken = false
        yield* both.models.failing.resume
        yield* within("the resumed one")(both.models.failing.catchUp)
        same(yield* both.models.failing.read((rows) => rows), expected, "mended and resumed it has, too")
        yield* record(store, 21)
        yield* within("the resumed one")(both.models.failing.catchUp)
        same(both.models.failing.progress().state, "live", "and follows again")
        yield* Fiber.interrupt(running)
        isBroken = true
        const alone = yield* trial.over(store, { failing: failing.readModel })
        yield* failsWith(alone.models.failing.rebuild, failure)
        same(
          yield* alone.models.failing.read((rows) => rows.length),
          3,
          "a rebuild that fails leaves the old one"
        )
      })
  },
  {
    id: "U12",
    title: "stopped and started anew, a projection goes on right behind its bookmark",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        const got: Array<number> = []
        const handling = (event: Recorded) => void got.push(...numbersOf([event]))
        for (let run = 0; run < 4; run++) {
          if (!trial.adapter.lasting) got.length = 0
          yield* Effect.scoped(
            Effect.gen(function* () {
              const { projections, seen, tally } = yield* trial.tallying(store, place, { handling })
              const running = yield* Effect.forkScoped(projections.run)
              yield* recordEach(store, numbersFrom(10 * run, 5))
              yield* within("catching up")(tally.catchUp)
              yield* tally.stop
              yield* recordEach(store, numbersFrom(10 * run + 5, 3))
              same(tally.progress().state, "stopped", "told to stop, it is stopped")
              yield* tally.resume
              yield* within("catching up again")(tally.catchUp)
              yield* Fiber.interrupt(running)
              yield* recordEach(store, numbersFrom(10 * run + 8, 2))
              yield* tally.catchUp
              same(yield* seen, expectedTally(yield* allOf(store)), `in run ${run}`)
            })
          )
        }
        const due = (yield* allOf(store)).filter(({ type }) => tallied.has(type))
        same(got, numbersOf(due), "each event was handled once, in order, over all runs that remember")
      })
  },
  {
    id: "U15",
    title:
      "waiting until caught up ends at the end of the store as of the call, or in time with an error that says more",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        const { projections, seen, tally } = yield* trial.tallying(store, place)
        yield* within("an empty store")(tally.awaitCaughtUp())
        yield* Effect.forkScoped(projections.run)
        for (const n of numbersFrom(0, 12)) {
          yield* record(store, n)
          yield* within("one's own write")(tally.awaitCaughtUp())
          same(yield* seen, expectedTally(yield* allOf(store)), "who has written reads what was written")
        }
        const never = yield* trial.over(
          { ...store, subscribe: () => Stream.never },
          { tally: (yield* trial.tallying(store, trial.newPlace())).readModel }
        )
        yield* Effect.forkScoped(never.run)
        yield* within("the run")(following(never.models.tally))
        yield* failsWith(never.models.tally.awaitCaughtUp(30), {
          _tag: "NotCaughtUp",
          name: "tally",
          version: 1,
          target: positionOf(11),
          waited: 30
        })
      })
  }
]
