// The event store port over a log in memory: windows, paging, subscriptions that wake on an append. It is also
// the yardstick of the other adapters: what it answers, they answer.
import {
  type AllRange,
  allWindow,
  type Codec,
  type Delivery,
  type EventFilter,
  type EventStore,
  matcherOf,
  type ReadError,
  type Recorded,
  StoreUnavailable,
  type StreamRange,
  type StreamSlice,
  streamWindow,
  type SubscribeFrom
} from "@lcqm/core"
import { Effect, Option, Result, Stream } from "effect"
import { Log, type Sequence } from "./log.ts"

type Service = EventStore["Service"]

/** A store in memory: the port, and the end of it. */
export interface MemoryStore extends Service {
  /** Ends the store: whatever is asked afterwards, and whoever waits, gets a StoreUnavailable. Twice is once. */
  readonly close: Effect.Effect<void>
}

const name = "memory:"

// How many events a read or a subscription looks at before others may run.
const eventsPerPage = 512

type Page<A, S> = readonly [ReadonlyArray<A>, Option.Option<S>]

interface Place {
  readonly next: number
  readonly left: number
}

interface Cursor {
  readonly next: number
  /** How long the log was when the subscriber was last told that it has caught up. */
  readonly told: number
}

const shownAs = (sequence: Sequence, asStored: boolean | undefined): ReadonlyArray<Recorded> =>
  asStored === true ? sequence.asStored : sequence.events

const sliceOf = (log: Log, stream: string, range: StreamRange): Result.Result<StreamSlice, ReadError> =>
  Result.map(streamWindow(stream, range), ({ backward, high, limit, low }) => {
    const kept = shownAs(log.stream(stream), range.asStored)
    const end = Math.min(high, kept.length - 1)
    const [from, to] = backward
      ? [Math.max(low, end - limit + 1), end + 1]
      : [low, Math.min(end + 1, low + limit)]
    const events = to > from ? kept.slice(from, to) : []
    if (backward) events.reverse()
    return Object.freeze({
      stream,
      exists: kept.length > 0,
      revision: kept.length === 0 ? "none" : kept.length - 1,
      events: Object.freeze(events)
    })
  })

/** The port alone: whoever is given it cannot close the store under others. */
export const portOf = ({
  append,
  codec,
  head,
  name,
  readAll,
  readStream,
  subscribe
}: MemoryStore): Service => ({
  name,
  codec,
  append,
  readStream,
  readAll,
  subscribe,
  head
})

/** A log opened as a store; closing it leaves the log to others that have it open. */
export const openLog = (log: Log): MemoryStore => {
  let closed = false
  const whileOpen = <A, E>(answer: () => Effect.Effect<A, E>): Effect.Effect<A, E | StoreUnavailable> =>
    Effect.suspend((): Effect.Effect<A, E | StoreUnavailable> =>
      closed
        ? Effect.fail(new StoreUnavailable({ store: name, reason: "it is closed", retryable: false }))
        : answer()
    )

  const readAll = (range: AllRange): Stream.Stream<Recorded, ReadError> => {
    const window = allWindow(range)
    if (Result.isFailure(window)) return Stream.fail(window.failure)
    const { after, backward, before, limit } = window.success
    const matches = matcherOf(range.filter)
    const all = shownAs(log.all, range.asStored)
    // The end is that of the beginning of the read: what is appended meanwhile belongs to the next one.
    const low = after + 1
    const high = Math.min(before, all.length)
    const page = (at: Place): Effect.Effect<Page<Recorded, Place>> => {
      const [from, to] = backward
        ? [Math.max(low, at.next - eventsPerPage), at.next]
        : [at.next, Math.min(high, at.next + eventsPerPage)]
      const found = to > from ? all.slice(from, to).filter(matches) : []
      if (backward) found.reverse()
      const events = found.length > at.left ? found.slice(0, at.left) : found
      const left = at.left - events.length
      const done = left === 0 || (backward ? from <= low : to >= high)
      return Effect.succeed([
        events,
        done ? Option.none() : Option.some({ next: backward ? from : to, left })
      ])
    }
    return Stream.paginate({ next: backward ? high : low, left: limit }, (at) => whileOpen(() => page(at)))
  }

  const subscribe = (from: SubscribeFrom, filter?: EventFilter): Stream.Stream<Delivery, ReadError> => {
    const window = allWindow(typeof from === "string" ? {} : from)
    if (Result.isFailure(window)) return Stream.fail(window.failure)
    const matches = matcherOf(filter)
    const page = (at: Cursor): Effect.Effect<Page<Delivery, Cursor>> => {
      const { length } = log.all.events
      if (at.next >= length && at.told === length) {
        const asleep = log.growth(length, () => closed)
        return Effect.as(asleep, [[], Option.some(at)] as const)
      }
      const deliveries: Array<Delivery> = []
      const next = Math.max(at.next, Math.min(length, at.next + eventsPerPage))
      for (const event of log.all.events.slice(at.next, next)) {
        if (matches(event)) deliveries.push({ _tag: "Event", event })
      }
      if (next < length) return Effect.succeed([deliveries, Option.some({ next, told: at.told })])
      const { position } = log.head()
      deliveries.push({ _tag: "CaughtUp", position })
      return Effect.succeed([deliveries, Option.some({ next, told: length })])
    }
    const first = from === "end" ? log.all.events.length : window.success.after + 1
    return Stream.paginate({ next: first, told: -1 }, (at) => whileOpen(() => page(at)))
  }

  return {
    name,
    codec: log.codec,
    append: (stream, expected, events) =>
      whileOpen(() => Effect.fromResult(log.append(stream, expected, events))),
    readStream: (stream, range = {}) => whileOpen(() => Effect.fromResult(sliceOf(log, stream, range))),
    readAll: (range = {}) => Stream.suspend(() => readAll(range)),
    subscribe: (from, filter) => Stream.suspend(() => subscribe(from, filter)),
    head: (stream) => whileOpen(() => Effect.succeed(log.head(stream))),
    close: Effect.sync(() => {
      closed = true
      log.wakeAll()
    })
  }
}

/**
 * Makes an empty store for the events of a codec's catalogue, open until it is closed.
 * @example
 * ```ts
 * import { catalogueOf, codecOf, eventType } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { makeMemoryStore } from "@lcqm/memory"
 * import { Effect, Schema } from "effect"
 * const Greeted = eventType("Greeted", 1, "Somebody was greeted.", { by: Schema.String })
 * const store = makeMemoryStore(codecOf(catalogueOf([Greeted]), nodeHasher))
 * await Effect.runPromise(store.head()) // => { revision: "none", position: "none" }
 * ```
 */
export const makeMemoryStore = (codec: Codec): MemoryStore => openLog(new Log(codec))
