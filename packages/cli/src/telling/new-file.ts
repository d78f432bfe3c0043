// An answer that goes into a file: whole or not at all, and never over what is there.
import { createHash } from "node:crypto"
import { link, open, rm } from "node:fs/promises"
import { Effect, Stream } from "effect"
import { badInput, commandLine, type Failure, failedBy } from "../failure.ts"
import { isSystemError } from "../given/read-text.ts"

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
    // The system's own words name the file that is written beside the place.
    const why: Readonly<Record<string, string>> = {
      EEXIST: "which is there",
      ENOENT: "in a folder that is not there",
      EACCES: "in a folder that may not be written to"
    }
    const got = code in why ? `${JSON.stringify(file)}, ${why[code]}` : message
    const problem = {
      path: "--out",
      expected: "a file that is not there yet, in a folder that can be written to",
      got
    }
    return Effect.fail(badInput("place for what is exported", commandLine, problem))
  }

const writing = <A>(file: string, work: () => Promise<A>): Effect.Effect<A, Failure> =>
  Effect.tryPromise({ try: work, catch: (error) => error }).pipe(Effect.catch(cannotWrite(file)))

/** Who may read a new file: whoever the machine's habits let, or its owner alone. */
export type Readers = "as usual" | "its owner"

/**
 * Writes a new file, and answers with the SHA-256 of its bytes in hexadecimal. It is written beside its place, then
 * put there, where nothing may be yet.
 */
export const intoNewFile = <E>(
  file: string,
  bytes: Stream.Stream<Uint8Array, E>,
  readers: Readers = "as usual"
): Effect.Effect<string, Failure | E> => {
  const beside = `${file}.${process.pid}.part`
  const hash = createHash("sha256")
  return Effect.acquireUseRelease(
    writing(file, () => open(beside, "wx", readers === "as usual" ? 0o666 : 0o600)),
    (handle) =>
      Effect.gen(function* () {
        // In the groups in which they come: fewer turns of the event loop a line.
        yield* Stream.runForEachArray(bytes, (several) =>
          writing(file, async () => {
            const together = Buffer.concat(several)
            hash.update(together)
            await handle.writeFile(together)
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
