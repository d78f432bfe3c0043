// L01–L07: opening, closing, opening again; other programs' files; other processes; the end by force.
import { exactly, noStream } from "@lcqm/core"
import { Effect, type Scope, Stream } from "effect"
import type { FileStore } from "../adapter.ts"
import { failsWith, same, so } from "../expectations.ts"
import { appendEach, type Law, law, open, openClosable, type Trial } from "../law.ts"
import { batch, numbersFrom } from "../stamping.ts"
import { testCodec } from "../test-catalogue.ts"
import { eventsOf, gathering } from "../waiting.ts"

// Without a file nothing outlives the program: a store made anew knows nothing of the one before.
const keepsNothing = (trial: Trial) =>
  Effect.gen(function* () {
    so(trial.adapter.file === undefined, "only a store without a file may declare this")
    const { close, store } = yield* openClosable(trial.layer())
    yield* store.append("a", noStream, batch([1], "a"))
    yield* close
    const anew = yield* open(trial.layer())
    same((yield* anew.head()).revision, "none", "a store made anew is empty")
  })

const lawOfFile = (
  id: string,
  title: string,
  run: (trial: Trial, file: FileStore) => Effect.Effect<void, unknown, Scope.Scope>
): Law =>
  law(
    id,
    title,
    (trial) => {
      const { file } = trial.adapter
      return file === undefined
        ? Effect.fail(new Error(`${trial.adapter.name} has no file: give \`file\`, or declare ${id}`))
        : run(trial, file)
    },
    keepsNothing
  )

/** L01–L07. */
export const lifecycleLaws: ReadonlyArray<Law> = [
  law("L01", "a store that several open for the first time at once is one store", (trial) =>
    Effect.gen(function* () {
      const layer = trial.layer()
      const stores = yield* Effect.all(
        numbersFrom(0, 5).map(() => open(layer)),
        { concurrency: "unbounded" }
      )
      yield* Effect.forEach(stores, (store, i) => store.append(`s-${i}`, noStream, batch([i], `s-${i}`)), {
        concurrency: "unbounded"
      })
      const won = yield* Effect.forEach(
        stores,
        (store, i) => Effect.result(store.append("a", noStream, batch([10 + i], "a"))),
        { concurrency: "unbounded" }
      )
      same(won.filter(({ _tag }) => _tag === "Success").length, 1, "of five that create one stream, one does")
      for (const store of stores) {
        const read = yield* Stream.runCollect(store.readAll())
        same(read.length, 6, "each sees what the others appended")
      }
    })
  ),
  lawOfFile(
    "L02",
    "a place written by an earlier schema is migrated, and reads and takes events as any other",
    (_trial, file) =>
      Effect.gen(function* () {
        for (const { events, schema, store: layer } of file.earlierPlaces(testCodec)) {
          const store = yield* open(layer)
          const read = yield* Stream.runCollect(store.readAll())
          same(read.length, events, `all events of ${schema} are there`)
          const { revision, stream } = read.at(-1)!
          yield* store.append(stream, exactly(revision), batch([9_000_000], stream, revision + 1))
          same((yield* store.readStream(stream)).revision, revision + 1, "and the stream goes on")
          same(
            (yield* open(layer).pipe(Effect.flatMap((again) => again.head()))).revision,
            events,
            "once migrated"
          )
        }
      })
  ),
  lawOfFile("L04", "another process may read while one writes, and write after waiting", (trial, file) =>
    Effect.gen(function* () {
      const place = trial.newPlace()
      const store = yield* open(trial.layerAt(place))
      const { came, until } = yield* gathering(store.subscribe("start"))
      yield* Effect.all(
        [
          file.appendElsewhere(place, "theirs", 100),
          appendEach(store, "ours", numbersFrom(1_000_000, 100)),
          Effect.forEach(numbersFrom(0, 20), () =>
            Effect.andThen(Effect.sleep(5), store.readStream("theirs"))
          )
        ],
        { concurrency: "unbounded" }
      )
      for (const stream of ["ours", "theirs"]) {
        same((yield* store.readStream(stream)).revision, 99, `every event of ${stream} is there`)
      }
      yield* until("every event", () => eventsOf(came).length >= 200)
      const read = yield* Stream.runCollect(store.readAll())
      same(eventsOf(came), read, "a subscription gets the other process's events too, in the one order")
    })
  ),
  law("L05", "a closed store answers everything with a typed error", (trial) =>
    Effect.gen(function* () {
      const { close, store } = yield* openClosable(trial.layer())
      yield* store.append("a", noStream, batch([1], "a"))
      const begun = store.readAll()
      yield* close
      const gone = { _tag: "StoreUnavailable", store: store.name, retryable: false }
      yield* failsWith(store.append("a", exactly(0), batch([2], "a", 1)), gone)
      yield* failsWith(store.readStream("a"), gone)
      yield* failsWith(Stream.runDrain(begun), gone)
      yield* failsWith(Stream.runDrain(store.subscribe("end")), gone)
      yield* failsWith(store.head(), gone)
      yield* failsWith(store.head("a"), gone)
    })
  ),
  lawOfFile("L06", "a file that is not ours is refused by name, and not touched", (_trial, file) =>
    Effect.gen(function* () {
      const places = file.foreignPlaces(testCodec)
      so(places.length > 0, "there is something to refuse")
      for (const { store: layer, untouched, what } of places) {
        yield* failsWith(Effect.scoped(open(layer)), { _tag: "StoreUnavailable", retryable: false })
        so(untouched(), `${what} is byte for byte what it was`)
      }
    })
  ),
  lawOfFile(
    "L07",
    "killed at any moment, every acknowledged append is there, and none is half there",
    (trial, file) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        for (let kill = 0; kill < 3; kill++) {
          const stream = `s-${kill}`
          const acknowledged = yield* file.killWhileAppending(place, stream)
          so(acknowledged > 0, "it was killed while it was appending")
          const store = yield* open(trial.layerAt(place))
          const { events } = yield* store.readStream(stream)
          so(events.length >= acknowledged, `${acknowledged} were acknowledged, ${events.length} are there`)
          same(
            events.map(({ revision }) => revision),
            events.map((_, i) => i),
            "contiguous"
          )
          so(events.length % 2 === 0, "each append of two events is there with both")
          const next = events.length
          yield* store.append(stream, exactly(next - 1), batch([900_000 + kill], stream, next))
        }
      })
  )
]
