// P01–P07: what every people register promises. A promise broken here is somebody named who asked not to be, or
// somebody who is taken for another.
import type { PeopleRegister, PersonDetails } from "@lcqm/core"
import { Effect } from "effect"
import { failsWith, same } from "../store/expectations.ts"
import type { PersonalDataLaw } from "./law.ts"

type People = PeopleRegister["Service"]

const [ada, ben, cleo] = ["p-ada00001", "p-ben00001", "p-cleo0001"] as const

const details: PersonDetails = {
  name: "Ada Sample-O’Neill 🦆",
  address: "1 Sample Street\nSampleton",
  role: "Champion"
}
const other: PersonDetails = { name: "Ben Sample" }

const onRegister = (
  id: string,
  title: string,
  run: (people: People) => Effect.Effect<void, unknown>
): PersonalDataLaw<People> => ({
  id,
  title,
  run: ({ newPlace, open }) => Effect.flatMap(open(newPlace()), run)
})

/** The laws of the people register port. */
export const peopleRegisterLaws: ReadonlyArray<PersonalDataLaw<People>> = [
  onRegister("P01", "nobody is known until they are entered", (people) =>
    Effect.gen(function* () {
      same(yield* people.find(ada), undefined, "nobody")
      same(yield* people.everyone, [], "nobody at all")
    })
  ),
  onRegister("P02", "whoever is entered is found as they were entered, and nobody else is", (people) =>
    Effect.gen(function* () {
      yield* people.enter(ada, details)
      yield* people.enter(ben, other)
      same(yield* people.find(ada), details, "all of it")
      same(yield* people.find(ben), other, "what was not given stays absent")
      same(yield* people.find(cleo), undefined, "a third is not known")
    })
  ),
  onRegister("P03", "entering again puts the new details in the place of all the old", (people) =>
    Effect.gen(function* () {
      yield* people.enter(ada, details)
      yield* people.enter(ada, other)
      same(yield* people.find(ada), other, "nothing of the old is left")
      same((yield* people.everyone).length, 1, "and they are there once")
    })
  ),
  onRegister("P04", "whoever is removed is not found any more, and everybody else is", (people) =>
    Effect.gen(function* () {
      yield* people.enter(ada, details)
      yield* people.enter(ben, other)
      same(yield* people.remove(ada), true, "they were there")
      same(yield* people.find(ada), undefined, "and are no more")
      same(yield* people.everyone, [{ person: ben, details: other }], "the other is")
      same(yield* people.remove(ada), false, "removing again changes nothing")
    })
  ),
  onRegister("P05", "whoever was removed is not entered under that pseudonym again", (people) =>
    Effect.gen(function* () {
      yield* people.enter(ada, details)
      yield* people.remove(ada)
      same(yield* people.remove(ben), false, "they were not there")
      for (const person of [ada, ben]) {
        const refused = { _tag: "PersonRemoved", register: people.name, person }
        yield* failsWith(people.enter(person, other), refused)
        same(yield* people.find(person), undefined, "and names nobody")
      }
    })
  ),
  onRegister("P06", "everybody is told by pseudonym, each once", (people) =>
    Effect.gen(function* () {
      for (const person of [cleo, ada, ben]) yield* people.enter(person, { name: person })
      const expected = [ada, ben, cleo].map((person) => ({ person, details: { name: person } }))
      same(yield* people.everyone, expected, "in order")
    })
  ),
  onRegister("P07", "changing the details that were given changes nobody", (people) =>
    Effect.gen(function* () {
      const given: { -readonly [Key in keyof PersonDetails]: PersonDetails[Key] } = { ...details }
      yield* people.enter(ada, given)
      given.name = "Somebody Else"
      delete given.address
      same(yield* people.find(ada), details, "as they were entered")
    })
  ),
  {
    id: "P08",
    title: "where a register lasts, people and who was removed are there when it is opened again",
    run: ({ lasting, newPlace, open }) =>
      Effect.gen(function* () {
        if (!lasting) return
        const place = newPlace()
        yield* Effect.scoped(
          Effect.gen(function* () {
            const people = yield* open(place)
            yield* people.enter(ada, details)
            yield* people.enter(ben, other)
            yield* people.remove(ben)
          })
        )
        const again = yield* open(place)
        same(yield* again.everyone, [{ person: ada, details }], "who is there")
        yield* failsWith(again.enter(ben, other), { _tag: "PersonRemoved", person: ben })
      })
  }
]
