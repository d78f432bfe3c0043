// A law is a value: a number, a promise, and an effect that fails where the promise is not kept. So the same
// laws can be run as tests, and against stores that are broken on purpose, where the outcome is what is asserted.
import { type Codec, EventStore, exactly, noStream } from "@lcqm/core"
import { Cause, Context, Effect, Exit, Layer, Scope } from "effect"
import type { StoreAdapter, StoreLayer } from "./adapter.ts"
import { same } from "./expectations.ts"
import { batch } from "./stamping.ts"
import { testCodec } from "./test-catalogue.ts"
import { Patience } from "./waiting.ts"

/** The port as an object. */
export type Store = EventStore["Service"]

/** What a law gets to test with. */
export interface Trial {
  readonly adapter: StoreAdapter
  /** The layer of a store at a place no other law has used. */
  readonly layer: () => StoreLayer
  /** A place no other law has used. */
  readonly newPlace: () => string
  /** The layer of the store at a place. */
  readonly layerAt: (place: string, codec?: Codec) => StoreLayer
  /** How many random histories a model-based law tries, from which seed, and whether it looks for the shortest. */
  readonly runs: number
  readonly seed: number
  readonly shrink: boolean
  /** The same for the adapter to compare with: the one named, or a second store of this one. */
  readonly other: Trial
}

/** A law of the event store port, and how it is tested. */
export interface Law {
  /** Its number, as `A01` or `V/NoStream/missing`: stable, and the beginning of the test's title. */
  readonly id: string
  /** What it promises. */
  readonly title: string
  readonly run: (trial: Trial) => Effect.Effect<void, unknown, Scope.Scope>
  /** For a law that may be declared not to hold: tests that it fails in just that way. */
  readonly runDeclared?: (trial: Trial) => Effect.Effect<void, unknown, Scope.Scope>
}

/** What came of testing a law. */
export interface Outcome {
  readonly id: string
  readonly title: string
  /** `holds`, `declared` (fails as the adapter declares), or `broken`. */
  readonly outcome: "holds" | "declared" | "broken"
  /** Why it is broken. */
  readonly reason?: string
}

/** States a law. */
export const law = (id: string, title: string, run: Law["run"], runDeclared?: Law["runDeclared"]): Law => ({
  id,
  title,
  run,
  ...(runDeclared === undefined ? {} : { runDeclared })
})

/** States a law about one store, empty when the test begins. */
export const lawOfStore = (
  id: string,
  title: string,
  run: (store: Store) => Effect.Effect<void, unknown, Scope.Scope>,
  runDeclared?: (store: Store) => Effect.Effect<void, unknown, Scope.Scope>
): Law => {
  const onStore = (test: typeof run) => (trial: Trial) => Effect.flatMap(open(trial.layer()), test)
  return law(id, title, onStore(run), runDeclared && onStore(runDeclared))
}

/** Opens a store for as long as the scope lasts. Another opening of the same layer is another handle. */
export const open = (layer: StoreLayer): Effect.Effect<Store, unknown, Scope.Scope> =>
  Effect.suspend(() => Effect.map(Layer.build(Layer.fresh(layer)), (built) => Context.get(built, EventStore)))

/** A store that a law closes itself; it is closed with the test in any case. */
export interface Opening {
  readonly store: Store
  readonly close: Effect.Effect<void>
}

/** Opens a store that the law closes. */
export const openClosable = Effect.fnUntraced(function* (layer: StoreLayer) {
  const scope = yield* Effect.acquireRelease(Scope.make(), (made) => Scope.close(made, Exit.void))
  const store = yield* Scope.provide(open(layer), scope)
  return { store, close: Scope.close(scope, Exit.void) } satisfies Opening
})

/** Appends events of these numbers, one an append, to a stream that has none. */
export const appendEach = Effect.fnUntraced(function* (
  store: Store,
  stream: string,
  numbers: ReadonlyArray<number>
) {
  for (const [i, n] of numbers.entries()) {
    yield* store.append(stream, i === 0 ? noStream : exactly(i - 1), batch([n], stream, i))
  }
})

let placesUsed = 0

/** A refused append left no trace of the stream, and the stream can still be made. */
export const untouchedAndUsable = Effect.fnUntraced(function* (store: Store, stream: string, n: number) {
  same((yield* store.readStream(stream)).exists, false, "the stream is untouched")
  yield* store.append(stream, noStream, batch([n], stream))
})

/** What a law is run with. Places are unique in the process. */
export const trialOf = (adapter: StoreAdapter): Trial => {
  const newPlace = () => `place-${(placesUsed += 1)}`
  const layerAt = (place: string, codec: Codec = testCodec) => adapter.store(codec, place)
  return {
    adapter,
    newPlace,
    layerAt,
    layer: () => layerAt(newPlace()),
    runs: adapter.runs ?? 40,
    seed: adapter.seed ?? 1,
    shrink: adapter.shrink ?? true,
    get other() {
      return trialOf(adapter.against ?? adapter)
    }
  }
}

/** Whether the adapter declares that the law does not hold. */
export const isDeclared = (adapter: StoreAdapter, { id }: Law): boolean =>
  adapter.declared?.some((declared) => declared === id) ?? false

/** The test of a law: as it stands, or, where the adapter declares it not to hold, that it fails as declared. */
export const testOf = (tested: Law, adapter: StoreAdapter): Effect.Effect<void, unknown> => {
  const run = isDeclared(adapter, tested) ? (tested.runDeclared ?? tested.run) : tested.run
  const patience = adapter.patience ?? 10_000
  return Effect.suspend(() => run(trialOf(adapter))).pipe(
    Effect.scoped,
    Effect.provideService(Patience, patience),
    // A law that waits for what never comes is broken, not slow.
    Effect.timeoutOrElse({
      duration: 5 * patience,
      orElse: () => Effect.fail(new Error(`${tested.id} was not done within ${5 * patience} ms`))
    })
  )
}

/**
 * Tests laws without a test runner: what held and what did not, in the order given.
 * @example
 * ```ts
 * import { memoryStoreWith } from "@lcqm/memory"
 * import { outcomesOf, storeLaws } from "@lcqm/testing/store"
 * const first = storeLaws.slice(0, 1)
 * const outcomes = await outcomesOf(first, { name: "memory", store: memoryStoreWith })
 * outcomes.map(({ id, outcome }) => `${id} ${outcome}`) // => ["A01 holds"]
 * ```
 */
export const outcomesOf = (
  laws: ReadonlyArray<Law>,
  adapter: StoreAdapter
): Promise<ReadonlyArray<Outcome>> =>
  // One law at a time: some measure time or memory.
  Effect.runPromise(Effect.forEach(laws, (tested) => outcomeOf(tested, adapter)))

const outcomeOf = Effect.fnUntraced(function* (tested: Law, adapter: StoreAdapter) {
  const { id, title } = tested
  const exit = yield* Effect.exit(testOf(tested, adapter))
  const outcome: Outcome = Exit.isFailure(exit)
    ? { id, title, outcome: "broken", reason: Cause.pretty(exit.cause) }
    : { id, title, outcome: isDeclared(adapter, tested) ? "declared" : "holds" }
  return outcome
})
