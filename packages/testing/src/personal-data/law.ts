// A law of what is kept of people is a value, as those of stores are: a number, a promise, and an effect that fails
// where the promise is not kept.
import { Cause, type Context, Context as Contexts, Effect, Exit, Layer, type Scope } from "effect"
import type { Outcome } from "../store/law.ts"

/** What an adapter says about itself to be put to the laws of its port. */
export interface PersonalDataAdapter<Port> {
  readonly name: string
  /**
   * Opens what is kept at a place: the same place again is what a program finds that was started anew. A place that
   * nobody has used is empty.
   */
  readonly at: (place: string) => Layer.Layer<Port, unknown>
  /** Whether what is kept outlasts the program; where it does not, each place is opened once. */
  readonly lasting: boolean
}

/** What a law gets to test with. */
export interface PersonalDataTrial<Service> {
  readonly lasting: boolean
  /** A place no other law has used. */
  readonly newPlace: () => string
  /** Opens a place for as long as the scope lasts. */
  readonly open: (place: string) => Effect.Effect<Service, unknown, Scope.Scope>
}

/** A law of a port. */
export interface PersonalDataLaw<Service> {
  /** Its number, as `K01`: stable, and the beginning of the test's title. */
  readonly id: string
  /** What it promises. */
  readonly title: string
  readonly run: (trial: PersonalDataTrial<Service>) => Effect.Effect<void, unknown, Scope.Scope>
}

let placesUsed = 0

/** Runs a law on an adapter of the port with this key. Places are unique in the process. */
export const testOfLaw = <Port, Service>(
  port: Context.Key<Port, Service>,
  { run }: PersonalDataLaw<Service>,
  adapter: PersonalDataAdapter<Port>
): Effect.Effect<void, unknown> =>
  Effect.scoped(
    Effect.suspend(() =>
      run({
        lasting: adapter.lasting,
        newPlace: () => `people-${(placesUsed += 1)}`,
        open: (place) =>
          Effect.map(Layer.build(Layer.fresh(adapter.at(place))), (built) => Contexts.get(built, port))
      })
    )
  )

/** Tests laws without a test runner: what held and what did not, in the order given. */
export const outcomesOfLaws = <Port, Service>(
  port: Context.Key<Port, Service>,
  laws: ReadonlyArray<PersonalDataLaw<Service>>,
  adapter: PersonalDataAdapter<Port>
): Promise<ReadonlyArray<Outcome>> =>
  Effect.runPromise(
    Effect.forEach(laws, (tested) =>
      Effect.map(Effect.exit(testOfLaw(port, tested, adapter)), (exit): Outcome => {
        const { id, title } = tested
        return Exit.isFailure(exit)
          ? { id, title, outcome: "broken", reason: Cause.pretty(exit.cause) }
          : { id, title, outcome: "holds" }
      })
    )
  )
