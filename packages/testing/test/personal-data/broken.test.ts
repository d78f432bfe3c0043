// Every law of key rings and people registers bites: what is broken on purpose fails the laws listed beside it.
import { type KeyFound, KeyRing, PeopleRegister } from "@lcqm/core"
import { makeMemoryKeyRing, makeMemoryPeopleRegister } from "@lcqm/memory"
import { Effect, Layer } from "effect"
import { describe, expect, it } from "vitest"
import { keyRingLaws, outcomesOfLaws, peopleRegisterLaws } from "../../src/personal-data/index.ts"

type Ring = KeyRing["Service"]
type People = PeopleRegister["Service"]

const zeros = new Uint8Array(32)

interface Broken<Service> {
  readonly name: string
  readonly fails: ReadonlyArray<string>
  readonly broken: (sound: Service) => Service
}

const rings: ReadonlyArray<Broken<Ring>> = [
  {
    name: "makes a key for whoever looks",
    fails: ["K01", "K05"],
    broken: (ring) => ({
      ...ring,
      find: (person) =>
        Effect.flatMap(ring.find(person), (found) =>
          found._tag === "NoKey"
            ? Effect.orDie(
                Effect.map(
                  ring.obtain(person, () => zeros),
                  (key): KeyFound => ({ _tag: "Key", key })
                )
              )
            : Effect.succeed(found)
        )
    })
  },
  {
    name: "makes keys of its own bytes",
    fails: ["K02", "K03", "K05", "K06", "K09"],
    broken: (ring) => ({ ...ring, obtain: (person) => ring.obtain(person, () => zeros) })
  },
  {
    name: "asks for bytes it has no need of",
    fails: ["K03", "K05", "K07", "K09", "K04"],
    broken: (ring) => ({
      ...ring,
      obtain: (person, fresh) =>
        Effect.suspend(() => {
          const key = fresh()
          return ring.obtain(person, () => key)
        })
    })
  },
  {
    name: "hands out what it does not keep, where two ask at once",
    fails: ["K04"],
    broken: (ring) => ({
      ...ring,
      obtain: (person, fresh) =>
        Effect.flatMap(ring.find(person), (found) =>
          found._tag === "NoKey"
            ? Effect.flatMap(
                Effect.andThen(
                  Effect.yieldNow,
                  Effect.sync(() => fresh().slice())
                ),
                (key) =>
                  Effect.as(
                    ring.obtain(person, () => key),
                    key.slice()
                  )
              )
            : ring.obtain(person, fresh)
        )
    })
  },
  {
    name: "forgets everybody",
    fails: ["K06", "K10"],
    broken: (ring) => ({
      ...ring,
      forget: (person) =>
        Effect.gen(function* () {
          const had = yield* ring.forget(person)
          for (const each of yield* ring.people) yield* ring.forget(each.person)
          return had
        })
    })
  },
  {
    name: "forgets only whom it has a key of",
    fails: ["K07"],
    broken: (ring) => ({
      ...ring,
      forget: (person) =>
        Effect.flatMap(Effect.orDie(ring.find(person)), ({ _tag }) =>
          _tag === "NoKey" ? Effect.succeed(false) : ring.forget(person)
        )
    })
  },
  {
    name: "says each time that there was something to forget",
    fails: ["K07", "K08"],
    broken: (ring) => ({ ...ring, forget: (person) => Effect.as(ring.forget(person), true) })
  },
  {
    name: "hands out its own bytes",
    fails: ["K09"],
    broken: (ring) => {
      const held = new Map<string, Uint8Array>()
      return {
        ...ring,
        obtain: (person, fresh) =>
          Effect.map(ring.obtain(person, fresh), (key) => {
            const known = held.get(person) ?? key
            held.set(person, known)
            return known
          })
      }
    }
  },
  {
    name: "tells people as they came",
    fails: ["K10"],
    broken: (ring) => ({ ...ring, people: Effect.map(ring.people, (people) => people.toReversed()) })
  }
]

const registers: ReadonlyArray<Broken<People>> = [
  {
    name: "knows somebody from the start",
    fails: ["P01"],
    broken: (people) => {
      let began = false
      return {
        ...people,
        find: (person) => (began ? people.find(person) : Effect.succeed({ name: "Somebody" })),
        enter: (person, details) => {
          began = true
          return people.enter(person, details)
        },
        remove: (person) => {
          began = true
          return people.remove(person)
        }
      }
    }
  },
  {
    name: "takes everybody for one and the same",
    fails: ["P02", "P04", "P05", "P06"],
    broken: (people) => ({
      ...people,
      enter: (_, details) => people.enter("p-ada00001", details),
      find: () => people.find("p-ada00001")
    })
  },
  {
    name: "keeps what is not given anew",
    fails: ["P03"],
    broken: (people) => ({
      ...people,
      enter: (person, details) =>
        Effect.flatMap(people.find(person), (known) => people.enter(person, { ...known, ...details }))
    })
  },
  {
    name: "does not remove",
    fails: ["P04", "P05"],
    broken: (people) => ({
      ...people,
      remove: (person) => Effect.map(people.find(person), (known) => known !== undefined)
    })
  },
  {
    name: "tells people as they came",
    fails: ["P06"],
    broken: (people) => ({ ...people, everyone: Effect.map(people.everyone, (all) => all.toReversed()) })
  },
  {
    name: "keeps the object it was given",
    fails: ["P07"],
    broken: (people) => {
      const given = new Map<string, Effect.Success<ReturnType<People["find"]>>>()
      return {
        ...people,
        enter: (person, details) =>
          Effect.tap(people.enter(person, details), () => Effect.sync(() => given.set(person, details))),
        find: (person) => Effect.map(people.find(person), (known) => known && given.get(person))
      }
    }
  }
]

describe("the laws of key rings catch a ring that", () => {
  it.each(rings)("$name", async ({ broken, fails }) => {
    const at = () => Layer.succeed(KeyRing, broken(makeMemoryKeyRing()))
    const outcomes = await outcomesOfLaws(KeyRing, keyRingLaws, { name: "broken", at, lasting: false })
    const failed = outcomes.filter(({ outcome }) => outcome === "broken").map(({ id }) => id)
    expect(failed).toEqual([...fails].toSorted())
  })

  it("forgets all that it keeps with the program, and says it lasts", async () => {
    const at = () => Layer.succeed(KeyRing, makeMemoryKeyRing())
    const outcomes = await outcomesOfLaws(KeyRing, keyRingLaws, { name: "broken", at, lasting: true })
    expect(outcomes.filter(({ outcome }) => outcome === "broken").map(({ id }) => id)).toEqual(["K11"])
  })
})

describe("the laws of people registers catch a register that", () => {
  it.each(registers)("$name", async ({ broken, fails }) => {
    const at = () => Layer.succeed(PeopleRegister, broken(makeMemoryPeopleRegister()))
    const adapter = { name: "broken", at, lasting: false }
    const outcomes = await outcomesOfLaws(PeopleRegister, peopleRegisterLaws, adapter)
    const failed = outcomes.filter(({ outcome }) => outcome === "broken").map(({ id }) => id)
    expect(failed).toEqual([...fails].toSorted())
  })

  it("forgets all that it keeps with the program, and says it lasts", async () => {
    const at = () => Layer.succeed(PeopleRegister, makeMemoryPeopleRegister())
    const adapter = { name: "broken", at, lasting: true }
    const outcomes = await outcomesOfLaws(PeopleRegister, peopleRegisterLaws, adapter)
    expect(outcomes.filter(({ outcome }) => outcome === "broken").map(({ id }) => id)).toEqual(["P08"])
  })
})
