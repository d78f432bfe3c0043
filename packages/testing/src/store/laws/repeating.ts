// I01–I18: an append repeated, in EventStoreDB's own notation: `0em1` is event 0 expecting no stream, `1e0` event
// 1 expecting revision 0, `[0,1]em1` two events of one append, each event stamped to fit.
import { Effect, Stream } from "effect"
import type { Appended } from "@lcqm/core"
import { failsWith, numbersOf, same } from "../expectations.ts"
import { type Law, law, lawOfStore, open, type Store } from "../law.ts"
import { batch, eventId, expecting, stamp } from "../stamping.ts"

const steps = (text: string): ReadonlyArray<string> => text.split(" ")

const parsed = (step: string) => {
  const [numbers = "", expected = ""] = step.split("e")
  const [first = 0, ...rest] = numbers.replace(/[[\]]/g, "").split(",").map(Number)
  const revision = expected === "m1" ? 0 : Number(expected) + 1
  return { numbers: [first, ...rest] as const, revision }
}

const append = (store: Store, step: string) => {
  const { numbers, revision } = parsed(step)
  return store.append("a", expecting(revision), batch(numbers, "a", revision))
}

const appendAll = (store: Store, text: string): Effect.Effect<ReadonlyArray<Appended>, unknown> =>
  Effect.forEach(steps(text), (step) => append(store, step))

const holds = Effect.fnUntraced(function* (store: Store, numbers: ReadonlyArray<number>) {
  same(numbersOf((yield* store.readStream("a")).events), numbers, "the stream holds what was appended, once")
  same(numbersOf(yield* Stream.runCollect(store.readAll())), numbers, "and so does the store")
})

const sixEvents = "0em1 1e0 2e1 3e2 4e3 5e4"

/** The last step answers with the first answer to the same step, and writes nothing. */
const repeats = (
  id: string,
  title: string,
  before: string,
  again: string,
  left: ReadonlyArray<number>
): Law =>
  lawOfStore(id, title, (store) =>
    Effect.gen(function* () {
      yield* appendAll(store, before)
      const { created, events, repeated } = yield* append(store, again)
      same({ created, repeated }, { created: false, repeated: true }, "it is told to be a repetition")
      const { numbers, revision } = parsed(again)
      const recorded = (yield* store.readStream("a", { from: revision, limit: numbers.length })).events
      same([...events], [...recorded], "and answered with the events as recorded")
      yield* holds(store, left)
    })
  )

const wrong = { _tag: "WrongExpectedRevision", stream: "a" }

/** The last step is refused with a wrong revision, and writes nothing. */
const refuses = (id: string, title: string, before: string, last: string, left: ReadonlyArray<number>): Law =>
  lawOfStore(id, title, (store) =>
    Effect.gen(function* () {
      yield* appendAll(store, before)
      const expected = parsed(last).revision === 0 ? "none" : parsed(last).revision - 1
      yield* failsWith(append(store, last), { ...wrong, expected, actual: left.length - 1 })
      yield* holds(store, left)
    })
  )

/** The last step is a conflict of ids, and writes nothing. Declared: the engine does not look, and writes it. */
const conflicts = (
  id: string,
  title: string,
  before: string,
  last: string,
  left: ReadonlyArray<number>
): Law =>
  lawOfStore(
    id,
    title,
    (store) =>
      Effect.gen(function* () {
        yield* appendAll(store, before)
        yield* failsWith(append(store, last), { _tag: "EventIdConflict", stream: "a", id: eventId(0) })
        yield* holds(store, left)
      }),
    (store) =>
      Effect.gen(function* () {
        yield* appendAll(store, before)
        same((yield* append(store, last)).repeated, false, "the engine takes it for a new event")
        yield* holds(store, [...left, 0])
      })
  )

