// One reading of the store from a bookmark to its end, page by page: what every catch-up and every rebuild is.
import { Effect, Stream } from "effect"
import type { EventStore, Position, ReadError, Recorded } from "../event-store/index.ts"

/** What a pass is read from, and for whom. */
export interface Pass<E> {
  readonly store: EventStore["Service"]
  /** Where to begin: right behind it. */
  readonly after: Position | undefined
  readonly types: ReadonlySet<string>
  /** Called with what was read and how far that goes; events in order, each once. */
  readonly take: (events: ReadonlyArray<Recorded>, to: Position) => Effect.Effect<void, E>
}

/** Reads until the end of the store as of now, and answers how far that was. Others may run between two pages. */
export const passOver = Effect.fnUntraced(function* <E>({
  after,
  store,
  take,
  types
}: Pass<E>): Effect.fn.Return<Position | undefined, E | ReadError> {
  const { position: head } = yield* store.head()
  if (head === "none" || (after !== undefined && head <= after)) return after
  let at = after
  const range = { ...(after === undefined ? {} : { after }), filter: { types: [...types] } }
  yield* Stream.runForEachArray(store.readAll(range), (events) => {
    const to = events.at(-1)?.position ?? head
    at = to
    return Effect.andThen(take(events, to), Effect.yieldNow)
  })
  // What lies between the last event of these types and the end has been passed too.
  if (at !== undefined && at >= head) return at
  yield* take([], head)
  return head
})
