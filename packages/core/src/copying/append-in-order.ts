// Copying and importing are the same append: event after event in the source's order, so that whatever cuts them
// short leaves a beginning of the source, which the next try goes on from.
import { Effect, Stream } from "effect"
import {
  type AppendError,
  appendUntilKnown,
  CorruptEvent,
  type EventStore,
  exactly,
  largestAppendBytes,
  mostEventsPerAppend,
  noStream,
  type Recorded,
  type Stamped,
  stampedOf
} from "../event-store/index.ts"

// One append, as far as it has been gathered: events of one stream that follow each other in the source.
interface Gathered {
  readonly stream: string
  readonly events: [Stamped, ...Array<Stamped>]
  bytes: number
}

const fits = (gathered: Gathered, { stream }: Stamped, bytes: number): boolean =>
  gathered.stream === stream &&
  gathered.events.length < mostEventsPerAppend &&
  gathered.bytes + bytes <= largestAppendBytes

/** Appends the events in their order. `onAppended` is told the events of every append, once it is recorded. */
export const appendInOrder = <E>(
  store: EventStore["Service"],
  source: Stream.Stream<Recorded, E>,
  onAppended: (events: number) => void
): Effect.Effect<void, AppendError | E> =>
  Effect.gen(function* () {
    let gathered: Gathered | undefined

    const append = Effect.fnUntraced(function* ({ events, stream }: Gathered) {
      const [{ revision }] = events
      yield* appendUntilKnown(store, stream, revision === 0 ? noStream : exactly(revision - 1), events)
      onAppended(events.length)
    })

    // That the bytes will be the same is known before they are written.
    const bytesOf = Effect.fnUntraced(function* (event: Recorded) {
      const { leafHash, size } = yield* Effect.fromResult(store.codec.encode(stampedOf(event)))
      if (leafHash === event.leafHash) return size
      const { revision, stream } = event
      const reason = "its bytes are not those that were hashed when it was recorded"
      return yield* new CorruptEvent({ stream, revision, reason })
    })

    yield* Stream.runForEachArray(source, (page) =>
      Effect.gen(function* () {
        for (const event of page) {
          const bytes = yield* bytesOf(event)
          if (gathered !== undefined && fits(gathered, event, bytes)) {
            gathered.events.push(stampedOf(event))
            gathered.bytes += bytes
          } else {
            if (gathered !== undefined) yield* append(gathered)
            gathered = { stream: event.stream, events: [stampedOf(event)], bytes }
          }
        }
      })
    )
    if (gathered !== undefined) yield* append(gathered)
  })
