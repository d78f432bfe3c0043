// What the laws assert with. Plain assertion errors, from Node, so that a law fails the same under every test
// runner and under none.
import { type Recorded, type Stamped, stampedOf } from "@lcqm/core"
import { Cause, Effect, Exit } from "effect"
import { AssertionError } from "node:assert"
import { deepStrictEqual, ok } from "node:assert/strict"
import { testCodec } from "./test-catalogue.ts"

/** Two values are the same in every part. */
export const same = (actual: unknown, expected: unknown, promise: string): void => {
  try {
    deepStrictEqual(actual, expected)
  } catch (error) {
    const why = error instanceof AssertionError ? error.message : String(error)
    throw new AssertionError({ message: `${promise}\n${why}`, actual, expected, operator: "deepStrictEqual" })
  }
}

/** Something is so. */
export const so = (condition: boolean, promise: string): void => ok(condition, promise)

/** What one of the port's typed errors is asserted by: its tag and, of its fields, those given. */
export interface TypedFailure {
  readonly _tag: string
  readonly [field: string]: unknown
}

/** The effect fails with this typed error; a defect, an interruption or a success is a broken promise. */
export const failsWith = Effect.fnUntraced(function* <A, E>(
  attempt: Effect.Effect<A, E>,
  expected: TypedFailure
) {
  const exit = yield* Effect.exit(attempt)
  if (Exit.isSuccess(exit)) {
    throw new AssertionError({
      message: `expected a ${expected._tag}, got a success`,
      actual: exit.value,
      expected
    })
  }
  const error: unknown = Cause.squash(exit.cause)
  if (typeof error !== "object" || error === null || Cause.hasDies(exit.cause)) {
    throw new AssertionError({
      message: `expected a ${expected._tag}, got a defect: ${Cause.pretty(exit.cause)}`
    })
  }
  const told = Object.fromEntries(Object.keys(expected).map((key) => [key, Reflect.get(error, key)]))
  same(told, { ...expected }, `the error is a true ${expected._tag}`)
})

/** Everything in it is frozen, as deep as it goes. */
export const isDeepFrozen = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every((part) => isDeepFrozen(part)))

/** The events, without what the store added. */
export const asStamped = (events: ReadonlyArray<Recorded>): ReadonlyArray<Stamped> => events.map(stampedOf)

/** What was recorded is what was stamped, and its leaf hash is that of its canonical bytes. */
export const recordedAs = (
  events: ReadonlyArray<Recorded>,
  stamped: ReadonlyArray<Stamped>,
  promise: string
): void => {
  same(asStamped(events), stamped, promise)
  for (const [i, event] of stamped.entries()) {
    const encoded = testCodec.encode(event)
    if (encoded._tag === "Failure") throw encoded.failure
    same(events[i]?.leafHash, encoded.success.leafHash, "the leaf hash is that of the canonical bytes")
  }
}

/** The numbers at the ends of the events' ids. */
export const numbersOf = (events: ReadonlyArray<Recorded>): ReadonlyArray<number> =>
  events.map(({ id }) => Number.parseInt(id.slice(-12), 16))
