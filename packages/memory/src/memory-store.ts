// The event store port over a log in memory: ranges, paging, subscriptions that wake on an append.
import {
  type AllRange,
  type Codec,
  type Delivery,
  type EventFilter,
  EventStore,
  InvalidRange,
  positionOf,
  type ReadError,
  type Recorded,
  StoreUnavailable,
  type StreamRange
} from "@lcqm/core"
import { Effect, Option, Stream } from "effect"
import { type Kept, Log } from "./log.ts"

const name = "memory:"
const eventsPerPage = 512

interface Place {
  readonly at: number
  /** Whether it has been said that the subscription has caught up here. */
  readonly said: boolean
}
type Page = readonly [ReadonlyArray<Delivery>, Option.Option<Place>]

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

const rangeProblem = (stream: string, range: object): InvalidRange | undefined => {
  const problems = Object.entries(range)
    .filter(([, value]) => typeof value === "number" && !isCount(value))
    .map(([path, value]) => ({ path, expected: "a whole number from 0", got: String(value) }))
  return problems.length === 0 ? undefined : new InvalidRange({ stream, problems })
}

const passes = ({ stream, type }: Recorded, filter: EventFilter | undefined): boolean =>
  filter === undefined ||
  ((filter.types === undefined || filter.types.includes(type)) &&
    (filter.streamPrefix === undefined || stream.startsWith(filter.streamPrefix)))

const slice = (kept: ReadonlyArray<Kept>, range: StreamRange): ReadonlyArray<Recorded> => {
  const { asStored = false, direction = "forward", limit = kept.length } = range
  const last = kept.length - 1
  const [low, high] =
    direction === "forward"
      ? [range.from ?? 0, Math.min(range.to ?? last, last)]
      : [range.to ?? 0, Math.min(range.from ?? last, last)]
  const within = kept.slice(low, high + 1)
  const ordered = direction === "forward" ? within.slice(0, limit) : within.reverse().slice(0, limit)
  return Object.freeze(ordered.map((each) => (asStored ? each.asStored : each.event)))
}

/** A log opened as a store; closing it leaves the log to others that have it open. */
export const openLog = (log: Log): { readonly store: EventStore["Service"]; readonly close: () => void } => {
  let open = true
  const closed = new StoreUnavailable({ store: name, reason: "it was closed", retryable: false })
  const whileOpen = <A, E>(answer: () => Effect.Effect<A, E>): Effect.Effect<A, E | StoreUnavailable> =>
    Effect.suspend((): Effect.Effect<A, E | StoreUnavailable> => (open ? answer() : Effect.fail(closed)))

  // Positions are the places in the log, so a bookmark finds its place without a search.
  const pageOf = (range: AllRange, from: number): readonly [Array<Recorded>, number] => {
    const page: Array<Recorded> = []
    const { all } = log
    const forward = (range.direction ?? "forward") === "forward"
    const end = forward ? Math.min(all.length, before(range.before, all.length)) : after(range.after)
    let at = from
    for (; forward ? at < end : at >= end; at += forward ? 1 : -1) {
      if (page.length === eventsPerPage) break
      const kept = all[at]
      if (kept === undefined) break
      const event = range.asStored === true ? kept.asStored : kept.event
      if (passes(event, range.filter)) page.push(event)
    }
    return [page, at]
  }
  const after = (position: string | undefined): number => (position === undefined ? 0 : Number(position) + 1)
  const before = (position: string | undefined, otherwise: number): number =>
    position === undefined ? otherwise : Number(position)

  const readAll = (range: AllRange = {}): Stream.Stream<Recorded, ReadError> => {
    const refused = rangeProblem("(all)", range)
    if (refused !== undefined) return Stream.fail(refused)
    const forward = (range.direction ?? "forward") === "forward"
    // The end is that of the beginning of the read: what is appended meanwhile belongs to the next one.
    const pages = Stream.suspend(() => {
      const end = log.all.length
      const bounded: AllRange = forward
        ? { ...range, before: positionOf(Math.min(end, before(range.before, end))) }
        : range
      const start = forward ? after(range.after) : Math.min(end, before(range.before, end)) - 1
      return Stream.paginate(start, (from) =>
        whileOpen(() => {
          const [page, next] = pageOf(bounded, from)
          return Effect.succeed([
            page,
            page.length < eventsPerPage ? Option.none() : Option.some(next)
          ] as const)
        })
      )
    })
    return range.limit === undefined ? pages : Stream.take(pages, range.limit)
  }

  const subscribe: EventStore["Service"]["subscribe"] = (from, filter) =>
    Stream.suspend(() =>
      Stream.paginate(
        {
          at: from === "start" ? 0 : from === "end" ? log.all.length : after(from.after),
          said: false
        },
        ({ at, said }) =>
          whileOpen((): Effect.Effect<Page> => {
            const found = log.all.slice(at, at + eventsPerPage)
            if (found.length > 0) {
              const deliveries = found
                .filter(({ event }) => passes(event, filter))
                .map(({ event }): Delivery => ({ _tag: "Event", event }))
              return Effect.succeed([
                deliveries,
                Option.some({ at: at + found.length, said: false })
              ] as const)
            }
            if (!said) {
              const position = at === 0 ? ("none" as const) : positionOf(at - 1)
              const caughtUp: ReadonlyArray<Delivery> = [{ _tag: "CaughtUp", position }]
              return Effect.succeed([caughtUp, Option.some({ at, said: true })] as const)
            }
            return Effect.as(
              Effect.callback<void>((resume) => {
                // What was appended since the look above must not be slept through.
                if (log.all.length > at) return resume(Effect.void)
                const forget = log.onAppend(() => resume(Effect.void))
                return Effect.sync(forget)
              }),
              [[] as ReadonlyArray<Delivery>, Option.some({ at, said })] as const
            )
          })
      )
    )

  const store = EventStore.of({
    name,
    codec: log.codec,
    append: (stream, expected, events) =>
      whileOpen(() => Effect.fromResult(log.append(stream, expected, events))),
    readStream: (stream, range = {}) =>
      whileOpen(() => {
        const refused = rangeProblem(stream, range)
        if (refused !== undefined) return Effect.fail(refused)
        const kept = log.stream(stream)
        return Effect.succeed({
          stream,
          exists: kept.length > 0,
          revision: kept.length === 0 ? ("none" as const) : kept.length - 1,
          events: slice(kept, range)
        })
      }),
    readAll,
    subscribe,
    head: (stream) =>
      whileOpen(() => {
        const kept = stream === undefined ? log.all : log.stream(stream)
        const last = kept.at(-1)
        return Effect.succeed(
          last === undefined
            ? { revision: "none" as const, position: "none" as const }
            : { revision: kept.length - 1, position: last.event.position }
        )
      })
  })
  return {
    store,
    close: () => {
      open = false
    }
  }
}

/** Makes a store in memory with this codec, open until the program ends. */
export const makeMemoryStore = (codec: Codec): EventStore["Service"] => openLog(new Log(codec)).store
