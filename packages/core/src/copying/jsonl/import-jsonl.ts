// A file of events into a store. All of it is read and checked before the first event is written.
import { Effect, Stream } from "effect"
import type { EventStore } from "../../event-store/index.ts"
import { bringInto, type Copied, type OnCopied } from "../bring.ts"
import { type ImportError, RootDiffers } from "../errors.ts"
import { RootOfPassing } from "../verified-root.ts"
import { eventInLine } from "./event-in-line.ts"
import { InTheirStreams } from "./in-their-streams.ts"
import { linesOf } from "./lines.ts"

/** How events are imported. */
export interface ImportOptions {
  /** The root that the events are known to have: others, also fewer, are refused with RootDiffers. */
  readonly root?: string
  readonly onProgress?: OnCopied
}

/**
 * Imports events as `exportJsonl` writes them, in chunks of any size. The stream is run up to three times, and must
 * give the same bytes each time (a file opened anew does). First every line is checked: one that was cut short,
 * edited or moved is a LineNotAnEvent that names it, and nothing is written. An edit that leaves a well-formed event
 * is found by `root` alone. Then it is a copy: into a store that is empty or holds a beginning of the events, in
 * order, and verified at the end.
 * @example
 * ```ts
 * import { EventStore, importJsonl } from "@lcqm/core"
 * import { memoryStore } from "@lcqm/memory"
 * import { Effect, Stream } from "effect"
 * const cutShort = Stream.make(new TextEncoder().encode('{"data":'))
 * const imported = Effect.flatMap(EventStore, (store) => importJsonl(store, cutShort))
 * const failure = await Effect.runPromise(Effect.flip(Effect.provide(imported, memoryStore())))
 * failure._tag // => "LineNotAnEvent"
 * ```
 */
export const importJsonl = <E>(
  to: EventStore["Service"],
  chunks: Stream.Stream<Uint8Array, E>,
  { onProgress, root }: ImportOptions = {}
): Effect.Effect<Copied, ImportError | E> =>
  Effect.gen(function* () {
    const lines = linesOf(chunks)
    const read = eventInLine(to.codec)
    const checking = new InTheirStreams()
    const passing = new RootOfPassing(to.codec.hasher)
    yield* Stream.runForEachArray(lines, (page) =>
      Effect.gen(function* () {
        for (const line of page) {
          const event = yield* Effect.fromResult(read(line))
          yield* Effect.fromResult(checking.check(event, line.number))
          passing.add(event.leafHash)
        }
      })
    )
    const { events, root: got } = passing.now
    if (root !== undefined && root !== got) return yield* new RootDiffers({ expected: root, got, events })
    const all = Stream.mapEffect(lines, (line) => Effect.fromResult(read(line)))
    return yield* bringInto(
      to,
      { total: events, all, behind: (_, ordinal) => Stream.drop(all, ordinal + 1) },
      onProgress
    )
  })
