// A read model kept in memory and brought up to date whenever it is asked: who has written reads what was
// written, and nothing runs in between.
import { Effect, Semaphore, Stream } from "effect"
import type { EventStore, Position, ReadError } from "../event-store/index.ts"
import type { Projection } from "./projection.ts"

/** A read model with the bookmark it has been folded up to. */
export interface LiveModel<Model> {
  readonly projection: Projection<Model>
  /** The model as of now: what is new in the store is folded first. */
  readonly now: Effect.Effect<Model, ReadError>
  /** The position of the last event folded. */
  readonly bookmark: () => Position | undefined
}

/** Keeps a projection's model of a store. */
export const liveModelOf = <Model>(
  store: EventStore["Service"],
  projection: Projection<Model>
): LiveModel<Model> => {
  const model = projection.empty()
  const oneAtATime = Semaphore.makeUnsafe(1)
  let bookmark: Position | undefined
  const catchUp = Effect.suspend(() =>
    Stream.runForEachArray(
      store.readAll({
        ...(bookmark === undefined ? {} : { after: bookmark }),
        filter: { types: [...projection.types] }
      }),
      (events) =>
        Effect.sync(() => {
          for (const event of events) {
            projection.apply(model, event)
            bookmark = event.position
          }
        })
    )
  )
  return {
    projection,
    now: Effect.as(oneAtATime.withPermits(1)(catchUp), model),
    bookmark: () => bookmark
  }
}
