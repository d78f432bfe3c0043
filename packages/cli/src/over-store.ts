// A piece of work over the store that was named: opened for it, closed after it, its failures told.
import {
  EventStore,
  type KeyRing,
  type KeyRingUnavailable,
  Lcqm,
  type LcqmOperations,
  type Malformed,
  type PeopleRegister,
  type PeopleRegisterUnavailable,
  type Rejection
} from "@lcqm/core"
import { Effect, Layer } from "effect"
import { commandLine, type Failure } from "./failure.ts"
import { type Access, storeOfUrl, type StoreUrl } from "./store-url.ts"
import { toldFailure } from "./told-failure.ts"

/** A failure of the library, which is told, or one that is told already. */
type Fails = { readonly _tag: string; readonly message: string } | Malformed | Rejection | Failure

const isTold = (failure: Fails): failure is Failure =>
  "kind" in failure && (failure.kind === "bad input" || failure.kind === "did not hold")

/** Tells a failure that is not told yet. */
export const told =
  (source: string) =>
  (failure: Fails): Failure =>
    isTold(failure) ? failure : toldFailure(source)(failure)

/** Work over the port itself. */
export const overStore = <A, E extends Fails>(
  url: StoreUrl,
  access: Access,
  work: (store: EventStore["Service"]) => Effect.Effect<A, E>
): Effect.Effect<A, Failure> =>
  Effect.flatMap(storeOfUrl(url, access), (layer) =>
    Effect.provide(Effect.flatMap(EventStore, work), layer).pipe(Effect.mapError(told(commandLine)))
  )

/** What is kept of people beside a store, where it is named: with a key ring text is sealed, and people can be erased. */
export interface KeptBeside {
  readonly keyRing?: Layer.Layer<KeyRing, KeyRingUnavailable>
  readonly people?: Layer.Layer<PeopleRegister, PeopleRegisterUnavailable>
}

/** Work over Lcqm and its store. What is kept of people is opened first: where it cannot be, no store is made. */
export const overLcqm = <A, E extends Fails>(
  url: StoreUrl,
  access: Access,
  work: (lcqm: LcqmOperations, store: EventStore["Service"]) => Effect.Effect<A, E>,
  beside: KeptBeside = {}
): Effect.Effect<A, Failure> =>
  Effect.flatMap(storeOfUrl(url, access), (store) => {
    const { keyRing = Layer.empty, people = Layer.empty } = beside
    const services = Layer.provideMerge(store, Layer.merge(keyRing, people))
    const both = Effect.flatMap(Effect.all([Lcqm, EventStore]), ([lcqm, opened]) => work(lcqm, opened))
    return Effect.provide(both, Layer.provideMerge(Lcqm.layer, services)).pipe(
      Effect.mapError(told(commandLine))
    )
  })
