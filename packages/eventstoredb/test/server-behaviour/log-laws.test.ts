// What holds of the log whatever is done to it. Random histories of appends, repeated appends and deletions, each
// compared with what the engine promises; how often each answer came up is counted, so that none is left out.
import { Coverage } from "@lcqm/testing/arbitraries"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { append } from "../server/log/appending.ts"
import { deleteStream } from "../server/log/deleting.ts"
import type { Expected } from "../server/log/judging.ts"
import { Log } from "../server/log/log.ts"
import { readStream, stateOf } from "../server/log/reading.ts"
import type { Proposed, Recorded } from "../server/log/recorded.ts"
import { idOf } from "./connected.ts"

type Command =
  | {
      readonly kind: "append"
      readonly stream: number
      readonly expect: "head" | "behind" | "beyond" | Exclude<Expected, number>
      readonly ids: ReadonlyArray<number>
    }
  /** An append that was written with an exact revision, sent again. */
  | { readonly kind: "again"; readonly which: number }
  | { readonly kind: "delete"; readonly stream: number; readonly how: "soft" | "tombstone" }

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant("append" as const),
      stream: fc.nat(2),
      expect: fc.constantFrom(
        "head",
        "head",
        "head",
        "behind",
        "beyond",
        "no-stream",
        "any",
        "stream-exists"
      ),
      // Few ids, so that many are met again.
      ids: fc.array(fc.nat(25), { minLength: 1, maxLength: 4 })
    })
  },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant("again" as const), which: fc.nat(99) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("delete" as const),
      stream: fc.nat(2),
      how: fc.constantFrom("soft" as const, "soft" as const, "tombstone" as const)
    })
  }
)

const proposed = (id: number): Proposed => ({
  id: idOf(id),
  type: "noted",
  json: true,
  data: new TextEncoder().encode(`{"number":${id}}`),
  metadata: new Uint8Array()
})

const expectedOf = (log: Log, stream: string, expect: string): Expected => {
  const head = log.eventsOf(stream).length - 1
  if (expect === "head") return head < 0 ? "no-stream" : head
  if (expect === "behind") return head < 1 ? "no-stream" : Math.floor(head / 2)
  if (expect === "beyond") return head + 1
  return expect as Exclude<Expected, number>
}

interface Written {
  readonly stream: string
  readonly expected: Expected
  readonly events: ReadonlyArray<Proposed>
  readonly last: Recorded
}

class Trial {
  readonly log = new Log({ now: () => 0, recentIds: 10, firstPosition: 256n })
  readonly counted: Coverage
  readonly #written: Array<Written> = []

  constructor(counted: Coverage) {
    this.counted = counted
  }

  run(command: Command): void {
    const before = this.log.records.length
    if (command.kind === "append") this.#append(command, before)
    else if (command.kind === "again") this.#again(command.which, before)
    else this.#count(`delete: ${deleteStream(this.log, `s${command.stream}`, "any", command.how).verdict}`)
    const added = this.log.records.slice(before)
    for (const [index, { position }] of added.entries())
      expect(position).toBeGreaterThan(this.log.records[before + index - 1]?.position ?? 0n)
  }

  #append(command: Extract<Command, { readonly kind: "append" }>, before: number): void {
    const stream = `s${command.stream}`
    const expected = expectedOf(this.log, stream, command.expect)
    const events = command.ids.map(proposed)
    const head = this.log.eventsOf(stream).length - 1
    const answer = append(this.log, stream, expected, events)
    this.#count(`append: ${answer.verdict}`)
    if (answer.verdict !== "written") {
      expect(this.log.records).toHaveLength(before)
      if (answer.verdict === "wrong-version") expect(answer.actual).toBe(head)
      return
    }
    expect(answer.revision).toBe(head + events.length)
    const stored = this.log.eventsOf(stream).slice(head + 1)
    expect(stored.map(({ id }) => id)).toEqual(events.map(({ id }) => id))
    expect(stored.map(({ revision }) => revision)).toEqual(events.map((_, index) => head + 1 + index))
    const exact = typeof expected === "number" || (expected === "no-stream" && head < 0)
    if (exact && answer.last !== undefined)
      this.#written.push({ stream, expected, events, last: answer.last })
  }

  #again(which: number, before: number): void {
    const written = this.#written[which % Math.max(1, this.#written.length)]
    if (written === undefined) return
    const answer = append(this.log, written.stream, written.expected, written.events)
    this.#count(`again: ${answer.verdict}`)
    expect(this.log.records).toHaveLength(before)
    if (this.log.tombstoneOf(written.stream) !== undefined) expect(answer.verdict).toBe("deleted")
    else expect(answer).toEqual({ verdict: "idempotent", last: written.last })
  }

  #count(what: string): void {
    this.counted.count(what)
  }
}

describe("the log, over random histories", () => {
  const counted = new Coverage("answers of the log", [
    "append: written",
    "append: idempotent",
    "append: wrong-version",
    "append: deleted",
    "again: idempotent",
    "again: deleted",
    "delete: deleted-now",
    "delete: deleted",
    "delete: wrong-version"
  ])

  it("writes whole appends or nothing, grows only, and knows an append of an exact revision for ever", () => {
    counted.assert(
      1,
      fc.property(fc.array(anyCommand, { minLength: 5, maxLength: 40 }), (commands) => {
        const trial = new Trial(counted)
        for (const command of commands) trial.run(command)
        const { log } = trial
        for (const stream of ["s0", "s1", "s2"]) {
          const read = [...readStream(log, stream, "start", "forwards", Number.POSITIVE_INFINITY)]
          // What may be read is the end of what there is, without gaps.
          const from = log.eventsOf(stream).length - read.length
          if (stateOf(log, stream) === "there") expect(read).toEqual(log.eventsOf(stream).slice(from))
        }
      }),
      { numRuns: 600 }
    )
  })
})
