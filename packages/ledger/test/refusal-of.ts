// What a call threw, as a value to assert on; a call that throws nothing fails the test.
import { expect } from "vitest"

export const refusalOf = (run: () => unknown): unknown => {
  let refusal: unknown
  let given: unknown
  try {
    given = run()
  } catch (error) {
    refusal = error
  }
  expect(refusal, `nothing was thrown, it gave ${String(given)}`).toBeDefined()
  return refusal
}
