// A law of projections is a value, as those of stores are: a number, a promise, and an effect that fails where the
// promise is not kept.
import {
  type Position,
  type Projections,
  projectionsOver,
  type ReadModel,
  type Recorded,
  type RunningProjection
} from "@lcqm/core"
import { Cause, Effect, Exit, References, type Scope } from "effect"
import type { Outcome, Store } from "../store/law.ts"
import { open } from "../store/law.ts"
import { batch } from "../store/stamping.ts"
import { NamedV1, testCodec, Toned } from "../store/test-catalogue.ts"
import { Patience } from "../store/waiting.ts"
import type { ReadModelAdapter } from "./adapter.ts"
import { nextFigure, type Tally, tallied, tallyOf, type TallySpec } from "./tally.ts"

/** A tally on its way, as a law has it. */
export interface Tallying {
  readonly readModel: ReadModel<Tally>
  readonly tally: RunningProjection<Tally>
  readonly projections: Projections<{ readonly tally: ReadModel<Tally> }>
  readonly tamper: Effect.Effect<unknown, unknown>
  /** The tally as of its bookmark. */
  readonly seen: Effect.Effect<Tally, unknown>
}

/** What a law of projections gets to test with. */
export interface ProjectionTrial {
  readonly adapter: ReadModelAdapter
  readonly over: typeof projectionsOver
  readonly runs: number
  readonly seed: number
  /** A place no other law has used. */
  readonly newPlace: () => string
  /** Opens the store of a place. */
  readonly store: (place: string) => Effect.Effect<Store, unknown, Scope.Scope>
  /** Keeps a tally at a place, with a runner of its own, as a program does that was started anew. */
  readonly tallying: (
    store: Store,
    place: string,
    spec?: Partial<TallySpec>
  ) => Effect.Effect<Tallying, unknown, Scope.Scope>
}

/** A law of projections and of the places they are kept in. */
export interface ProjectionLaw {
  /** Its number, as `C01`: stable, and the beginning of the test's title. */
  readonly id: string
  /** What it promises. */
  readonly title: string
  readonly run: (trial: ProjectionTrial) => Effect.Effect<void, unknown, Scope.Scope>
}

let placesUsed = 0

/** What a law is run with. Places are unique in the process. */
export const projectionTrialOf = (adapter: ReadModelAdapter): ProjectionTrial => {
  const over = adapter.over ?? projectionsOver
  return {
    adapter,
    over,
    runs: adapter.runs ?? 20,
    seed: adapter.seed ?? 1,
    newPlace: () => `projected-${(placesUsed += 1)}`,
    store: (place) => open(adapter.store(testCodec, place)),
    tallying: Effect.fnUntraced(function* (store, place, spec = {}) {
      const { readModel, tamper } = yield* adapter.keep(place, {
        name: "tally",
        version: 1,
        handling: () => {},
        ...spec
      })
      const projections = yield* over(store, { tally: readModel })
      const { tally } = projections.models
      return { readModel, tally, projections, tamper, seen: tally.read((rows) => rows) }
    })
  }
}

/** The tally of these events, worked out by the law itself. */
export const expectedTally = (events: Iterable<Recorded>, version = 1): Tally => {
  const rows = new Map<string, readonly [number, number]>()
  for (const event of events) {
    if (!tallied.has(event.type)) continue
    const [count, figure] = rows.get(event.stream) ?? [0, 0]
    rows.set(event.stream, [count + 1, nextFigure(figure, event, version)])
  }
  return tallyOf([...rows].map(([stream, row]) => [stream, ...row] as const))
}

/** Appends one event to a stream of its own: a note, a name in the old version, or a type no tally reads. */
export const record = (store: Store, n: number): Effect.Effect<Position, unknown> => {
  const stream = `s-${n % 3}`
  const told =
    n % 5 === 3
      ? { type: Toned.type, data: { n } }
      : n % 5 === 4
        ? { type: NamedV1.type, data: { name: `name ${n}` } }
        : {}
  return Effect.gen(function* () {
    const { revision } = yield* store.head(stream)
    const next = revision === "none" ? 0 : revision + 1
    const expected =
      revision === "none" ? { _tag: "NoStream" as const } : { _tag: "Exactly" as const, revision }
    const { events } = yield* store.append(stream, expected, batch([n], stream, next, told))
    return events[0].position
  })
}

/** Appends events of these numbers. */
export const recordEach = (store: Store, numbers: Iterable<number>): Effect.Effect<void, unknown> =>
  Effect.forEach(numbers, (n) => record(store, n), { discard: true })

/** Runs a law. */
export const testOfProjectionLaw = (
  { id, run }: ProjectionLaw,
  adapter: ReadModelAdapter
): Effect.Effect<void, unknown> => {
  const patience = adapter.patience ?? 10_000
  return Effect.suspend(() => run(projectionTrialOf(adapter))).pipe(
    Effect.scoped,
    Effect.provideService(Patience, patience),
    // The failures that are provoked here are logged, as they should be, and nobody needs to read them.
    Effect.provideService(References.MinimumLogLevel, "None"),
    Effect.timeoutOrElse({
      duration: 5 * patience,
      orElse: () => Effect.fail(new Error(`${id} was not done within ${5 * patience} ms`))
    })
  )
}

/** Tests laws of projections without a test runner: what held and what did not, in the order given. */
export const projectionOutcomesOf = (
  laws: ReadonlyArray<ProjectionLaw>,
  adapter: ReadModelAdapter
): Promise<ReadonlyArray<Outcome>> =>
  Effect.runPromise(
    Effect.forEach(laws, (tested) =>
      Effect.map(Effect.exit(testOfProjectionLaw(tested, adapter)), (exit): Outcome => {
        const { id, title } = tested
        return Exit.isFailure(exit)
          ? { id, title, outcome: "broken", reason: Cause.pretty(exit.cause) }
          : { id, title, outcome: "holds" }
      })
    )
  )
