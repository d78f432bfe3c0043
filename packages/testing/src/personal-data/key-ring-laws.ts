// K01–K10: what every key ring promises. A promise broken here is a text that cannot be read any more, or one that
// can after its person was erased.
import { type KeyRing, personKeyBytes } from "@lcqm/core"
import { Effect } from "effect"
import { failsWith, same, so } from "../store/expectations.ts"
import type { PersonalDataLaw } from "./law.ts"

type Ring = KeyRing["Service"]

const [ada, ben, cleo] = ["p-ada00001", "p-ben00001", "p-cleo0001"] as const

const bytes = (n: number): Uint8Array => new Uint8Array(personKeyBytes).map((_, i) => (n * 37 + i) % 256)

const onRing = (
  id: string,
  title: string,
  run: (ring: Ring) => Effect.Effect<void, unknown>
): PersonalDataLaw<Ring> => ({
  id,
  title,
  run: ({ newPlace, open }) => Effect.flatMap(open(newPlace()), run)
})

const neverAsked = (): Uint8Array => {
  throw new Error("bytes for a key were asked for where there is one")
}

/** The laws of the key ring port. */
export const keyRingLaws: ReadonlyArray<PersonalDataLaw<Ring>> = [
  onRing("K01", "nobody has a key until one is needed, and looking makes none", (ring) =>
    Effect.gen(function* () {
      same(yield* ring.find(ada), { _tag: "NoKey" }, "no key before one is needed")
      same(yield* ring.find(ada), { _tag: "NoKey" }, "nor after somebody has looked")
      same(yield* ring.people, [], "and nobody is on the ring")
    })
  ),
  onRing("K02", "a key is made of the fresh bytes when first needed, and is found as it was made", (ring) =>
    Effect.gen(function* () {
      same(yield* ring.obtain(ada, () => bytes(1)), bytes(1), "the key is of the bytes given")
      same(yield* ring.find(ada), { _tag: "Key", key: bytes(1) }, "and is found")
    })
  ),
  onRing("K03", "a person has one key: fresh bytes are asked for only where there is none", (ring) =>
    Effect.gen(function* () {
      yield* ring.obtain(ada, () => bytes(1))
      same(yield* ring.obtain(ada, neverAsked), bytes(1), "the same key again")
    })
  ),
  onRing("K04", "whoever needs a person's key at the same time gets one and the same", (ring) =>
    Effect.gen(function* () {
      const asked = Array.from({ length: 20 }, (_, n) => ring.obtain(ada, () => bytes(n)))
      const keys = yield* Effect.all(asked, { concurrency: "unbounded" })
      const kept = yield* ring.obtain(ada, neverAsked)
      for (const key of keys) same(key, kept, "the key that is kept")
    })
  ),
  onRing("K05", "everybody's key is their own", (ring) =>
    Effect.gen(function* () {
      yield* ring.obtain(ada, () => bytes(1))
      yield* ring.obtain(ben, () => bytes(2))
      same(yield* ring.obtain(ada, neverAsked), bytes(1), "the one's key")
      same(yield* ring.obtain(ben, neverAsked), bytes(2), "the other's key")
      same(yield* ring.find(cleo), { _tag: "NoKey" }, "and a third has none")
    })
  ),
  onRing("K06", "a forgotten key is gone, and everybody else's stays", (ring) =>
    Effect.gen(function* () {
      yield* ring.obtain(ada, () => bytes(1))
      yield* ring.obtain(ben, () => bytes(2))
      same(yield* ring.forget(ada), true, "there was one to forget")
      same(yield* ring.find(ada), { _tag: "Forgotten" }, "it is gone, and known to be")
      same(yield* ring.find(ben), { _tag: "Key", key: bytes(2) }, "the other's is there")
    })
  ),
  onRing("K07", "whoever was forgotten gets no other key, whether or not they had one", (ring) =>
    Effect.gen(function* () {
      yield* ring.obtain(ada, () => bytes(1))
      yield* ring.forget(ada)
      same(yield* ring.forget(ben), false, "there was none to forget")
      for (const person of [ada, ben]) {
        const refused = { _tag: "KeyForgotten", keyRing: ring.name, person }
        yield* failsWith(ring.obtain(person, neverAsked), refused)
        same(yield* ring.find(person), { _tag: "Forgotten" }, "and stays forgotten")
      }
    })
  ),
  onRing("K08", "forgetting again changes nothing", (ring) =>
    Effect.gen(function* () {
      yield* ring.obtain(ada, () => bytes(1))
      yield* ring.forget(ada)
      same(yield* ring.forget(ada), false, "there was nothing more to forget")
      same(yield* ring.people, [{ person: ada, forgotten: true }], "and it is known once")
    })
  ),
  onRing("K09", "changing the bytes that were given, or those answered, changes no key", (ring) =>
    Effect.gen(function* () {
      const given = bytes(1)
      const answered = yield* ring.obtain(ada, () => given)
      given.fill(0)
      answered.fill(0)
      const found = yield* ring.find(ada)
      so(found._tag === "Key", "the key is there")
      if (found._tag === "Key") found.key.fill(0)
      same(yield* ring.obtain(ada, neverAsked), bytes(1), "as it was made")
    })
  ),
  onRing("K10", "everybody with a key, and everybody whose key was forgotten, is told by pseudonym", (ring) =>
    Effect.gen(function* () {
      for (const [n, person] of [cleo, ada, ben].entries()) yield* ring.obtain(person, () => bytes(n))
      yield* ring.forget(ben)
      const expected = [ada, ben, cleo].map((person) => ({ person, forgotten: person === ben }))
      same(yield* ring.people, expected, "in order")
    })
  ),
  {
    id: "K11",
    title: "where a ring lasts, keys and what was forgotten are there when it is opened again",
    run: ({ lasting, newPlace, open }) =>
      Effect.gen(function* () {
        if (!lasting) return
        const place = newPlace()
        yield* Effect.scoped(
          Effect.gen(function* () {
            const ring = yield* open(place)
            yield* ring.obtain(ada, () => bytes(1))
            yield* ring.obtain(ben, () => bytes(2))
            yield* ring.forget(ben)
          })
        )
        const again = yield* open(place)
        same(yield* again.find(ada), { _tag: "Key", key: bytes(1) }, "the key")
        same(yield* again.find(ben), { _tag: "Forgotten" }, "and what was forgotten")
        yield* failsWith(again.obtain(ben, neverAsked), { _tag: "KeyForgotten", person: ben })
      })
  }
]
