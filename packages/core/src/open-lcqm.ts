// Lcqm for those who do not use Effect: the same operations as Promises, the same failures as values. What the
// rules refuse is an answer, so it is returned; only a defect of the program rejects.
import { Cause, Effect, Exit, Layer, ManagedRuntime, Option, Stream } from "effect"
import type { LoopOptions } from "./deciding/index.ts"
import type { EventStore } from "./event-store/index.ts"
import type { LcqmEvent } from "./domain.ts"
import type { KeyRing } from "./personal-data/key-ring.ts"
import type { PeopleRegister } from "./personal-data/people-register.ts"
import { Lcqm, type LcqmOperations } from "./lcqm.ts"

/** An operation's answer: its value, or a typed failure that says what would make it succeed. */
export type Answer<Value, Failure> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly failure: Failure }

/** An operation of Lcqm as a function that returns a Promise of its answer. */
export type Promised<Operation> = Operation extends (
  ...args: infer Args
) => Effect.Effect<infer Value, infer Failure>
  ? (...args: Args) => Promise<Answer<Value, Failure>>
  : never

/** What an opened Lcqm offers. */
export type OpenedLcqm<StoreFailure> = {
  readonly [Name in Exclude<keyof LcqmOperations, "events">]: Promised<
    LcqmOperations[Name] extends (...args: infer Args) => Effect.Effect<infer Value, infer Failure>
      ? (...args: Args) => Effect.Effect<Value, Failure | StoreFailure>
      : never
  >
} & {
  /** Every event of the store, in its order; a failure of the store is thrown from the iteration. */
  readonly events: () => AsyncIterable<LcqmEvent>
  /** Closes the store. Everything after it fails. */
  readonly close: () => Promise<void>
}

/** The value of an answer, or its failure thrown: for scripts that have nothing better to do with one. */
export const valueOf = <Value, Failure>(answer: Answer<Value, Failure>): Value => {
  if (answer.ok) return answer.value
  const { failure } = answer
  if (failure instanceof Error) throw failure
  const told = failure as { readonly _tag?: unknown; readonly message?: unknown; readonly remedy?: unknown }
  throw new Error(`${String(told._tag)}: ${String(told.message)} ${String(told.remedy)}`, { cause: failure })
}

/** What Lcqm is opened over. */
export interface Opening<StoreFailure = never> {
  readonly store: Layer.Layer<EventStore, StoreFailure>
  /** Where people's keys are kept: free text is sealed under them. Without one it is stored as it was written. */
  readonly keyRing?: Layer.Layer<KeyRing, StoreFailure>
  /** Who people are: whoever is erased is removed from it. */
  readonly people?: Layer.Layer<PeopleRegister, StoreFailure>
}

/**
 * Opens Lcqm over a store. The store is opened by the first operation; a store that cannot be opened is that
 * operation's typed failure.
 * @example
 * ```ts
 * import { openLcqm } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * const lcqm = openLcqm({ store: memoryStore() })
 * await lcqm.register() // => { ok: true, value: [] }
 * await lcqm.close()
 * ```
 */
export const openLcqm = <StoreFailure = never>(
  options: Opening<StoreFailure> & LoopOptions
): OpenedLcqm<StoreFailure> => {
  const { keyRing = Layer.empty, people = Layer.empty, store, ...loop } = options
  const services = Layer.mergeAll(store, keyRing, people)
  const runtime = ManagedRuntime.make(Layer.provide(Lcqm.layerWith(loop), services))

  // Once the store is open its operations need nothing more of the runtime; before, and where opening failed, the
  // runtime opens it.
  let opened: LcqmOperations | undefined
  const operations = Effect.tap(Lcqm, (lcqm) =>
    Effect.sync(() => {
      opened = lcqm
    })
  )

  const run = async <Value, Failure>(
    operation: (lcqm: LcqmOperations) => Effect.Effect<Value, Failure>
  ): Promise<Answer<Value, Failure | StoreFailure>> => {
    const exit =
      opened === undefined
        ? await runtime.runPromiseExit(Effect.flatMap(operations, operation))
        : await Effect.runPromiseExit(operation(opened))
    if (Exit.isSuccess(exit)) return { ok: true, value: exit.value }
    const failure = Cause.findErrorOption(exit.cause)
    if (Option.isSome(failure)) return { ok: false, failure: failure.value }
    throw Cause.squash(exit.cause)
  }

  return {
    execute: (command) => run((lcqm) => lcqm.execute(command)),
    executeUnknown: (input) => run((lcqm) => lcqm.executeUnknown(input)),
    school: (key) => run((lcqm) => lcqm.school(key)),
    schoolEvents: (key) => run((lcqm) => lcqm.schoolEvents(key)),
    explain: (key, set) => run((lcqm) => lcqm.explain(key, set)),
    register: (asAt) => run((lcqm) => lcqm.register(asAt)),
    cohorts: (asAt) => run((lcqm) => lcqm.cohorts(asAt)),
    boards: (asAt) => run((lcqm) => lcqm.boards(asAt)),
    cpdCoverage: (asAt) => run((lcqm) => lcqm.cpdCoverage(asAt)),
    evidence: (key, on, asAt) => run((lcqm) => lcqm.evidence(key, on, asAt)),
    assessors: (asAt) => run((lcqm) => lcqm.assessors(asAt)),
    areas: (of, asAt) => run((lcqm) => lcqm.areas(of, asAt)),
    factsOutOfDate: (asAt) => run((lcqm) => lcqm.factsOutOfDate(asAt)),
    versions: (on, asAt) => run((lcqm) => lcqm.versions(on, asAt)),
    criteriaVersion: (key, asAt) => run((lcqm) => lcqm.criteriaVersion(key, asAt)),
    ruleSetVersion: (key, asAt) => run((lcqm) => lcqm.ruleSetVersion(key, asAt)),
    networks: (asAt) => run((lcqm) => lcqm.networks(asAt)),
    networkDirectory: (asAt) => run((lcqm) => lcqm.networkDirectory(asAt)),
    similarNetworks: (asked, asAt) => run((lcqm) => lcqm.similarNetworks(asked, asAt)),
    networkCpd: (scheme, asAt) => run((lcqm) => lcqm.networkCpd(scheme, asAt)),
    openTexts: (reader, events) => run((lcqm) => lcqm.openTexts(reader, events)),
    readTexts: (reader, events) => run((lcqm) => lcqm.readTexts(reader, events)),
    withheldTexts: (events) => run((lcqm) => lcqm.withheldTexts(events)),
    erased: () => run((lcqm) => lcqm.erased()),
    finishErasures: () => run((lcqm) => lcqm.finishErasures()),
    events: () => ({
      [Symbol.asyncIterator]: async function* () {
        const operations = await runtime.runPromise(Lcqm)
        yield* Stream.toAsyncIterable(operations.events())
      }
    }),
    close: () => runtime.dispose()
  }
}
