// What is told of a person's key: whether it is on the ring, never the key. That stands on the ring unsealed, so that no
// master key is asked for; whether the key opens anything is not tried.
import type { PersonOnRing, PersonRef } from "@lcqm/core"
import { openKeyRingWithoutMasterKey } from "@lcqm/sqlite"
import { Effect } from "effect"
import { commandLine, type Failure } from "../failure.ts"
import { told } from "../over-store.ts"

/** Whether a person's key is kept; "not asked" where no key ring was named. */
export type KeyState = "kept" | "forgotten" | "none" | "not asked"

const peopleOn = (keys: string): Effect.Effect<ReadonlyArray<PersonOnRing>, Failure> =>
  openKeyRingWithoutMasterKey(keys).pipe(
    Effect.flatMap((ring) => ring.people),
    Effect.scoped,
    Effect.mapError(told(commandLine))
  )

/** Tells of everybody's key on the ring in a file. */
export const keyStates = (
  keys: string | undefined
): Effect.Effect<(person: PersonRef) => KeyState, Failure> => {
  if (keys === undefined) return Effect.succeed(() => "not asked" as const)
  return Effect.map(peopleOn(keys), (people) => {
    const known = new Map(people.map(({ forgotten, person }) => [person, forgotten]))
    return (person: PersonRef): KeyState => {
      const forgotten = known.get(person)
      return forgotten === undefined ? "none" : forgotten ? "forgotten" : "kept"
    }
  })
}

/** Whose keys the ring in a file has forgotten: they were erased. Nobody, where no ring was named. */
export const forgottenOn = (keys: string | undefined): Effect.Effect<ReadonlySet<PersonRef>, Failure> =>
  keys === undefined
    ? Effect.succeed(new Set())
    : Effect.map(
        peopleOn(keys),
        (people) => new Set(people.flatMap(({ forgotten, person }) => (forgotten ? [person] : [])))
      )

/** The same in words. */
export const keyText: Readonly<Record<KeyState, string>> = {
  kept: "kept",
  forgotten: "forgotten",
  none: "none",
  "not asked": "not asked (no --keys)"
}
