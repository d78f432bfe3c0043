// A key ring in memory: for tests, and for trying things out. With the program go the keys, and with them all that
// was sealed, so it is nothing for a store that lasts.
import { KeyForgotten, type KeyFound, KeyRing, personKeyBytes } from "@lcqm/core"
import { Effect, Layer } from "effect"

const name = "memory:"

/**
 * Makes an empty key ring.
 * @example
 * ```ts
 * import { makeMemoryKeyRing } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const ring = makeMemoryKeyRing()
 * Effect.runSync(ring.find("p-champion1")) // => { _tag: "NoKey" }
 * ```
 */
export const makeMemoryKeyRing = (): KeyRing["Service"] => {
  const keys = new Map<string, Uint8Array | "forgotten">()
  const found = (person: string): KeyFound => {
    const key = keys.get(person)
    if (key === undefined) return { _tag: "NoKey" }
    // A copy: whoever is given a key may wipe it.
    return key === "forgotten" ? { _tag: "Forgotten" } : { _tag: "Key", key: key.slice() }
  }
  return {
    name,
    obtain: (person, fresh) =>
      Effect.suspend(() => {
        const known = keys.get(person)
        if (known === "forgotten") return Effect.fail(new KeyForgotten({ keyRing: name, person }))
        if (known !== undefined) return Effect.succeed(known.slice())
        const key = fresh().slice()
        if (key.length !== personKeyBytes) {
          return Effect.die(
            new RangeError(`a person's key has ${personKeyBytes} bytes, and not ${key.length}`)
          )
        }
        keys.set(person, key)
        return Effect.succeed(key.slice())
      }),
    find: (person) => Effect.sync(() => found(person)),
    forget: (person) =>
      Effect.sync(() => {
        const known = keys.get(person)
        keys.set(person, "forgotten")
        if (known === undefined || known === "forgotten") return false
        known.fill(0)
        return true
      }),
    people: Effect.sync(() =>
      [...keys]
        .map(([person, key]) => ({ person, forgotten: key === "forgotten" }))
        .toSorted((a, b) => (a.person < b.person ? -1 : 1))
    )
  }
}

/**
 * A new key ring in memory. The layer stands for one ring: opened twice, both have the same keys.
 * @example
 * ```ts
 * import { KeyRing } from "@lcqm/core"
 * import { memoryKeyRing } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const people = Effect.flatMap(KeyRing, (ring) => ring.people)
 * await Effect.runPromise(Effect.provide(people, memoryKeyRing())) // => []
 * ```
 */
export const memoryKeyRing = (): Layer.Layer<KeyRing> => Layer.succeed(KeyRing, makeMemoryKeyRing())
