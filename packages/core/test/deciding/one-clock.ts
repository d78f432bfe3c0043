// Lcqms over several stores with one clock between them, so that a sequence of commands is sent at its own times.
import type { CommandAccepted, ExecuteError } from "@lcqm/core"
import type { CommandSequence } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import * as fc from "fast-check"
import { lcqmOver, type Store } from "../properties/lcqm-over.ts"

/** What Lcqm answers to a command. */
export type Answer = Result.Result<CommandAccepted, ExecuteError>

/** The time it is. */
export const clock = { now: 0 }

/** An Lcqm of its own over a store, by the one clock. */
export const over = (store: Store) => lcqmOver(store, { now: () => clock.now })

/** Sends some steps of a sequence, one after the other. */
export const send = (lcqm: ReturnType<typeof over>, steps: CommandSequence["steps"]): Array<Answer> =>
  steps.map(({ at, command }) => {
    clock.now = at
    return Effect.runSync(Effect.result(lcqm.execute(command)))
  })

/** The ids of the events that an accepted command recorded. */
export const eventIds = (answer: Answer): ReadonlyArray<string> =>
  Result.getOrThrow(answer).events.map(({ id }) => id)

/** Where a sequence is cut, in thousandths. */
export const anyCut = fc.integer({ min: 0, max: 1_000 })

/** The step of a sequence at which a cut is. */
export const placeIn = ({ steps }: CommandSequence, cut: number): number =>
  Math.floor((cut * steps.length) / 1_001)
