// Signed notes on disk: checkpoints and stream heads. One that is there already is the last one signed, and what is
// signed next is held against it.
import { rename, rm, stat, writeFile } from "node:fs/promises"
import { Malformed, WillNotSign } from "@lcqm/ledger"
import { Effect } from "effect"
import { type BadInput, badInput, failedBy, type Failure } from "../failure.ts"
import { isSystemError, readTextOfFile } from "../given/read-text.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"

/** The text of a note's file. */
export const noteIn = (flag: string, name: string): Effect.Effect<string, BadInput> =>
  readTextOfFile({ flag, name }, "a file with a signed note")

// What cannot be looked at is there: reading it then says why it cannot be read.
const isThere = (name: string): Effect.Effect<boolean> =>
  Effect.promise(() =>
    stat(name).then(
      () => true,
      (error: unknown) => !(isSystemError(error) && error.code === "ENOENT")
    )
  )

/** The text of a note's file, where it is there. */
export const noteIfThere = (
  flag: string,
  name: string | undefined
): Effect.Effect<string | undefined, BadInput> =>
  name === undefined
    ? Effect.succeed(undefined)
    : Effect.flatMap(isThere(name), (there) =>
        there
          ? readTextOfFile({ flag, name }, "a file with the last signed note, or none yet")
          : Effect.succeed(undefined)
      )

/** Signs; what the signer will not sign did not hold, and what is no note is bad input. */
export const signing = <A>(name: string, sign: () => Promise<A>): Effect.Effect<A, Failure> =>
  Effect.tryPromise({ try: sign, catch: (error) => error }).pipe(
    Effect.catch((error) => {
      if (error instanceof WillNotSign)
        return Effect.fail<Failure>(failedBy("WillNotSign", error.message, ""))
      if (!(error instanceof Malformed)) return Effect.die(error)
      const { expected, format, got, where } = error
      return Effect.fail<Failure>(badInput(format, name, { path: where, expected, got }))
    })
  )

/** Writes a note where it is to go, and answers: stdout is the note where no file is named, and JSON where asked for. */
export const answerNote = (
  streams: Streams,
  flags: { readonly out?: string; readonly json?: boolean },
  note: string
): Effect.Effect<void, Failure> =>
  Effect.gen(function* () {
    const { json, out } = flags
    if (out !== undefined) yield* writeNote(out, note)
    const told = out === undefined ? { note } : { note, file: out }
    const text = json === true ? jsonLine(told) : out === undefined ? note : ""
    yield* Effect.promise(() => streams.out(text))
  })

/** Writes a note to its file, whole or not at all, in the place of the one before. */
export const writeNote = (name: string, note: string): Effect.Effect<void, Failure> => {
  const beside = `${name}.${process.pid}.part`
  return Effect.tryPromise({
    try: async () => {
      try {
        await writeFile(beside, note, { flag: "wx" })
        await rename(beside, name)
      } finally {
        await rm(beside, { force: true })
      }
    },
    catch: (error) => error
  }).pipe(
    Effect.catch((error) =>
      isSystemError(error)
        ? Effect.fail<Failure>(
            badInput("place for a note", name, {
              path: "--out",
              expected: "a file that can be written",
              got: error.message
            })
          )
        : Effect.die(error)
    )
  )
}
