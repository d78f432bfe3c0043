// Bytes in chunks of any size cut into lines, in constant memory: a line longer than any event is told as that, and
// not kept.
import { Stream } from "effect"
import { largestEventBytes } from "../../event-store/index.ts"

/** A line without its end; `bytes` is undefined where it is longer than any event. */
export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly bytes: Uint8Array | undefined
}

interface Cut {
  readonly number: number
  readonly begun: Uint8Array
  readonly tooLong: boolean
}

const lineFeed = 10
const nothing = new Uint8Array()

const joined = (left: Uint8Array, right: Uint8Array): Uint8Array => {
  const both = new Uint8Array(left.length + right.length)
  both.set(left)
  both.set(right, left.length)
  return both
}

const longer = (cut: Cut, part: Uint8Array): Cut =>
  cut.tooLong || cut.begun.length + part.length > largestEventBytes
    ? { number: cut.number, begun: nothing, tooLong: true }
    : { ...cut, begun: joined(cut.begun, part) }

const ended = ({ begun, number, tooLong }: Cut): Line => ({ number, bytes: tooLong ? undefined : begun })

/** The lines of a file. The last need not be ended. */
export const linesOf = <E>(chunks: Stream.Stream<Uint8Array, E>): Stream.Stream<Line, E> =>
  Stream.mapAccum(
    chunks,
    (): Cut => ({ number: 1, begun: nothing, tooLong: false }),
    (begun, chunk) => {
      const lines: Array<Line> = []
      let cut = begun
      let from = 0
      for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
        lines.push(ended(longer(cut, chunk.subarray(from, end))))
        cut = { number: cut.number + 1, begun: nothing, tooLong: false }
        from = end + 1
      }
      return [from < chunk.length ? longer(cut, chunk.subarray(from)) : cut, lines]
    },
    { onHalt: (cut) => (cut.tooLong || cut.begun.length > 0 ? [ended(cut)] : []) }
  )
