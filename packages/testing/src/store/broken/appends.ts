// Stores that append wrongly.
import {
  type Appended,
  exactly,
  type Expected,
  type Recorded,
  StoreUnavailable,
  WrongExpectedRevision
} from "@lcqm/core"
import { Effect } from "effect"
import type { Store } from "../law.ts"
import { type Batch, expecting } from "../stamping.ts"
import type { BrokenStore } from "./broken-store.ts"
import { hiding } from "./hiding.ts"

const restamped = (events: Batch, revision: number): Batch => {
  const [first, ...rest] = events.map((event, i) => ({ ...event, revision: revision + i }))
  return [first!, ...rest]
}

type Told = Pick<Appended, "created" | "repeated">

const appended = (events: Appended["events"], { created, repeated }: Told): Appended =>
  Object.freeze({ events: Object.freeze(events), created, repeated })

const joined = (answers: ReadonlyArray<Appended>): Appended => {
  const [first, ...rest] = answers.flatMap<Recorded>(({ events }) => events)
  return appended([first!, ...rest], answers[0]!)
}

const parts = (events: Batch, size: number): ReadonlyArray<Batch> =>
  Array.from({ length: Math.ceil(events.length / size) }, (_, i) => {
    const [first, ...rest] = events.slice(i * size, (i + 1) * size)
    return [first!, ...rest]
  })

const endOf = (good: Store, stream: string) =>
  Effect.orDie(Effect.map(good.head(stream), ({ revision }) => revision))

const recordedAt = (good: Store, stream: string, events: Batch) => {
  const range = { from: events[0].revision, limit: events.length }
  return Effect.orDie(Effect.map(good.readStream(stream, range), (slice) => slice.events))
}

const wrong = (stream: string, expected: Expected, actual: number | "none") => {
  const revision = expected._tag === "NoStream" ? ("none" as const) : expected.revision
  return Effect.fail(new WrongExpectedRevision({ stream, expected: revision, actual }))
}

/** Stores that append wrongly. */
export const brokenAppends: ReadonlyArray<BrokenStore> = [
  {
    name: "accepts-no-stream",
    wrong:
      "NoStream is not enforced: on an existing stream the events are added at its end (Emmett on SQLite).",
    fails: ["V/NoStream/one", "A08", "A10", "V/NoStream/more", "V20", "I14", "L01", "M1", "M2", "M3", "M4"],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        Effect.catchTag(good.append(stream, expected, events), "WrongExpectedRevision", (error) =>
          expected._tag === "NoStream" && error.actual !== "none"
            ? good.append(stream, exactly(error.actual), restamped(events, error.actual + 1))
            : Effect.fail(error)
        )
    })
  },
  {
    name: "loses-one-of-two",
    wrong: "Of appends at the same time one is acknowledged and not kept (Eventuous #553).",
    fails: ["A13", "V22", "G03", "G04", "U08", "M2"],
    broken: (good) => {
      const lost = new Set<string>()
      let writing = 0
      return {
        ...hiding(good, ({ id }) => lost.has(id)),
        append: (stream, expected, events) =>
          Effect.suspend(() => {
            const alone = writing === 0
            writing += 1
            return Effect.andThen(Effect.yieldNow, good.append(stream, expected, events)).pipe(
              Effect.tap((answer) =>
                Effect.sync(() => alone || answer.events.forEach(({ id }) => lost.add(id)))
              ),
              Effect.ensuring(Effect.sync(() => void (writing -= 1)))
            )
          })
      }
    }
  },
  {
    name: "spoils-the-stream",
    wrong: "A refused append leaves its transaction open, and the stream takes no other.",
    fails: [
      "A05",
      "A04",
      "A07",
      "A12",
      "A19",
      "V/NoStream/more",
      "V/Exactly/missing",
      "V/Exactly/elsewhere",
      "V20",
      "I16",
      "B12",
      "N06",
      "M1",
      "M2",
      "M3",
      "M4"
    ],
    broken: (good) => {
      const spoilt = new Set<string>()
      const stuck = new StoreUnavailable({ store: good.name, reason: "locked", retryable: true })
      return {
        ...good,
        append: (stream, expected, events) =>
          Effect.suspend(() =>
            spoilt.has(stream)
              ? Effect.fail(stuck)
              : Effect.tapError(good.append(stream, expected, events), () =>
                  Effect.sync(() => spoilt.add(stream))
                )
          )
      }
    }
  },
  {
    name: "interleaves-batches",
    wrong: "A large append is written in parts, and others may come between them.",
    fails: ["G03"],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        events.length !== 1000
          ? good.append(stream, expected, events)
          : Effect.map(
              Effect.forEach(parts(events, 100), (part) =>
                Effect.andThen(Effect.yieldNow, good.append(stream, expecting(part[0].revision), part))
              ),
              joined
            )
    })
  },
  {
    name: "appends-one-by-one",
    wrong: "The events of an append are written one by one, and those before a bad one stay.",
    fails: ["A05", "A06", "A07", "A12", "I14", "I15", "M1", "M3", "M4"],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        events.length < 2
          ? good.append(stream, expected, events)
          : Effect.map(
              Effect.forEach(parts(events, 1), (part) =>
                good.append(stream, expecting(part[0].revision), part)
              ),
              joined
            )
    })
  },
  {
    name: "splits-what-is-too-large",
    wrong: "An append over the limit is made several without a word.",
    fails: ["A12"],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        events.length <= 1000
          ? good.append(stream, expected, events)
          : Effect.map(
              Effect.forEach(parts(events, 1000), (part) =>
                good.append(stream, expecting(part[0].revision), part)
              ),
              joined
            )
    })
  },
  {
    name: "forgets-ids",
    wrong: "A repeated append is taken for a late one: whoever lost the answer cannot find out.",
    fails: ["I01", "A10", "I02", "I08", "I10", "I12", "I18", "M1", "M3", "M4"],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        Effect.flatMap(good.append(stream, expected, events), (answer) =>
          answer.repeated
            ? Effect.flatMap(endOf(good, stream), (actual) => wrong(stream, expected, actual))
            : Effect.succeed(answer)
        )
    })
  },
  {
    name: "takes-another-payload",
    wrong: "Another content under a known id is dropped as a success (EventStoreDB compares ids only).",
    fails: ["I16", "M1", "M3", "M4"],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        Effect.catchTag(good.append(stream, expected, events), "EventIdConflict", (conflict) =>
          Effect.flatMap(recordedAt(good, stream, events), ([first, ...rest]) =>
            first?.id === events[0].id && conflict.reason.includes("content")
              ? Effect.succeed(appended([first, ...rest], { created: false, repeated: true }))
              : Effect.fail(conflict)
          )
        )
    })
  }
]
