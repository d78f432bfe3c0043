// Put a key ring or a people register to its laws: enrol it with a describe, or run the laws yourself.
export { describeKeyRing, describePeopleRegister } from "./describe.ts"
export { keyRingLaws } from "./key-ring-laws.ts"
export {
  outcomesOfLaws,
  type PersonalDataAdapter,
  type PersonalDataLaw,
  type PersonalDataTrial,
  testOfLaw
} from "./law.ts"
export { peopleRegisterLaws } from "./people-register-laws.ts"
