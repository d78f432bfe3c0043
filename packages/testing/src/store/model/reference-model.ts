// What a store is, in forty lines: one array of stamped events. Slow, obviously right, and what every adapter's
// answers are compared with.
import type { Stamped } from "@lcqm/core"
import { type Answer, type Asked, type Seen, seenOf } from "./commands.ts"

/** The reference: the same commands, answered from one array. */
export class ReferenceModel {
  readonly log: Array<Stamped> = []

  stream(name: string): ReadonlyArray<Stamped> {
    return this.log.filter(({ stream }) => stream === name)
  }

  answer(asked: Asked): Answer {
    switch (asked._tag) {
      case "Append":
        return this.#append(asked.stream, asked.expected, asked.events)
      case "Read": {
        const own = this.stream(asked.stream)
        const { from, to } = asked
        const chosen = asked.backward
          ? own.filter((_, i) => i <= from && i >= to).toReversed()
          : own.filter((_, i) => i >= from && i <= to)
        const events = chosen.slice(0, asked.limit).map(seenOf)
        return { events, exists: own.length > 0, revision: own.length - 1 }
      }
      case "ReadAll": {
        const within = this.log.filter((_, i) => i > asked.after && i < asked.before)
        const found = within.filter(({ stream }) => stream.startsWith(asked.prefix))
        return { events: (asked.backward ? found.toReversed() : found).slice(0, asked.limit).map(seenOf) }
      }
      case "Subscribe":
        return { events: this.log.slice(asked.after + 1).map(seenOf), caughtUpAt: this.log.length - 1 }
      case "Head":
        return { revision: this.stream(asked.stream).length - 1, count: this.log.length }
      case "Restart":
        return {}
    }
  }

  #append(stream: string, expected: number, events: ReadonlyArray<Stamped>): Answer {
    const own = this.stream(stream)
    const actual = own.length - 1
    const ids = events.map(({ id }) => id)
    const twice = ids.find((id, i) => ids.indexOf(id) < i)
    if (twice !== undefined) return { refused: "EventIdConflict", id: twice }
    if (expected !== actual) {
      const there = own.slice(expected + 1, expected + 1 + events.length)
      const sameIds = there.length === ids.length && there.every(({ id }, i) => id === ids[i])
      if (!sameIds) return { refused: "WrongExpectedRevision", expected, actual }
      const other = there.find((each, i) => JSON.stringify(each) !== JSON.stringify(events[i]))
      if (other !== undefined) return { refused: "EventIdConflict", id: other.id }
      return { events: there.map(seenOf), created: false, repeated: true }
    }
    const last = own.at(-1)
    if (last !== undefined && events[0]!.metadata.recordedAt < last.metadata.recordedAt) {
      return { refused: "InvalidEvent" }
    }
    const known = ids.find((id) => this.log.some((event) => event.id === id))
    if (known !== undefined) return { refused: "EventIdConflict", id: known }
    this.log.push(...events)
    return { events: events.map(seenOf), created: actual === -1, repeated: false }
  }

  /** Everything recorded, as a reader sees it. */
  all(): ReadonlyArray<Seen> {
    return this.log.map(seenOf)
  }
}
