// A people register in memory: for tests, and for trying things out.
import { PeopleRegister, type PersonDetails, PersonRemoved } from "@lcqm/core"
import { Effect, Layer } from "effect"

const name = "memory:"

/**
 * Makes an empty people register.
 * @example
 * ```ts
 * import { makeMemoryPeopleRegister } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const people = makeMemoryPeopleRegister()
 * Effect.runSync(people.find("p-champion1")) // => undefined
 * ```
 */
export const makeMemoryPeopleRegister = (): PeopleRegister["Service"] => {
  const entered = new Map<string, PersonDetails | "removed">()
  return {
    name,
    enter: (person, details) =>
      Effect.suspend(() => {
        if (entered.get(person) === "removed") {
          return Effect.fail(new PersonRemoved({ register: name, person }))
        }
        entered.set(person, Object.freeze({ ...details }))
        return Effect.void
      }),
    find: (person) =>
      Effect.sync(() => {
        const details = entered.get(person)
        return details === "removed" ? undefined : details
      }),
    remove: (person) =>
      Effect.sync(() => {
        const known = entered.get(person)
        entered.set(person, "removed")
        return known !== undefined && known !== "removed"
      }),
    everyone: Effect.sync(() =>
      [...entered]
        .flatMap(([person, details]) => (details === "removed" ? [] : [{ person, details }]))
        .toSorted((a, b) => (a.person < b.person ? -1 : 1))
    )
  }
}

/**
 * A new people register in memory. The layer stands for one register: opened twice, both know the same people.
 * @example
 * ```ts
 * import { PeopleRegister } from "@lcqm/core"
 * import { memoryPeopleRegister } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const everyone = Effect.flatMap(PeopleRegister, (people) => people.everyone)
 * await Effect.runPromise(Effect.provide(everyone, memoryPeopleRegister())) // => []
 * ```
 */
export const memoryPeopleRegister = (): Layer.Layer<PeopleRegister> =>
  Layer.succeed(PeopleRegister, makeMemoryPeopleRegister())
