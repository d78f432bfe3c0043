// A18–A20: what is kept is what was given, unchanged by anyone afterwards, and nothing that is not an event.
import { exactly, noStream } from "@lcqm/core"
import { Effect, Stream } from "effect"
import { failsWith, isDeepFrozen, recordedAs, same, so } from "../expectations.ts"
import { type Law, lawOfStore, untouchedAndUsable } from "../law.ts"
import { type Batch, expecting, metadataOf, stamp } from "../stamping.ts"
import { Filed } from "../test-catalogue.ts"
import { eventsOf, firstDeliveries } from "../waiting.ts"

const filed = {
  id: "not the id",
  stream: "not the stream",
  revision: 99,
  type: "not the type",
  position: null,
  leafHash: "not the leaf hash",
  answers: ["", 0, -0.5, 1e21, true, false, null, 5e-324],
  metadata: { recordedAt: "not the instant", tags: { __proto__x: "1", "": "2", "a.b": "3" } }
}

// Set where the property can be set, and not where it is frozen; told apart by reading again.
const spoil = (value: object, key: string | number): void => {
  Reflect.set(value, key, "spoilt")
}

/** A18–A20. */
export const keepingLaws: ReadonlyArray<Law> = [
  lawOfStore("A18", "changing what was passed in, or what came out, changes nothing", (store) =>
    Effect.gen(function* () {
      const data = { n: 1, note: "as it was" }
      const filing = structuredClone(filed)
      const given: Batch = [stamp(1, "a", 0, { data }), stamp(2, "a", 1, { type: Filed.type, data: filing })]
      const wanted = structuredClone(given)
      const answer = yield* store.append("a", noStream, given)
      spoil(data, "note")
      spoil(filing.metadata.tags, "a.b")
      spoil(filing.answers, 0)
      spoil(given[0].metadata, "salt")
      spoil(given, 0)
      recordedAs((yield* store.readStream("a")).events, wanted, "the input was copied")
      const slice = yield* store.readStream("a")
      const all = yield* Stream.runCollect(store.readAll())
      const delivered = eventsOf(yield* firstDeliveries(store.subscribe("start"), { caughtUp: 1 }))
      so([answer, slice, ...all, ...delivered].every(isDeepFrozen), "all that comes out is frozen in depth")
      for (const event of [...answer.events, ...slice.events, ...all, ...delivered]) {
        for (const part of [event, event.metadata, event.metadata.actor, event.data]) {
          if (typeof part === "object" && part !== null) Object.keys(part).forEach((key) => spoil(part, key))
        }
      }
      recordedAs((yield* store.readStream("a")).events, wanted, "a stream reads as before")
      recordedAs(yield* Stream.runCollect(store.readAll()), wanted, "and so does the store")
    })
  ),
  lawOfStore(
    "A19",
    "data that fails its schema is refused before anything is written, and the place is named",
    (store) =>
      Effect.gen(function* () {
        const refusals: ReadonlyArray<readonly [unknown, string]> = [
          [{ n: "1", note: "" }, "data.n"],
          [{ n: Number.NaN, note: "" }, "data.n"],
          [{ n: 1 }, "data.note"],
          [{ n: 1, note: "", more: true }, "data.more"],
          [{ n: 1, note: "\ud800" }, "data.note"],
          [null, "data"]
        ]
        for (const [data, path] of refusals) {
          const error = yield* Effect.flip(store.append("a", noStream, [stamp(1, "a", 0, { data })]))
          same(error._tag, "InvalidEvent", `${JSON.stringify(data)} is refused`)
          const paths = error._tag === "InvalidEvent" ? error.problems.map((problem) => problem.path) : []
          same(paths, [path], "and the place is named")
        }
        yield* untouchedAndUsable(store, "a", 1)
        same((yield* store.head()).revision, 0, "nothing else was written")
      })
  ),
  lawOfStore(
    "A20",
    "metadata comes back as it was; what is absent stays absent; nothing overrides the envelope",
    (store) =>
      Effect.gen(function* () {
        const caused = {
          ...stamp(2, "a", 1),
          metadata: { ...metadataOf(2), causationId: stamp(1, "a", 0).id }
        }
        const events: Batch = [stamp(1, "a", 0), caused, stamp(3, "a", 2, { type: Filed.type, data: filed })]
        yield* store.append("a", expecting(0), events)
        const read = (yield* store.readStream("a")).events
        recordedAs(read, events, "every field is as it was stamped")
        so(!("causationId" in read[0]!.metadata), "an absent cause is absent, not undefined")
        const more = { ...stamp(4, "a", 3), metadata: { ...metadataOf(4), position: "mine" } }
        yield* failsWith(store.append("a", exactly(2), [more]), { _tag: "InvalidEvent", stream: "a" })
      })
  )
]
