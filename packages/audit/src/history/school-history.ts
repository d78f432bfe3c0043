// A school's history as an audit looks at it: its stream, and the streams of the facts its decisions read. It comes
// from a store or from an award file, and every question of this package is asked of it alone.
import {
  type Codec,
  type EnrolmentEvent,
  type EnrolmentState,
  type EventStore,
  factsToExplain,
  indexesOf,
  networksJoinedBy,
  type ReadError,
  type Recorded,
  requestsAmong,
  schoolFact,
  schoolStream,
  type TextTold,
  withTextsTold
} from "@lcqm/core"
import { Data, Effect, Result } from "effect"
import type { AwardFile } from "../award-file/award-file.ts"
import { lookedAt, recordedOf } from "../verifying/filed-event.ts"
import { basisOf } from "./basis-of.ts"
import { readWholeStream } from "./read-stream.ts"

/** A school's history. Events are in the order of their streams, upcast to the newest versions. */
export interface SchoolHistory {
  readonly codec: Codec
  readonly scheme: string
  readonly school: string
  readonly stream: string
  readonly events: ReadonlyArray<Recorded<EnrolmentEvent>>
  /** The events of each fact's stream, as far as they are at hand. */
  readonly facts: ReadonlyMap<string, ReadonlyArray<Recorded>>
}

/** An event of an award file that this program cannot read, so that nothing can be asked of the history. */
export class HistoryUnreadable extends Data.TaggedError("HistoryUnreadable")<{
  readonly stream: string
  readonly place: number
  readonly reason: string
}> {
  override get message(): string {
    const reason = this.reason.replace(/[.\s]+$/u, "")
    return `Event ${this.place} of ${this.stream} cannot be read: ${reason}. Nothing is skipped, so nothing is answered: verify the file (lcqm verify), and ask for it again.`
  }
}

/** The state of a school after these of its events. */
export const stateOf = (
  { scheme, school }: Pick<SchoolHistory, "scheme" | "school">,
  events: ReadonlyArray<Recorded>
): EnrolmentState => {
  const { fold } = schoolFact(scheme, school)
  return fold.fold(fold.initial, events)
}

const streamsNamed = (
  history: Omit<SchoolHistory, "facts" | "codec">,
  networks: ReadonlyArray<string>
): ReadonlySet<string> => {
  const { events, scheme } = history
  const requests = requestsAmong(factsToExplain(scheme, stateOf(history, events), "agreed", networks))
  return new Set([
    ...events.flatMap(({ data }) => basisOf(data)?.facts.map(({ stream }) => stream) ?? []),
    ...requests.map(({ stream }) => stream)
  ])
}

const upcast = (codec: Codec, events: ReadonlyArray<Recorded>): ReadonlyArray<Recorded> =>
  events.map((event) => {
    const listed = codec.catalogue.get(event.type)
    if (listed === undefined || listed.steps.length === 0) return event
    let { data } = event
    for (const { step } of listed.steps) data = step(data)
    return { ...event, type: listed.newest.type, data }
  })

/**
 * A school's history from a store.
 * @example
 * ```ts
 * import { schoolHistory } from "@lcqm/audit"
 * import { EventStore } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const history = Effect.flatMap(EventStore, (store) => schoolHistory(store, { scheme: "lcqm", school: "900001" }))
 * const { events } = await Effect.runPromise(Effect.provide(history, memoryStore()))
 * events // => []
 * ```
 */
export const schoolHistory = Effect.fnUntraced(function* (
  store: EventStore["Service"],
  key: { readonly scheme: string; readonly school: string }
): Effect.fn.Return<SchoolHistory, ReadError> {
  const { scheme, school } = key
  const { codec } = store
  const stream = schoolStream(scheme, school)
  // The codec's catalogue is what makes an event of a school's stream one of the domain's.
  const read = yield* readWholeStream(store, stream)
  const events = upcast(codec, read) as ReadonlyArray<Recorded<EnrolmentEvent>>
  const own = { scheme, school, stream, events }
  const facts = new Map<string, ReadonlyArray<Recorded>>()
  const networks = yield* indexesOf(store).streamsNaming(networksJoinedBy(school))
  for (const name of streamsNamed(own, networks))
    facts.set(name, upcast(codec, yield* readWholeStream(store, name)))
  return { codec, ...own, facts }
})

/**
 * A history with what is told of its sealed texts in their places: words, `[erased]` or `[sealed]`. It is for showing:
 * its events are not what was recorded.
 */
export const withTexts = (history: SchoolHistory, told: ReadonlyArray<TextTold>): SchoolHistory => ({
  ...history,
  events: withTextsTold(history.events, told),
  facts: new Map([...history.facts].map(([stream, events]) => [stream, withTextsTold(events, told)]))
})

/** A school's history from an award file, which is to be verified for itself. */
export const historyInFile = (
  codec: Codec,
  file: AwardFile
): Result.Result<SchoolHistory, HistoryUnreadable> =>
  Result.gen(function* () {
    const { scheme, school } = file
    const streams = new Map<string, ReadonlyArray<Recorded>>()
    for (const filed of file.streams) {
      const events: Array<Recorded> = []
      for (const looked of lookedAt(codec, filed, undefined)) {
        const { place } = looked
        const unreadable = (reason: string) => new HistoryUnreadable({ stream: filed.stream, place, reason })
        events.push(yield* Result.mapError(recordedOf(codec, looked), unreadable))
      }
      streams.set(filed.stream, events)
    }
    const stream = schoolStream(scheme, school)
    const events = (streams.get(stream) ?? []) as ReadonlyArray<Recorded<EnrolmentEvent>>
    streams.delete(stream)
    return { codec, scheme, school, stream, events, facts: streams }
  })
