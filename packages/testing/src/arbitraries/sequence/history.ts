// Whole valid histories: sequences of commands played through the real loop over a real store.
import {
  type EventStore,
  type ExecuteError,
  Lcqm,
  type LcqmOperations,
  type LoopOptions,
  type ReadError,
  type Recorded
} from "@lcqm/core"
import { Effect, type Layer, type Result, Stream } from "effect"
import type * as fc from "fast-check"
import {
  anyCommandSequence,
  type CommandSequence,
  type CommandSequenceOptions,
  type SequenceStep
} from "./command-sequence.ts"

/** What Lcqm answered to a step of a sequence. */
export interface Played {
  readonly step: SequenceStep
  readonly answer: Result.Result<Effect.Success<ReturnType<LcqmOperations["execute"]>>, ExecuteError>
}

/** A sequence as played, and the store's events behind it. */
export interface PlayedHistory {
  readonly sequence: CommandSequence
  readonly played: ReadonlyArray<Played>
  /** The store's events, in its order. */
  readonly events: ReadonlyArray<Recorded>
}

// The same bytes for the same place in a sequence: a history is a function of what was drawn.
const bytesAt = (place: number, count: number): Uint8Array =>
  Uint8Array.from({ length: count }, (_, i) => (place * 31 + i * 7 + ((place >> 8) & 0xff)) & 0xff)

/**
 * Plays a sequence of commands through Lcqm over the event store in context, each at its own time. Where a key ring is in
 * context too, free text is sealed.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { anyCommandSequence, playSequence } from "@lcqm/testing/arbitraries"
 * import { Effect } from "effect"
 * import fc from "fast-check"
 * const [sequence] = fc.sample(anyCommandSequence(), { seed: 1, numRuns: 1 })
 * const played = sequence && (await Effect.runPromise(Effect.provide(playSequence(sequence), memoryStore())))
 * played?.played.length === sequence?.steps.length // => true
 * ```
 */
export const playSequence = (
  sequence: CommandSequence,
  options: LoopOptions = {}
): Effect.Effect<PlayedHistory, ReadError, EventStore> => {
  let now = 0
  let asked = 0
  const layer = Lcqm.layerWith({
    now: () => now,
    randomBytes: (count) => bytesAt((asked += 1), count),
    ...options
  })
  const play = Effect.gen(function* () {
    const lcqm = yield* Lcqm
    const played: Array<Played> = []
    for (const step of sequence.steps) {
      now = step.at
      played.push({ step, answer: yield* Effect.result(lcqm.execute(step.command)) })
    }
    return { sequence, played, events: yield* Stream.runCollect(lcqm.events()) }
  })
  return Effect.provide(play, layer)
}

/** Over which store histories come to be, and how long they are. */
export interface HistoryOptions extends CommandSequenceOptions {
  /** Opens a new, empty store; it must answer at once, as the memory store does. */
  readonly store: () => Layer.Layer<EventStore>
}

/**
 * Any whole valid history: what a store holds after a sequence of commands. Shrinks as the sequence does.
 * @example
 * ```ts
 * import { memoryStore } from "@lcqm/memory"
 * import { anyHistory } from "@lcqm/testing/arbitraries"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyHistory({ store: memoryStore }), { seed: 1, numRuns: 20 })
 * drawn.every(({ events }) => events[0]?.type === "CriteriaSetDrafted.v1") // => true
 * ```
 */
export const anyHistory = ({ store, ...options }: HistoryOptions): fc.Arbitrary<PlayedHistory> =>
  anyCommandSequence(options).map((sequence) =>
    Effect.runSync(Effect.provide(Effect.orDie(playSequence(sequence)), store()))
  )
