// What Lcqm answers, as this program takes it: a value, or a failure that is told.
import { type Answer, isRejection } from "@lcqm/core"
import { Effect } from "effect"
import { type DidNotHold, failedBy, refusedBy } from "../failure.ts"

interface Told {
  readonly _tag: string
  readonly message: string
}

const toldOf = (failure: Told): DidNotHold =>
  isRejection(failure) ? refusedBy(failure) : failedBy(failure._tag, failure.message, "")

/** The value of an operation's answer, or why there is none. */
export const answered = <Value, Reason extends Told>(
  ask: () => Promise<Answer<Value, Reason>>
): Effect.Effect<Value, DidNotHold> =>
  Effect.flatMap(Effect.promise(ask), (answer) =>
    answer.ok ? Effect.succeed(answer.value) : Effect.fail(toldOf(answer.failure))
  )
