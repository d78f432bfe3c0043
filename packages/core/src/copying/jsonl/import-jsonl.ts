// A file of events into a store. All of it is read and checked before the first event is written.
import { Effect, Stream } from "effect"
import type { Codec, EventStore, Recorded } from "../../event-store/index.ts"
import { bringInto, type Copied, type OnCopied } from "../bring.ts"
import { type ImportError, type LineNotAnEvent, RootDiffers } from "../errors.ts"
import { RootOfPassing, type StoreRoot } from "../verified-root.ts"
import { eventInLine } from "./event-in-line.ts"
import { InTheirStreams } from "./in-their-streams.ts"
import { linesOf } from "./lines.ts"

/** How events are imported. */
export interface ImportOptions {
  /** The root that the events are known to have: others, also fewer, are refused with RootDiffers. */
  readonly root?: string
  readonly onProgress?: OnCopied
}

/** Events in a file that has been checked from its first line to its last. */
export interface CheckedEvents<E> extends StoreRoot {
  readonly all: Stream.Stream<Recorded, LineNotAnEvent | E>
}

/**
 * Checks a file of events without a store. The stream must give the same bytes each time it is run (a file opened
 * anew does). A line that was cut short, edited or moved is a LineNotAnEvent that names it; an edit that leaves a
 * well-formed event, and lines missing at the end, are found by `root` alone: RootDiffers.
 * @example
 * ```ts
 * import { checkJsonl, codecOf, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { Effect, Stream } from "effect"
 * const cutShort = Stream.make(new TextEncoder().encode('{"data":'))
 * const failure = await Effect.runPromise(Effect.flip(checkJsonl(codecOf(lcqmCatalogue, nodeHasher), cutShort)))
 * failure._tag === "LineNotAnEvent" && failure.line // => 1
 * ```
 */
export const checkJsonl = <E>(
  codec: Codec,
  chunks: Stream.Stream<Uint8Array, E>,
  root?: string
): Effect.Effect<CheckedEvents<E>, LineNotAnEvent | RootDiffers | E> =>
  Effect.gen(function* () {
    const lines = linesOf(chunks)
    const read = eventInLine(codec)
    const checking = new InTheirStreams()
    const passing = new RootOfPassing(codec.hasher)
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
    return { events, root: got, all: Stream.mapEffect(lines, (line) => Effect.fromResult(read(line))) }
  })

/** Brings checked events into a store that is empty or holds their beginning, in order, and verifies it at the end. */
export const importChecked = <E>(
  to: EventStore["Service"],
  { all, events }: CheckedEvents<E>,
  onProgress?: OnCopied
): Effect.Effect<Copied, ImportError | E> =>
  bringInto(to, { total: events, all, behind: (_, ordinal) => Stream.drop(all, ordinal + 1) }, onProgress)

/**
 * Imports events as `exportJsonl` writes them, in chunks of any size: `checkJsonl`, and nothing is written where it
 * refuses; then a copy, into a store that is empty or holds a beginning of the events. The stream is run up to three
 * times.
 * @example
 * ```ts
 * import { codecOf, exportJsonl, importJsonl, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { makeMemoryStore } from "@lcqm/memory"
 * import { Effect } from "effect"
 * const codec = codecOf(lcqmCatalogue, nodeHasher)
 * const lines = exportJsonl(makeMemoryStore(codec))
 * const imported = await Effect.runPromise(importJsonl(makeMemoryStore(codec), lines))
 * imported.appended // => 0
 * ```
 */
export const importJsonl = <E>(
  to: EventStore["Service"],
  chunks: Stream.Stream<Uint8Array, E>,
  { onProgress, root }: ImportOptions = {}
): Effect.Effect<Copied, ImportError | E> =>
  Effect.flatMap(checkJsonl(to.codec, chunks, root), (checked) => importChecked(to, checked, onProgress))
