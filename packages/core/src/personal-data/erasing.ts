// Erasing a person beyond the log: their key is forgotten, and their name with it. The event is recorded before, so that
// what was cut off in between is found by reading the events, and done again to its end.
import { Data, Effect } from "effect"
import type { PersonRef } from "../vocabulary/index.ts"
import type { KeyRing } from "./key-ring.ts"
import type { PeopleRegister } from "./people-register.ts"

/** A person was to be erased where there is no key ring: nothing would be forgotten. Nothing was written. */
export class NoKeyRing extends Data.TaggedError("NoKeyRing")<{ readonly store: string }> {
  override get message(): string {
    return `Nobody can be erased over ${this.store} without its key ring: nothing would be forgotten. Open it with the key ring that its texts were sealed with; nothing was written.`
  }
}

/** It is recorded that a person was erased, and their key or their name could not be forgotten yet. */
export class ErasureUnfinished extends Data.TaggedError("ErasureUnfinished")<{
  readonly person: PersonRef
  readonly reason: string
}> {
  override get message(): string {
    return `That ${this.person} was erased is recorded, and not all of it is done: ${this.reason} Send the command again, or finish all erasures; both go on from here.`
  }
}

/** Where what is kept of people outside the log is. */
export interface KeptOutside {
  readonly keyRing: KeyRing["Service"]
  /** Undefined where there is no people register here. */
  readonly people: PeopleRegister["Service"] | undefined
}

/** What was still there of a person when they were forgotten. */
export interface StillThere {
  readonly key: boolean
  readonly entry: boolean
}

/** Forgets a person's key, and removes them from the people register. Answers what was still there; again, nothing is. */
export const forgetPerson = (
  { keyRing, people }: KeptOutside,
  person: PersonRef
): Effect.Effect<StillThere, ErasureUnfinished> =>
  Effect.gen(function* () {
    const key = yield* keyRing.forget(person)
    const entry = people === undefined ? false : yield* people.remove(person)
    return { key, entry }
  }).pipe(Effect.mapError(({ message }) => new ErasureUnfinished({ person, reason: message })))
