// `lcqm store export`: every event as a line of its stored bytes, to standard output or whole into a new file.
import { createHash } from "node:crypto"
import { link, open, rm } from "node:fs/promises"
import { type EventStore, exportJsonl, type ReadError, verifiedRoot } from "@lcqm/core"
import { Effect, Schema, Stream } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine, type Failure, failedBy } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { isSystemError } from "../given/read-text.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm store export", { ...storeFlag, out: Schema.optionalKey(Path), json: Json })

// A full or failing disk is nobody's mistake; any other refusal of the system is about the place that was named.
const cannotWrite =
  (file: string) =>
  (error: unknown): Effect.Effect<never, Failure> => {
    if (!isSystemError(error)) return Effect.die(error)
    const { code = "", message } = error
    if (["ENOSPC", "EIO", "EDQUOT"].includes(code)) {
      return Effect.fail(
        failedBy("CannotWrite", `${file} could not be written: ${message}.`, "Make room and run it again.")
      )
    }
    const got = code === "EEXIST" ? `${JSON.stringify(file)}, which is there` : message
    const problem = {
      path: "--out",
      expected: "a file that is not there yet, in a folder that can be written to",
      got
    }
    return Effect.fail(badInput("place for the events", commandLine, problem))
  }

const writing = <A>(file: string, work: () => Promise<A>): Effect.Effect<A, Failure> =>
  Effect.tryPromise({ try: work, catch: (error) => error }).pipe(Effect.catch(cannotWrite(file)))

/** Lines in the groups in which they were read: fewer turns of the event loop a line. */
const written = <E>(
  store: EventStore["Service"],
  write: (lines: Buffer) => Effect.Effect<void, E>
): Effect.Effect<void, E | ReadError> =>
  Stream.runForEachArray(exportJsonl(store), (lines) => write(Buffer.concat(lines)))

// Whole or not at all: written beside the place, then put there, where nothing may be yet.
const intoFile = (store: EventStore["Service"], file: string): Effect.Effect<string, Failure | ReadError> => {
  const beside = `${file}.${process.pid}.part`
  const hash = createHash("sha256")
  return Effect.acquireUseRelease(
    writing(file, () => open(beside, "wx")),
    (handle) =>
      Effect.gen(function* () {
        yield* written(store, (lines) =>
          writing(file, async () => {
            hash.update(lines)
            await handle.writeFile(lines)
          })
        )
        yield* writing(file, async () => {
          await handle.sync()
          await link(beside, file)
        })
        return hash.digest("hex")
      }),
    (handle) =>
      Effect.promise(async () => {
        await handle.close()
        await rm(beside, { force: true })
      })
  )
}

/** Exports a store. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, out, store: url } = yield* decodeFlags(given)
  const exported = yield* overStore(storeGiven(given, url), "reading", (store) =>
    Effect.gen(function* () {
      // Whether it is all there and as it was hashed is known before the first line is out.
      const root = yield* verifiedRoot(store)
      if (out !== undefined) return { ...root, file: out, sha256: yield* intoFile(store, out) }
      yield* written(store, (lines) => Effect.promise(() => streams.out(lines.toString("utf8"))))
      return root
    })
  )
  const text = `${counted(exported.events, "event")}, verified${out === undefined ? "" : `, in ${printable(out)}`}\nRoot ${exported.root}\n`
  const told = json === true ? jsonLine(exported) : text
  // Standard output holds the events themselves, unless they went to a file.
  yield* Effect.promise(() => (out === undefined ? streams.err(told) : streams.out(told)))
  return exitCodes.ok
})
