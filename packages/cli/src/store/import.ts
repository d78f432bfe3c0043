// `lcqm store import FILE`: a file of events into a store, all of it checked before the first is written.
import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, open, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pipeline } from "node:stream/promises"
import { checkJsonl, codecOf, importChecked, lcqmCatalogue, Sha256 } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema, type Scope, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import type { BadInput } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { type Named, readingFrom, sourceOf } from "../given/read-text.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { progressOn } from "../telling/progress.ts"
import { copiedText, notImported } from "./copied-text.ts"

const decodeFlags = flagsOf("lcqm store import", {
  ...storeFlag,
  file: Path,
  root: Schema.optionalKey(Sha256),
  json: Json
})

const expected = "a file of events as lcqm store export writes it, or - for standard input"

// An import reads its file more than once; standard input is kept in one of its own for as long as that takes.
const fileOf = (named: Named, streams: Streams): Effect.Effect<string, BadInput, Scope.Scope> => {
  if (named.name !== "-") {
    return readingFrom(named, expected, async () => {
      const handle = await open(named.name)
      try {
        // A folder opens, and fails at the first read.
        await handle.read({ buffer: Buffer.alloc(1), position: null, length: 1 })
      } finally {
        await handle.close()
      }
      return named.name
    })
  }
  return Effect.gen(function* () {
    const folder = yield* Effect.acquireRelease(
      Effect.promise(() => mkdtemp(join(tmpdir(), "lcqm-import-"))),
      (made) => Effect.promise(() => rm(made, { recursive: true, force: true }))
    )
    const kept = join(folder, "events.jsonl")
    yield* readingFrom(named, expected, () => pipeline(streams.in, createWriteStream(kept)))
    return kept
  })
}

// Opened anew every time it is run.
const bytesIn = (file: string): Stream.Stream<Uint8Array> =>
  Stream.suspend(() =>
    Stream.orDie(
      Stream.fromAsyncIterable<Buffer, unknown>(
        createReadStream(file, { highWaterMark: 256 * 1024 }),
        (error) => error
      )
    )
  )

/** Imports events. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, json, root, store: url } = yield* decodeFlags(given)
  const named = { name: file, flag: "FILE" }
  const store = storeGiven(given, url)
  const progress = progressOn(streams, "Importing")
  const copied = yield* Effect.scoped(
    Effect.gen(function* () {
      const bytes = bytesIn(yield* fileOf(named, streams))
      // Before the store is opened, which may make its file.
      const checked = yield* Effect.mapError(
        checkJsonl(codecOf(lcqmCatalogue, nodeHasher), bytes, root),
        notImported(sourceOf(named))
      )
      return yield* overStore(store, "copying into", (to) =>
        importChecked(to, checked, progress.on).pipe(
          Effect.map((came) => ({ store: to.name, ...came })),
          Effect.mapError(notImported(sourceOf(named)))
        )
      )
    })
  ).pipe(Effect.ensuring(Effect.sync(progress.end)))
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(copied) : copiedText(copied)))
  return exitCodes.ok
})