/** I01–I18. */
export const repeatingLaws: ReadonlyArray<Law> = [
  repeats(
    "I01",
    `${sixEvents}, then 0em1: the same answer, six events`,
    sixEvents,
    "0em1",
    [0, 1, 2, 3, 4, 5]
  ),
  repeats("I02", `${sixEvents}, then 3e2: the same answer, six events`, sixEvents, "3e2", [0, 1, 2, 3, 4, 5]),
  conflicts("I03", `${sixEvents}, then 0e5: an id conflict`, sixEvents, "0e5", [0, 1, 2, 3, 4, 5]),
  refuses("I04", `${sixEvents}, then 0e6: a wrong revision`, sixEvents, "0e6", [0, 1, 2, 3, 4, 5]),
  refuses("I05", `${sixEvents}, then 0e4: a wrong revision`, sixEvents, "0e4", [0, 1, 2, 3, 4, 5]),
  conflicts("I06", "0em1, then 0e0: an id conflict", "0em1", "0e0", [0]),
  repeats("I08", "0em1, then 0em1: the same answer, one event", "0em1", "0em1", [0]),
  repeats("I10", "[0,1]em1, then 0em1: the same answer, two events", "[0,1]em1", "0em1", [0, 1]),
  repeats("I12", "[0,1]em1, then 1e0: the same answer, two events", "[0,1]em1", "1e0", [0, 1]),
  refuses("I14", "[0,1]em1, then [0,1,2]em1: a wrong revision", "[0,1]em1", "[0,1,2]em1", [0, 1]),
  lawOfStore("I15", "one id twice in an append behind the head is refused as A06 is", (store) =>
    Effect.gen(function* () {
      yield* appendAll(store, "0em1 1e0")
      const twice = store.append("a", expecting(0), [stamp(0, "a", 0), stamp(0, "a", 1)])
      yield* failsWith(twice, { _tag: "EventIdConflict", stream: "a", id: eventId(0) })
      yield* holds(store, [0, 1])
    })
  ),
  lawOfStore(
    "I16",
    "the same id with another content is an id conflict, never a silent success",
    (store) =>
      Effect.gen(function* () {
        yield* appendAll(store, "[0,1]em1")
        const conflict = { _tag: "EventIdConflict", stream: "a", id: eventId(0) }
        yield* failsWith(store.append("a", expecting(0), [otherContent()]), conflict)
        yield* failsWith(store.append("a", expecting(0), [otherContent(), stamp(1, "a", 1)]), conflict)
        const elsewhere = batch([0], "b")
        yield* failsWith(store.append("b", expecting(0), elsewhere), { ...conflict, stream: "b" })
        yield* holds(store, [0, 1])
      }),
    (store) =>
      Effect.gen(function* () {
        yield* appendAll(store, "[0,1]em1")
        const conflict = { _tag: "EventIdConflict", stream: "a", id: eventId(0) }
        yield* failsWith(store.append("a", expecting(0), [otherContent()]), conflict)
        yield* holds(store, [0, 1])
        const elsewhere = yield* store.append("b", expecting(0), batch([0], "b"))
        same(
          elsewhere.repeated,
          false,
          "the engine does not look in other streams, and takes it for a new event"
        )
        same((yield* store.readStream("b")).revision, 0, "which is there once")
      })
  ),
  law(
    "I17",
    "a repetition is known as one after a restart, and from another process",
    (trial) =>
      Effect.gen(function* () {
        const place = trial.newPlace()
        const first = yield* Effect.scoped(
          Effect.flatMap(open(trial.layerAt(place)), (store) => appendAll(store, "[0,1]em1 2e1"))
        )
        const [store, another] = [yield* open(trial.layerAt(place)), yield* open(trial.layerAt(place))]
        for (const handle of [store, another]) {
          const again = yield* appendAll(handle, "[0,1]em1 2e1")
          same(
            again.map(({ events }) => events),
            first.map(({ events }) => events),
            "answered as the first time"
          )
          same(
            again.map(({ repeated }) => repeated),
            [true, true],
            "and told to be a repetition"
          )
        }
        yield* holds(store, [0, 1, 2])
      }),
    (trial) =>
      Effect.gen(function* () {
        yield* Effect.flatMap(open(trial.layer()), (store) => appendAll(store, "[0,1]em1 2e1"))
        const afterwards = yield* open(trial.layer())
        const [again] = yield* appendAll(afterwards, "[0,1]em1")
        same(again?.repeated, false, "a store made anew is empty, as in a program started anew")
        yield* holds(afterwards, [0, 1])
      })
  ),
  lawOfStore("I18", "a repetition answers with the original revision and position", (store) =>
    Effect.gen(function* () {
      const [first, second] = yield* appendAll(store, "0em1 [1,2]e0")
      yield* store.append("b", expecting(0), batch([50], "b"))
      yield* appendAll(store, "3e2")
      const again = yield* appendAll(store, "0em1 [1,2]e0")
      same(
        again.map(({ events }) => events),
        [first!.events, second!.events],
        "to the last field"
      )
    })
  )
]

const otherContent = () => stamp(0, "a", 0, { data: { n: 0, note: "another content" } })
