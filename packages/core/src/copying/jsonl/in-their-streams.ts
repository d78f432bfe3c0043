// Whether lines are whole streams in order: what a store would refuse half-way is found before anything is written.
import { Result } from "effect"
import type { Recorded } from "../../event-store/index.ts"
import { LineNotAnEvent } from "../errors.ts"

interface StreamSoFar {
  readonly next: number
  readonly recordedAt: string
}

/**
 * Checks events line by line. It remembers the end of every stream and the id of every event: some 100 bytes a line,
 * the one part of an import whose memory grows with it.
 */
export class InTheirStreams {
  readonly #streams = new Map<string, StreamSoFar>()
  readonly #ids = new Map<string, number>()

  /** Why the event cannot stand in this line, if so. */
  check({ id, metadata, revision, stream }: Recorded, line: number): Result.Result<void, LineNotAnEvent> {
    const wrong = (expected: string, got: string) => Result.fail(new LineNotAnEvent({ line, expected, got }))
    const { next, recordedAt } = this.#streams.get(stream) ?? { next: 0, recordedAt: "" }
    if (revision !== next) return wrong(`event ${next} of ${stream}`, `event ${revision}`)
    if (metadata.recordedAt < recordedAt) {
      return wrong(
        `recordedAt ${recordedAt} or later, as the event before it in ${stream}`,
        metadata.recordedAt
      )
    }
    const known = this.#ids.get(id)
    if (known !== undefined) return wrong("an event id of its own", `${id}, which is that of line ${known}`)
    this.#streams.set(stream, { next: next + 1, recordedAt: metadata.recordedAt })
    this.#ids.set(id, line)
    return Result.void
  }
}
