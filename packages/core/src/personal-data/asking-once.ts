// A key ring as it is asked for one answer about many texts.
import { Effect, type Exit } from "effect"
import type { PersonRef } from "../vocabulary/index.ts"
import type { KeyFound, KeyRing, KeyRingFailure } from "./key-ring.ts"

/**
 * A ring for texts that are opened together, which are about the same few people: each person's key is asked for once.
 * It is made anew for each answer, so that no key outlives its person's erasure.
 */
export const askingOnce = (keyRing: KeyRing["Service"]): KeyRing["Service"] => {
  const answers = new Map<PersonRef, Exit.Exit<KeyFound, KeyRingFailure>>()
  return {
    ...keyRing,
    find: (person) =>
      Effect.suspend(
        () =>
          answers.get(person) ??
          Effect.flatMap(Effect.exit(keyRing.find(person)), (answer) => {
            answers.set(person, answer)
            return answer
          })
      )
  }
}
