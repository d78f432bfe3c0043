// Stores that keep what they are given and say something untrue about it.
import { type Appended, type Recorded, WrongExpectedRevision } from "@lcqm/core"
import { Effect, Stream } from "effect"
import type { BrokenStore } from "./broken-store.ts"

/** Stores whose answers are untrue. */
export const brokenAnswers: ReadonlyArray<BrokenStore> = [
  {
    name: "lies-about-actual",
    wrong:
      "A conflict says that there is no stream, whatever there is (Emmett: current -1, and the stream is at 2).",
    fails: [
      "V/NoStream/more",
      "A15",
      "V/NoStream/one",
      "V/Exactly/elsewhere",
      "V20",
      "I04",
      "I05",
      "I14",
      "M1",
      "M3"
    ],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        Effect.catchTag(good.append(stream, expected, events), "WrongExpectedRevision", (error) =>
          Effect.fail(new WrongExpectedRevision({ stream, expected: error.expected, actual: "none" }))
        )
    })
  },
  {
    name: "throws-conflicts",
    wrong: "A conflict is thrown as a defect: whoever handles typed errors does not see it.",
    fails: [
      "V/NoStream/one",
      "A10",
      "A15",
      "V/NoStream/more",
      "V/Exactly/missing",
      "V/Exactly/elsewhere",
      "V20",
      "I04",
      "I05",
      "I14",
      "L01",
      "M1",
      "M2",
      "M3",
      "M4"
    ],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        Effect.catchTag(good.append(stream, expected, events), "WrongExpectedRevision", (error) =>
          Effect.die(error)
        )
    })
  },
  {
    name: "always-created",
    wrong: "Every append says that it created the stream.",
    fails: ["A10", "I01", "I02", "I08", "I10", "I12", "M1", "M3"],
    broken: (good) => ({
      ...good,
      append: (stream, expected, events) =>
        Effect.map(good.append(stream, expected, events), (answer): Appended =>
          Object.freeze({ ...answer, created: true })
        )
    })
  },
  {
    name: "mutable-history",
    wrong: "Readers share one object an event, and can write into it (Emmett's memory store).",
    fails: ["A18"],
    broken: (good) => {
      const thawed = new Map<string, Recorded>()
      const thaw = (event: Recorded): Recorded => {
        const known = thawed.get(event.id) ?? structuredClone(event)
        thawed.set(event.id, known)
        return known
      }
      return {
        ...good,
        readStream: (stream, range) =>
          Effect.map(good.readStream(stream, range), (slice) => ({
            ...slice,
            events: range?.asStored === true ? slice.events : slice.events.map(thaw)
          }))
      }
    }
  },
  {
    name: "offers-to-overwrite",
    wrong:
      "The store has a method, beside the port, by which what is recorded can be replaced (Castore: force).",
    fails: ["A08"],
    broken: (good) => Object.assign({ ...good }, { overwrite: () => Effect.void })
  },
  {
    name: "closed-reads-empty",
    wrong: "A closed store reads as an empty one.",
    fails: ["L05"],
    broken: (good) => ({
      ...good,
      readStream: (stream, range) =>
        Effect.catchTag(good.readStream(stream, range), "StoreUnavailable", () =>
          Effect.succeed({ stream, exists: false, revision: "none" as const, events: [] })
        )
    })
  },
  {
    name: "upcasts-one-path",
    wrong: "Streams are read upcast, the whole store as it was recorded.",
    fails: ["N05", "G06"],
    broken: (good) => ({
      ...good,
      readAll: (range) => good.readAll({ ...range, asStored: true })
    })
  },
  {
    name: "limit-not-a-count",
    wrong: "A limit is taken for the revision to stop at.",
    fails: ["B03", "I02", "I12", "B04", "B08", "B10", "U09", "M1", "M3"],
    broken: (good) => ({
      ...good,
      readStream: (stream, range = {}) => {
        const { limit, ...rest } = range
        if (limit === undefined || range.direction === "backward") return good.readStream(stream, range)
        if (limit === 0) return good.readStream(stream, { ...rest, limit })
        return good.readStream(stream, { ...rest, to: Math.min(rest.to ?? limit - 1, limit - 1) })
      }
    })
  },
  {
    name: "backward-begins-before",
    wrong: "Read backward, the revision to begin with is left out.",
    fails: ["B02", "B03", "B04", "B07", "B10", "M1", "M3"],
    broken: (good) => ({
      ...good,
      readStream: (stream, range = {}) =>
        range.direction === "backward" && range.from !== undefined && range.from > 0
          ? good.readStream(stream, { ...range, from: range.from - 1 })
          : good.readStream(stream, range)
    })
  },
  {
    name: "window-hides-the-head",
    wrong: "The revision told with a window is that of the last event in it.",
    fails: ["B05", "M1", "M3"],
    broken: (good) => ({
      ...good,
      readStream: (stream, range) =>
        Effect.map(good.readStream(stream, range), (slice) => {
          const revisions = slice.events.map(({ revision }) => revision)
          return Object.freeze({
            ...slice,
            revision: revisions.length === 0 ? slice.revision : Math.max(...revisions)
          })
        })
    })
  },
  {
    name: "prefix-is-a-pattern",
    wrong: "A stream's prefix is put into an SQL LIKE as it is, so % and _ match anything, in any case.",
    fails: ["G06"],
    broken: (good) => ({
      ...good,
      readAll: (range = {}) => {
        const { filter, limit = Infinity, ...rest } = range
        const { streamPrefix, ...types } = filter ?? {}
        if (streamPrefix === undefined) return good.readAll(range)
        const pattern = `^${streamPrefix.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll("%", ".*")}`
        const like = new RegExp(pattern, "i")
        return good.readAll({ ...rest, filter: types }).pipe(
          Stream.filter(({ stream }) => like.test(stream)),
          Stream.take(limit)
        )
      }
    })
  },
  {
    name: "holds-what-it-read",
    wrong: "A read of the whole store first takes all of it into memory, and keeps it.",
    fails: ["B15", "B14"],
    broken: (good) => {
      const texts: Array<string> = []
      return {
        ...good,
        readAll: (range) =>
          Stream.mapArray(good.readAll(range), (page) => {
            texts.push(JSON.stringify(page))
            return page
          })
      }
    }
  }
]
