// C01–C05 and C07: a bookmark moves from where it is, forward, with its read model, and is trusted no further than the
// store reaches.
import { positionOf } from "@lcqm/core"
import { Effect } from "effect"
import { failsWith, same, so } from "../../store/expectations.ts"
import { numbersFrom } from "../../store/stamping.ts"
import { expectedTally, type ProjectionLaw, record, recordEach } from "../law.ts"
import { allOf } from "./history.ts"

/** C01–C05 and C07. */
export const bookmarkLaws: ReadonlyArray<ProjectionLaw> = [
  {
    id: "C01",
    title: "a read model that has not begun has no bookmark, and begins with the first event",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        const { readModel, seen, tally } = yield* trial.tallying(store, place)
        same(yield* readModel.current.bookmark, undefined, "no bookmark in an empty store")
        yield* tally.catchUp
        same(yield* readModel.current.bookmark, undefined, "nor after there was nothing to fold")
        same(yield* seen, [], "and no rows")
        yield* recordEach(store, numbersFrom(0, 7))
        yield* tally.catchUp
        same(yield* seen, expectedTally(yield* allOf(store)), "the first event is folded too")
      })
  },
  {
    id: "C02",
    title: "a bookmark advances to the end of the store, also past events that are of no declared type",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        const { readModel, tally } = yield* trial.tallying(store, place)
        for (const n of numbersFrom(0, 10)) {
          const position = yield* record(store, n)
          yield* tally.catchUp
          same(yield* readModel.current.bookmark, position, `after event ${n}`)
          same(tally.progress().bookmark, position, "and it says so")
        }
      })
  },
  {
    id: "C03",
    title:
      "a step from where the bookmark is not, back or to where it is already is refused, and changes nothing",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        yield* recordEach(store, numbersFrom(0, 6))
        const events = yield* allOf(store)
        const { readModel, seen, tally } = yield* trial.tallying(store, place)
        yield* tally.catchUp
        const [before, at] = [yield* seen, positionOf(5)]
        const steps = [
          { from: undefined, to: at, events },
          { from: positionOf(2), to: at, events: events.slice(3) },
          { from: at, to: at, events: [] },
          { from: at, to: positionOf(4), events: [] },
          { from: positionOf(7), to: positionOf(8), events: [] }
        ]
        for (const step of steps) {
          yield* failsWith(readModel.current.step(step), {
            _tag: "BookmarkMismatch",
            name: "tally",
            version: 1,
            expected: step.from ?? "none",
            actual: at,
            to: step.to
          })
        }
        same(yield* readModel.current.bookmark, at, "the bookmark is where it was")
        same(yield* seen, before, "and so are the rows")
      })
  },
  {
    id: "C04",
    title:
      "a bookmark ahead of the store is a typed error that says how far each has got, and changes nothing",
    run: (trial) =>
      Effect.gen(function* () {
        const [place, other] = [trial.newPlace(), trial.newPlace()]
        const store = yield* trial.store(place)
        yield* recordEach(store, numbersFrom(0, 9))
        const { projections, readModel, tally } = yield* trial.tallying(store, place)
        yield* tally.catchUp
        const shorter = yield* trial.store(other)
        yield* recordEach(shorter, numbersFrom(0, 4))
        const moved = yield* trial.over(shorter, { tally: readModel })
        const ahead = {
          _tag: "BookmarkAhead",
          name: "tally",
          version: 1,
          bookmark: positionOf(8),
          store: shorter.name,
          head: positionOf(3)
        }
        yield* failsWith(moved.models.tally.catchUp, ahead)
        yield* failsWith(moved.catchUp, ahead)
        yield* failsWith(moved.run, ahead)
        same(yield* readModel.current.bookmark, positionOf(8), "the bookmark is where it was")
        yield* record(store, 9)
        yield* projections.catchUp
        same(yield* readModel.current.bookmark, positionOf(9), "with its own store it goes on")
      })
  },
  {
    id: "C05",
    title: "each name has a bookmark of its own",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        yield* recordEach(store, numbersFrom(0, 4))
        const first = yield* trial.tallying(store, place, { name: "first" })
        yield* first.tally.catchUp
        const second = yield* trial.tallying(store, place, { name: "second" })
        same(yield* second.readModel.current.bookmark, undefined, "the second has not begun")
        yield* record(store, 4)
        yield* second.tally.catchUp
        same(yield* first.readModel.current.bookmark, positionOf(3), "the first stands where it stood")
        same(yield* second.seen, expectedTally(yield* allOf(store)), "the second has all")
        yield* first.tally.catchUp
        same(yield* first.seen, yield* second.seen, "and then they are alike")
      })
  },
  {
    id: "C07",
    title: "rows and bookmark move together: a step that fails at an event leaves both right before it",
    run: (trial) =>
      Effect.gen(function* () {
        for (const failing of [0, 1, 4, 10]) {
          const place = trial.newPlace()
          const store = yield* trial.store(place)
          yield* recordEach(store, numbersFrom(0, 13))
          const events = yield* allOf(store)
          const { readModel, seen } = yield* trial.tallying(store, place, {
            handling: ({ position }) => {
              if (position === positionOf(failing)) throw new TypeError("this one it cannot")
            }
          })
          so(yield* readModel.trusted, "an empty one can be gone on from")
          const due = events.filter(({ type }) => readModel.types.has(type))
          const step = readModel.current.step({ from: undefined, to: positionOf(12), events: due })
          yield* failsWith(step, {
            _tag: "HandlerFailed",
            name: "tally",
            version: 1,
            position: positionOf(failing)
          })
          const before = due.filter(({ position }) => position < positionOf(failing))
          const bookmark = yield* readModel.current.bookmark
          same(bookmark, before.at(-1)?.position, "the bookmark is at the last event that was folded")
          if (yield* readModel.trusted) same(yield* seen, expectedTally(before), "and so are the rows")
          else yield* failsWith(seen, { _tag: "HandlerFailed", position: positionOf(failing) })
        }
      })
  }
]
