// The laws as tests of vitest: one call enrols a key ring or a people register.
import { KeyRing, PeopleRegister } from "@lcqm/core"
import { type Context, Effect } from "effect"
import { describe, it } from "vitest"
import { keyRingLaws } from "./key-ring-laws.ts"
import { type PersonalDataAdapter, type PersonalDataLaw, testOfLaw } from "./law.ts"
import { peopleRegisterLaws } from "./people-register-laws.ts"

const expectToHold = <Port, Service>(
  port: Context.Key<Port, Service>,
  tested: PersonalDataLaw<Service>,
  adapter: PersonalDataAdapter<Port>
): Promise<void> => Effect.runPromise(testOfLaw(port, tested, adapter))

/**
 * Tests that a key ring keeps every law of the port, one test a law, its number first.
 * @example
 * ```ts
 * import { memoryKeyRing } from "@lcqm/memory"
 * import { describeKeyRing } from "@lcqm/testing/personal-data"
 * const enrol = () => describeKeyRing({ name: "memory", at: memoryKeyRing, lasting: false })
 * typeof enrol // => "function"
 * ```
 */
export const describeKeyRing = (adapter: PersonalDataAdapter<KeyRing>): void => {
  describe(`the key ring ${adapter.name}`, () => {
    for (const tested of keyRingLaws) {
      it(`${tested.id} ${tested.title}`, () => expectToHold(KeyRing, tested, adapter))
    }
  })
}

/**
 * Tests that a people register keeps every law of the port, one test a law, its number first.
 * @example
 * ```ts
 * import { memoryPeopleRegister } from "@lcqm/memory"
 * import { describePeopleRegister } from "@lcqm/testing/personal-data"
 * const enrol = () => describePeopleRegister({ name: "memory", at: memoryPeopleRegister, lasting: false })
 * typeof enrol // => "function"
 * ```
 */
export const describePeopleRegister = (adapter: PersonalDataAdapter<PeopleRegister>): void => {
  describe(`the people register ${adapter.name}`, () => {
    for (const tested of peopleRegisterLaws) {
      it(`${tested.id} ${tested.title}`, () => expectToHold(PeopleRegister, tested, adapter))
    }
  })
}
