// The events of a store as JSON lines: the stored bytes, one event a line. A file that is there already is never
// changed: it is left alone where it holds the same bytes, and refused where it holds others.
import { createHash } from "node:crypto"
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises"
import { join } from "node:path"
import { EventStore, stampedOf } from "@lcqm/core"
import { canonicalBytes } from "@lcqm/ledger"
import { Effect, type Layer, Stream } from "effect"
import { isSystemError } from "../given/read-text.ts"
import { type BadInput, badInput, commandLine, type DidNotHold, failedBy, type Failure } from "../failure.ts"

/** A file of events. */
export interface EventsFile {
  readonly file: string
  readonly events: number
  readonly bytes: number
  readonly sha256: string
}

const fileName = "events.jsonl"
const lineEnd = Buffer.from("\n")

const refuse = (expected: string, got: string): BadInput =>
  badInput("place for the events", commandLine, { path: "--out", expected, got })

const isMissing = (error: unknown): boolean => isSystemError(error) && error.code === "ENOENT"

// A full or failing disk is nobody's mistake; any other refusal of the system is about the place that was named.
const ofSystem =
  (file: string) =>
  (error: unknown): Effect.Effect<never, Failure> => {
    if (!isSystemError(error)) return Effect.die(error)
    const { code = "", message } = error
    return Effect.fail(
      ["ENOSPC", "EIO", "EDQUOT"].includes(code)
        ? failedBy("CannotWrite", `${file} could not be written: ${message}.`, "Make room and run it again.")
        : refuse("a folder that can be written to", message)
    )
  }

/** Refuses a place that can never be one, before the story is played. */
export const checkFolder = (folder: string): Effect.Effect<void, Failure> =>
  Effect.tryPromise({ try: () => stat(folder), catch: (error) => error }).pipe(
    Effect.matchEffect({
      onFailure: (error) => (isMissing(error) ? Effect.void : ofSystem(folder)(error)),
      onSuccess: (found) =>
        found.isDirectory()
          ? Effect.void
          : Effect.fail(
              refuse("a folder, or the name of one to be made", `${JSON.stringify(folder)}, a file`)
            )
    })
  )

const storedLines = (store: Layer.Layer<EventStore>): Effect.Effect<Array<Uint8Array>, DidNotHold> =>
  Effect.gen(function* () {
    const { readAll } = yield* EventStore
    const lines: Array<Uint8Array> = []
    yield* Stream.runForEach(readAll({ asStored: true }), (event) =>
      Effect.sync(() => {
        lines.push(canonicalBytes(stampedOf(event)), lineEnd)
      })
    )
    return lines
  }).pipe(
    Effect.provide(store),
    Effect.mapError(({ _tag, message }) => failedBy(_tag, message, ""))
  )

// Whole or not at all: written beside the place, then put there.
const put = async (folder: string, file: string, bytes: Uint8Array): Promise<boolean> => {
  const there = await readFile(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (there !== undefined) return there.equals(bytes)
  await mkdir(folder, { recursive: true })
  const beside = `${file}.${process.pid}.part`
  const handle = await open(beside, "wx")
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    await rename(beside, file)
  } catch (error) {
    await handle.close().catch(() => undefined)
    await rm(beside, { force: true })
    throw error
  }
  return true
}

/** Writes every event of a store to the folder's `events.jsonl`. */
export const writeEvents = (
  store: Layer.Layer<EventStore>,
  folder: string
): Effect.Effect<EventsFile, Failure> =>
  Effect.gen(function* () {
    const lines = yield* storedLines(store)
    const bytes = Buffer.concat(lines)
    const file = join(folder, fileName)
    const same = yield* Effect.tryPromise({
      try: () => put(folder, file, bytes),
      catch: (error) => error
    }).pipe(Effect.catch(ofSystem(file)))
    if (!same) {
      const expected = "a folder without an events.jsonl, or with one that holds these very bytes"
      return yield* Effect.fail(refuse(expected, `${JSON.stringify(file)}, which holds others`))
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex")
    return { file, events: lines.length / 2, bytes: bytes.length, sha256 }
  })
