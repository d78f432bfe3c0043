// What a reader will see of the events of an append, read back from their own bytes while the server is at work on
// them: the caller waits for the server anyway.
import { type Admitted, type Codec, type InvalidEvent, positionOf, readBack, type Recorded } from "@lcqm/core"
import { Result } from "effect"

// The engine gives the position, and with it the answer.
const placeholder = positionOf(0)

const keptOf = (
  codec: Codec,
  { encoded, events }: Admitted
): Result.Result<ReadonlyArray<Recorded>, InvalidEvent> => {
  const kept: Array<Recorded> = []
  for (let i = 0; i < events.length; i++) {
    const read = readBack(codec, events[i]!, encoded[i]!, placeholder)
    if (Result.isFailure(read)) return Result.fail(read.failure)
    kept.push(read.success.event)
  }
  return Result.succeed(kept)
}

/** The events of an append as readers will see them, but for the position. */
export class ReadingBack {
  readonly #codec: Codec
  readonly #append: Admitted
  #kept: Result.Result<ReadonlyArray<Recorded>, InvalidEvent> | undefined

  constructor(codec: Codec, append: Admitted) {
    this.#codec = codec
    this.#append = append
  }

  /**
   * What cannot be read back, which is to be refused before it is written. An event of a newest version can, since it
   * was encoded; one of an earlier version is upcast to see.
   */
  get problem(): InvalidEvent | undefined {
    const { catalogue } = this.#codec
    const isNewest = ({ type }: { readonly type: string }) => catalogue.get(type)?.steps.length === 0
    if (this.#append.events.every(isNewest)) return undefined
    const { kept } = this
    return Result.isFailure(kept) ? kept.failure : undefined
  }

  get kept(): Result.Result<ReadonlyArray<Recorded>, InvalidEvent> {
    return (this.#kept ??= keptOf(this.#codec, this.#append))
  }

  /** Reads them back once what was begun before has been handed to the system. */
  meanwhile(): void {
    setImmediate(() => this.kept)
  }
}
