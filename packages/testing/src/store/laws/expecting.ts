// The table of expected revisions, a law a cell, and what follows for appends at the same time.
import { exactly, noStream } from "@lcqm/core"
import { Effect, Stream } from "effect"
import { failsWith, numbersOf, same } from "../expectations.ts"
import { type Law, lawOfStore } from "../law.ts"
import { batch, numbersFrom } from "../stamping.ts"

const wrong = (expected: number | "none", actual: number | "none") => ({
  _tag: "WrongExpectedRevision",
  stream: "a",
  expected,
  actual
})

/** V/…, V20 and V22. */
export const expectingLaws: ReadonlyArray<Law> = [
  lawOfStore("V/NoStream/missing", "a stream that is expected not to be, and is not: appended", (store) =>
    Effect.gen(function* () {
      same((yield* store.append("a", noStream, batch([1], "a"))).events[0].revision, 0, "at revision 0")
    })
  ),
  lawOfStore(
    "V/NoStream/one",
    "a stream that is expected not to be, and is at 0: refused, actual 0",
    (store) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, batch([1], "a"))
        yield* failsWith(store.append("a", noStream, batch([2], "a")), wrong("none", 0))
        same((yield* store.readStream("a")).revision, 0, "nothing was written")
      })
  ),
  lawOfStore(
    "V/NoStream/more",
    "a stream that is expected not to be, and is further: refused, actual told",
    (store) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, batch([1, 2, 3], "a"))
        yield* failsWith(store.append("a", noStream, batch([4], "a")), wrong("none", 2))
        yield* failsWith(store.append("a", noStream, batch([5, 6, 7, 8, 9], "a")), wrong("none", 2))
        same((yield* store.readStream("a")).revision, 2, "nothing was written")
      })
  ),
  lawOfStore("V/Exactly/missing", "a revision of a stream that is not: refused, actual none", (store) =>
    Effect.gen(function* () {
      yield* store.append("b", noStream, batch([1], "b"))
      yield* failsWith(store.append("a", exactly(0), batch([2], "a", 1)), wrong(0, "none"))
      yield* failsWith(store.append("a", exactly(7), batch([2], "a", 8)), wrong(7, "none"))
      same((yield* store.readStream("a")).exists, false, "nothing was written")
    })
  ),
  lawOfStore("V/Exactly/there", "a revision that is the stream's last: appended behind it", (store) =>
    Effect.gen(function* () {
      yield* store.append("a", noStream, batch([1, 2, 3], "a"))
      const { events } = yield* store.append("a", exactly(2), batch([4, 5], "a", 3))
      same(
        events.map(({ revision }) => revision),
        [3, 4],
        "right behind"
      )
    })
  ),
  lawOfStore(
    "V/Exactly/elsewhere",
    "a revision before or after the stream's last: refused, actual told",
    (store) =>
      Effect.gen(function* () {
        yield* store.append("a", noStream, batch([1, 2, 3], "a"))
        yield* failsWith(store.append("a", exactly(0), batch([9], "a", 1)), wrong(0, 2))
        yield* failsWith(store.append("a", exactly(1), batch([9], "a", 2)), wrong(1, 2))
        yield* failsWith(store.append("a", exactly(3), batch([9], "a", 4)), wrong(3, 2))
        yield* failsWith(store.append("a", exactly(1), batch([9, 10, 11], "a", 2)), wrong(1, 2))
        same(numbersOf((yield* store.readStream("a")).events), [1, 2, 3], "nothing was written")
      })
  ),
  lawOfStore(
    "V20",
    "of appends at once with the same expectation exactly one wins, and the others are told",
    (store) =>
      Effect.gen(function* () {
        for (let round = 0; round < 5; round++) {
          const answers = yield* Effect.forEach(
            numbersFrom(round * 20, 20),
            (n) => {
              const expected = round === 0 ? noStream : exactly(round - 1)
              return Effect.result(store.append("a", expected, batch([n], "a", round)))
            },
            { concurrency: "unbounded" }
          )
          same(answers.filter(({ _tag }) => _tag === "Success").length, 1, "one append succeeded")
          const refusals = answers.flatMap((each) => (each._tag === "Failure" ? [each.failure] : []))
          const told = refusals.map((error) =>
            error._tag === "WrongExpectedRevision" ? error.actual : error._tag
          )
          same(
            told,
            Array.from({ length: 19 }, () => round),
            "the others learn where the stream is"
          )
          same((yield* store.readStream("a")).revision, round, "and one event was written")
        }
      })
  ),
  lawOfStore("V22", "appends to different streams never conflict", (store) =>
    Effect.gen(function* () {
      const streams = numbersFrom(1, 20).map((n) => `s-${n}`)
      for (let revision = 0; revision < 5; revision++) {
        yield* Effect.forEach(
          streams,
          (stream, i) => {
            const expected = revision === 0 ? noStream : exactly(revision - 1)
            return store.append(stream, expected, batch([100 * revision + i], stream, revision))
          },
          { concurrency: "unbounded" }
        )
      }
      same((yield* Stream.runCollect(store.readAll())).length, 100, "every append landed, once")
    })
  )
]
