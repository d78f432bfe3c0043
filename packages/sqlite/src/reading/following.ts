// The whole store as a stream: what there is, page by page, and for subscribers then what comes.
import {
  type AllRange,
  allWindow,
  type Delivery,
  type EventFilter,
  positionOf,
  type ReadError,
  type Recorded,
  type SubscribeFrom
} from "@lcqm/core"
import { Effect, Option, Result, Stream } from "effect"
import type { Awakening } from "./awakening.ts"
import { type PageRange, pageRangeOf } from "./page-range.ts"
import type { Pages } from "./pages.ts"
import type { StreamReading } from "./reading.ts"

/** What following a store needs of it. */
export interface Source {
  readonly reading: StreamReading
  readonly pages: Pages
  readonly awakening: Awakening
  /** Looks at the file: waits for it where it is busy, and fails once the store is closed. */
  readonly look: <A>(look: () => Result.Result<A, ReadError>) => Effect.Effect<A, ReadError>
}

interface Cursor {
  readonly next: number
  /** How many events there were when the subscriber was last told that it has caught up. */
  readonly told: number
}

type Drawn<A, S> = readonly [ReadonlyArray<A>, Option.Option<S>]

const sizeOf = ({ look, reading }: Source): Effect.Effect<number, ReadError> =>
  look(() => Result.succeed(reading.size()))

const pageOf = (
  { look, pages }: Source,
  range: PageRange
): Effect.Effect<Drawn<Recorded, PageRange>, ReadError> =>
  Effect.map(
    look(() => pages.next(range)),
    ({ events, rest }) => [events, Option.fromUndefinedOr(rest)] as const
  )

/** Reads the store in its order, as it is when the reading begins. */
export const readAll = (source: Source, range: AllRange): Stream.Stream<Recorded, ReadError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { after, backward, before, limit } = yield* Effect.fromResult(allWindow(range))
      const bounds = { backward, low: after + 1, high: Math.min(before, yield* sizeOf(source)) }
      const found = Stream.paginate(pageRangeOf(range, bounds), (rest) => pageOf(source, rest))
      return limit === Infinity ? found : Stream.take(found, limit)
    })
  )

/** Every event from there on, for as long as the stream is drawn. */
export const subscribe = (
  source: Source,
  from: SubscribeFrom,
  filter: EventFilter | undefined
): Stream.Stream<Delivery, ReadError> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { after } = yield* Effect.fromResult(allWindow(typeof from === "string" ? {} : from))
      const next = from === "end" ? yield* sizeOf(source) : after + 1
      return Stream.paginate({ next, told: -1 }, (at) => deliver(source, filter, at))
    })
  )

const deliver = (
  source: Source,
  filter: EventFilter | undefined,
  at: Cursor
): Effect.Effect<Drawn<Delivery, Cursor>, ReadError> =>
  Effect.flatMap(sizeOf(source), (size): Effect.Effect<Drawn<Delivery, Cursor>, ReadError> => {
    if (at.next >= size && at.told === size) {
      const awake = source.awakening.wait(() => source.reading.size() !== size)
      return Effect.as(awake, [[], Option.some(at)] as const)
    }
    const caughtUp: Delivery = { _tag: "CaughtUp", position: size === 0 ? "none" : positionOf(size - 1) }
    if (at.next >= size) return Effect.succeed([[caughtUp], Option.some({ next: at.next, told: size })])
    const bounds = { backward: false, low: at.next, high: size }
    const range = pageRangeOf(filter === undefined ? {} : { filter }, bounds)
    return Effect.map(pageOf(source, range), ([events, rest]) => {
      const deliveries = events.map((event): Delivery => ({ _tag: "Event", event }))
      return Option.isSome(rest)
        ? [deliveries, Option.some({ next: rest.value.low, told: at.told })]
        : [[...deliveries, caughtUp], Option.some({ next: size, told: size })]
    })
  })
