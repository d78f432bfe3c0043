// `lcqm ledger tiles DIR`: the log as static files (C2SP tlog-tiles), as far as it has grown since the last time.
import { mkdir, writeFile } from "node:fs/promises"
import { dirname, join } from "node:path"
import { signLogCheckpoint, storeLog } from "@lcqm/audit"
import { type EventStore, stampedOf } from "@lcqm/core"
import {
  canonicalBytes,
  entryBundles,
  hashTiles,
  parseCheckpointText,
  parseSignedNote,
  type TileFile
} from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, type Failure } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { isSystemError } from "../given/read-text.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { signerIn } from "./key-files.ts"
import { noteIfThere, signing, writeNote } from "./notes.ts"

const decodeFlags = flagsOf("lcqm ledger tiles", {
  ...storeFlag,
  folder: Path,
  key: Path,
  entries: Schema.optionalKey(Schema.Boolean),
  json: Json
})

const written = (folder: string, files: Iterable<TileFile>): Effect.Effect<number, Failure> =>
  Effect.tryPromise({
    try: async () => {
      let count = 0
      for (const { bytes, path } of files) {
        const place = join(folder, path)
        await mkdir(dirname(place), { recursive: true })
        await writeFile(place, bytes)
        count += 1
      }
      return count
    },
    catch: (error) => error
  }).pipe(
    Effect.catch((error) =>
      isSystemError(error)
        ? Effect.fail<Failure>(
            badInput("folder for tiles", folder, {
              path: "DIR",
              expected: "a folder that can be written to",
              got: error.message
            })
          )
        : Effect.die(error)
    )
  )

// A bundle is written whole again, so that the events are read from the last one that was not full.
const entryBytes = (store: EventStore["Service"]) =>
  Effect.map(Stream.runCollect(store.readAll({ asStored: true })), (events) =>
    events.map((event) => canonicalBytes(stampedOf(event)))
  )

/** Writes the tiles that are new, and then the checkpoint they belong to. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { entries, folder, json, key, store } = yield* decodeFlags(given)
  const signer = yield* signerIn("--key", key)
  const place = join(folder, "checkpoint")
  const lastSigned = yield* noteIfThere("DIR", place)
  const from =
    lastSigned === undefined
      ? 0
      : (yield* signing(place, async () => parseCheckpointText(parseSignedNote(lastSigned).text))).size
  const { bytes, log } = yield* overStore(storeGiven(given, store), "reading", (each) =>
    Effect.gen(function* () {
      const log = yield* storeLog(each)
      return { log, bytes: entries === true ? yield* entryBytes(each) : undefined }
    })
  )
  const note = yield* signing(place, () =>
    signLogCheckpoint({
      hasher: nodeHasher,
      ed25519: nodeEd25519,
      signer,
      log,
      ...(lastSigned === undefined ? {} : { lastSigned })
    })
  )
  const hashes = yield* written(folder, hashTiles(log.subtrees, from, log.size))
  const bundles =
    bytes === undefined
      ? 0
      : yield* written(
          folder,
          entryBundles((index) => bytes[index] ?? new Uint8Array(), from, log.size)
        )
  yield* writeNote(place, note)
  const told = { from, size: log.size, tiles: hashes, bundles }
  const text = `The log of ${log.size} events (${log.size - from} new): ${hashes} hash tiles, ${bundles} bundles of events, and its checkpoint in ${folder}.\n`
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(told) : text))
  return exitCodes.ok
})
