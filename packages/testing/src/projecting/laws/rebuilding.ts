// J01, J02 and J09: whichever way a read model comes to be, it is what its events make it.
import { Effect, Fiber } from "effect"
import * as fc from "fast-check"
import { failsWith, same, so } from "../../store/expectations.ts"
import { numbersFrom } from "../../store/stamping.ts"
import { within } from "../../store/waiting.ts"
import { expectedTally, type ProjectionLaw, record, recordEach } from "../law.ts"
import { allOf } from "./history.ts"

/** J01, J02 and J09. */
export const rebuildingLaws: ReadonlyArray<ProjectionLaw> = [
  {
    id: "J01",
    title:
      "a rebuild gives what following gave, drops what no event gives, and changes nothing when repeated",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        yield* recordEach(store, numbersFrom(0, 20))
        const { projections, readModel, seen, tally, tamper } = yield* trial.tallying(store, place)
        yield* tally.catchUp
        const clean = yield* seen
        yield* tamper
        so((yield* seen).length === clean.length + 1, "the row put in by hand is there")
        for (const time of [1, 2]) {
          yield* tally.rebuild
          same(yield* seen, clean, `after rebuild ${time}`)
          same(yield* readModel.current.bookmark, (yield* store.head()).position, "with its bookmark")
        }
        const running = yield* Effect.forkScoped(projections.run)
        yield* recordEach(store, numbersFrom(20, 5))
        yield* tally.rebuild
        yield* recordEach(store, numbersFrom(25, 5))
        yield* within("catching up")(tally.catchUp)
        same(yield* seen, expectedTally(yield* allOf(store)), "while it follows, too")
        yield* Fiber.interrupt(running)
      })
  },
  {
    id: "J02",
    title:
      "followed live, brought up to date now and then, rebuilt or folded at once: the same for every prefix",
    run: (trial) =>
      Effect.gen(function* () {
        let prefixes = 0
        const property = fc.asyncProperty(
          fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 8 }),
          fc.integer({ min: 0, max: 1000 }),
          (appends, first) =>
            Effect.runPromise(
              Effect.scoped(
                Effect.gen(function* () {
                  const [place, second, third] = [trial.newPlace(), trial.newPlace(), trial.newPlace()]
                  const store = yield* trial.store(place)
                  const live = yield* trial.tallying(store, place)
                  const lazy = yield* trial.tallying(store, second)
                  const anew = yield* trial.tallying(store, third)
                  yield* Effect.forkScoped(live.projections.run)
                  let n = 5 * first
                  for (const [i, count] of appends.entries()) {
                    yield* recordEach(store, numbersFrom(n, count))
                    n += count
                    const expected = expectedTally(yield* allOf(store))
                    yield* within("catching up")(live.tally.catchUp)
                    same(yield* live.seen, expected, "followed live")
                    yield* anew.tally.rebuild
                    same(yield* anew.seen, expected, "rebuilt")
                    if (i % 2 === 0) {
                      same(yield* lazy.tally.readCaughtUp((rows) => rows), expected, "brought up to date")
                    }
                    prefixes += 1
                  }
                })
              )
            )
        )
        yield* Effect.promise(() => fc.assert(property, { numRuns: trial.runs, seed: trial.seed }))
        so(prefixes >= trial.runs, `only ${prefixes} prefixes were met`)
      })
  },
  {
    id: "J09",
    title: "a read model of another version is built anew, and not gone on with",
    run: (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const store = yield* trial.store(place)
        yield* recordEach(store, numbersFrom(0, 12))
        const old = yield* trial.tallying(store, place)
        yield* old.tally.catchUp
        for (const live of [false, true]) {
          const version = live ? 3 : 2
          const { projections, seen, tally } = yield* trial.tallying(store, place, { version })
          yield* record(store, 12 + version)
          if (live) yield* Effect.forkScoped(projections.run)
          yield* within("catching up")(tally.catchUp)
          const expected = expectedTally(yield* allOf(store), version)
          same(yield* within("the new version")(waitFor(seen, expected)), expected, `version ${version}`)
        }
        if (trial.adapter.lasting) {
          yield* failsWith(
            old.readModel.current.step({ from: "0".repeat(20), to: "9".repeat(20), events: [] }),
            {
              _tag: "BookmarkMismatch",
              actual: "none"
            }
          )
        }
      })
  }
]

// While an older version is replaced its rows are not the new one's yet.
const waitFor = <A>(look: Effect.Effect<A, unknown>, expected: A): Effect.Effect<A, unknown> =>
  look.pipe(
    Effect.catch(() => Effect.as(Effect.sleep(2), undefined)),
    Effect.flatMap((found) =>
      JSON.stringify(found) === JSON.stringify(expected)
        ? Effect.succeed(expected)
        : Effect.andThen(Effect.sleep(2), waitFor(look, expected))
    )
  )
