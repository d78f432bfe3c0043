// What a copy and an import have in common: see how much is there, append the rest in order, and look at the whole
// again at the end.
import { Effect, Stream } from "effect"
import type { EventStore, Recorded } from "../event-store/index.ts"
import { appendInOrder } from "./append-in-order.ts"
import { CopyDiffers, type CopyError } from "./errors.ts"
import { heldAlready } from "./held-already.ts"
import { RootOfPassing, type StoreRoot, verifiedRoot } from "./verified-root.ts"

/** Told how far it is: events that are in the destination, and events in all. */
export type OnCopied = (done: number, total: number) => void

/** What has been brought into a store. */
export interface Copied extends StoreRoot {
  /** How many of the events the store held before. */
  readonly held: number
  /** How many were appended now. */
  readonly appended: number
}

/** Where the events come from, as they were recorded. */
export interface Source<E> {
  readonly total: number
  readonly all: Stream.Stream<Recorded, E>
  /** The events behind one of them, which is the so-manieth. */
  readonly behind: (event: Recorded, ordinal: number) => Stream.Stream<Recorded, E>
}

/** Brings the events into a store that is empty or holds a beginning of them. */
export const bringInto = <E>(
  to: EventStore["Service"],
  { all, behind, total }: Source<E>,
  onProgress: OnCopied = () => undefined
): Effect.Effect<Copied, CopyError | E> =>
  Effect.gen(function* () {
    const passing = new RootOfPassing(to.codec.hasher)
    const held = yield* heldAlready(to, all, (event) => passing.add(event.leafHash))
    onProgress(held.events, total)
    const rest = held.last === undefined ? all : behind(held.last, held.events - 1)
    let appended = 0
    const passed = Stream.map(rest, (event) => {
      passing.add(event.leafHash)
      return event
    })
    yield* appendInOrder(to, passed, (events) => {
      appended += events
      // A source that is written to meanwhile has more than it had.
      onProgress(held.events + appended, Math.max(total, held.events + appended))
    })
    const expected = passing.now
    const got = yield* verifiedRoot(to)
    if (got.events !== expected.events || got.root !== expected.root) {
      return yield* new CopyDiffers({ store: to.name, expected, got })
    }
    return { ...got, held: held.events, appended }
  })
