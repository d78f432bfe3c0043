// What a command comes to, in words that fit the loop's answers and the rehearsal's.
import { isRejection, type Recorded } from "@lcqm/core"
import { Result } from "effect"

/** What a command comes to: `rejected` names the rejection. */
export type Outcome =
  | { readonly outcome: "accepted"; readonly events: ReadonlyArray<Recorded> }
  | { readonly outcome: "nothing to do" | "repeated" }
  | { readonly outcome: "rejected"; readonly tag: string }

/**
 * The outcome of what a loop answered, in the rehearsal's words; undefined for a failure that is no rejection.
 * @example
 * ```ts
 * import { outcomeOf } from "@lcqm/testing/arbitraries"
 * import { Result } from "effect"
 * outcomeOf(Result.succeed({ events: [], repeated: false })) // => { outcome: "nothing to do" }
 * ```
 */
export const outcomeOf = (
  answer: Result.Result<
    { readonly events: ReadonlyArray<Recorded>; readonly repeated: boolean },
    { readonly _tag: string }
  >
): Outcome | undefined => {
  if (Result.isFailure(answer)) {
    const { failure } = answer
    return isRejection(failure) ? { outcome: "rejected", tag: failure._tag } : undefined
  }
  const { events, repeated } = answer.success
  if (repeated) return { outcome: "repeated" }
  return events.length === 0 ? { outcome: "nothing to do" } : { outcome: "accepted", events }
}
