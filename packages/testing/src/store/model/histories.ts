// Random histories: commands that know nothing of the store, turned one by one into what is asked, so that most
// appends are right, many are wrong in every way there is, and some are exact repetitions.
import fc from "fast-check"
import { type Batch, batch, instant } from "../stamping.ts"
import type { Asked } from "./commands.ts"
import type { ReferenceModel } from "./reference-model.ts"

/** A command before it is known where the store is. */
export type Drawn =
  | {
      readonly _tag: "Append"
      readonly stream: number
      /** How far from the stream's end the append expects it: 0 is right, far below is no stream. */
      readonly off: number
      readonly ids: ReadonlyArray<number>
      readonly seconds: number
    }
  | { readonly _tag: "Again"; readonly which: number; readonly changed: boolean }
  | { readonly _tag: "Read"; readonly stream: number; readonly bounds: Bounds }
  | { readonly _tag: "ReadAll"; readonly prefix: number; readonly bounds: Bounds }
  | { readonly _tag: "Subscribe"; readonly after: number }
  | { readonly _tag: "Head"; readonly stream: number }
  | { readonly _tag: "Restart" }

interface Bounds {
  readonly backward: boolean
  readonly low: number
  readonly high: number
  readonly limit: number
}

const streams = ["s-1", "s-10", "t-1"] as const
const prefixes = ["", "s-", "s-10", "u"] as const

const stream = fc.nat({ max: streams.length - 1 })
const place = fc.integer({ min: 0, max: 12 })
const bounds: fc.Arbitrary<Bounds> = fc.record({
  backward: fc.boolean(),
  low: fc.integer({ min: 0, max: 4 }),
  high: place,
  limit: fc.integer({ min: 0, max: 8 })
})

const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      _tag: fc.constant("Append" as const),
      stream,
      off: fc.oneof(
        { weight: 6, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.constant(-99) },
        { weight: 1, arbitrary: fc.integer({ min: -3, max: 2 }) }
      ),
      ids: fc.array(fc.nat({ max: 400 }), { minLength: 1, maxLength: 4 }),
      seconds: fc.oneof(
        { weight: 5, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 2 }) }
      )
    })
  },
  {
    weight: 3,
    arbitrary: fc.record({
      _tag: fc.constant("Again" as const),
      which: fc.nat({ max: 9 }),
      changed: often(5)
    })
  },
  { weight: 3, arbitrary: fc.record({ _tag: fc.constant("Read" as const), stream, bounds }) },
  {
    weight: 2,
    arbitrary: fc.record({ _tag: fc.constant("ReadAll" as const), prefix: fc.nat({ max: 3 }), bounds })
  },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Subscribe" as const), after: place }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Head" as const), stream }) },
  { weight: 1, arbitrary: fc.record({ _tag: fc.constant("Restart" as const) }) }
)

// True once in so many.
function often(times: number): fc.Arbitrary<boolean> {
  return fc.nat({ max: times - 1 }).map((n) => n === 0)
}

/** Histories of up to forty commands. */
export const history: fc.Arbitrary<ReadonlyArray<Drawn>> = fc.array(drawn, { minLength: 5, maxLength: 40 })

/** Turns drawn commands into what is asked, one history long. */
export class Asking {
  readonly #model: ReferenceModel
  // An engine that compares ids only behind the head is never asked to see one elsewhere (I03, I06, I16).
  readonly #freshIds: boolean
  readonly #appends: Array<Extract<Asked, { readonly _tag: "Append" }>> = []
  #nextId = 1_000_000

  constructor(model: ReferenceModel, freshIds: boolean) {
    this.#model = model
    this.#freshIds = freshIds
  }

  asked(command: Drawn): Asked {
    switch (command._tag) {
      case "Append": {
        const name = streams[command.stream] ?? streams[0]
        const expected = Math.max(-1, this.#model.stream(name).length - 1 + command.off)
        const [first = 0, ...rest] = command.ids.map((id) => (this.#freshIds ? (this.#nextId += 1) : id))
        const told = { recordedAt: instant(command.seconds) }
        return this.#append(name, expected, batch([first, ...rest], name, expected + 1, told))
      }
      case "Again": {
        const append = this.#appends[command.which % Math.max(1, this.#appends.length)]
        if (append === undefined) return { _tag: "Head", stream: streams[0] }
        const { events, expected, stream: name } = append
        return command.changed && !this.#freshIds ? this.#append(name, expected, changed(events)) : append
      }
      case "Read": {
        const { backward, high, limit, low } = command.bounds
        const [from, to] = backward ? [high, low] : [low, high]
        return { _tag: "Read", stream: streams[command.stream] ?? streams[0], backward, from, to, limit }
      }
      case "ReadAll": {
        const { backward, high, limit, low } = command.bounds
        const end = this.#model.log.length
        const bounded = { after: low < end ? low - 1 : -1, before: high < end ? high : end }
        return { _tag: "ReadAll", backward, limit, prefix: prefixes[command.prefix] ?? "", ...bounded }
      }
      case "Subscribe":
        return { _tag: "Subscribe", after: Math.min(command.after, this.#model.log.length) - 1 }
      case "Head":
        return { _tag: "Head", stream: streams[command.stream] ?? streams[0] }
      case "Restart":
        return command
    }
  }

  #append(name: string, expected: number, events: Batch): Extract<Asked, { readonly _tag: "Append" }> {
    const asked = { _tag: "Append", stream: name, expected, events } as const
    this.#appends.push(asked)
    return asked
  }
}

const changed = ([first, ...rest]: Batch): Batch => [
  { ...first, data: { n: -1, note: "another content" } },
  ...rest
]
