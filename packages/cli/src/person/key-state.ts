// What is told of a person's key: whether it is there, never the key.
import type { PersonOnRing, PersonRef } from "@lcqm/core"
import { Effect } from "effect"
import type { Given } from "../carry-out.ts"
import type { Failure } from "../failure.ts"
import { type KeysGiven, overKeys } from "../given/kept-apart.ts"

/** Whether a person's key is kept; "not asked" where no key ring was named. */
export type KeyState = "kept" | "forgotten" | "none" | "not asked"

/** Tells of everybody's key. */
export const keyStates = (
  given: Given,
  flags: KeysGiven
): Effect.Effect<(person: PersonRef) => KeyState, Failure> => {
  if (flags.keys === undefined) return Effect.succeed(() => "not asked" as const)
  const everybody = overKeys(given, flags, (ring) => ring.people)
  return Effect.map(everybody, (people: ReadonlyArray<PersonOnRing>) => {
    const known = new Map(people.map(({ forgotten, person }) => [person, forgotten]))
    return (person) => {
      const forgotten = known.get(person)
      return forgotten === undefined ? "none" : forgotten ? "forgotten" : "kept"
    }
  })
}

/** The same in words. */
export const keyText: Readonly<Record<KeyState, string>> = {
  kept: "kept",
  forgotten: "forgotten",
  none: "none",
  "not asked": "not asked (no --keys)"
}
