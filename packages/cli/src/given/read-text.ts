// A file named on the command line, or standard input for `-`, as text. What cannot be read is bad input that says
// which flag named it.
import { constants, isUtf8 } from "node:buffer"
import { createReadStream } from "node:fs"
import { repeatedKey } from "@lcqm/core"
import { Effect } from "effect"
import { type BadInput, badInput } from "../failure.ts"
import type { Streams } from "../streams.ts"

/** No criteria set, rule, case, note or award file is larger; a device that never ends is noticed here. */
export const largestFile = 32 * 1024 * 1024

/** Which file, and the flag or argument that named it. */
export interface Named {
  readonly name: string
  readonly flag: string
}

/** How errors name a file. */
export const sourceOf = ({ name }: Named): string => (name === "-" ? "standard input" : name)

const why = (error: NodeJS.ErrnoException): string => {
  switch (error.code) {
    case "ENOENT":
      return "no such file"
    case "EISDIR":
      return "a folder"
    case "EACCES":
      return "a file that may not be read"
    default:
      return error.code ?? error.message
  }
}

/** Whether an error is the operating system's, as `ENOENT`. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && typeof Reflect.get(error, "syscall") === "string"

/** Reads by a function that throws as the file system does; that the file cannot be read is bad input. */
export const readingFrom = <A>(
  named: Named,
  expected: string,
  read: () => Promise<A>
): Effect.Effect<A, BadInput> =>
  Effect.tryPromise({ try: read, catch: (error) => error }).pipe(
    Effect.catch((error) =>
      isSystemError(error)
        ? Effect.fail(
            badInput("file that can be read", sourceOf(named), {
              path: named.flag,
              expected,
              got: `${JSON.stringify(named.name)}, ${why(error)}`
            })
          )
        : Effect.die(error)
    )
  )

const collected = async (chunks: AsyncIterable<Buffer>, most: number): Promise<Buffer | undefined> => {
  const read: Array<Buffer> = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    if (size > Math.min(most, constants.MAX_LENGTH)) return undefined
    read.push(chunk)
  }
  return Buffer.concat(read)
}

const refuse = (named: Named, expected: string, got: string) =>
  Effect.fail(badInput("text file", sourceOf(named), { path: "", expected, got }))

const atMost = (most: number): string => `at most ${most} bytes`

/** The bytes of a file, as they are, if they are not too many. */
export const readBytes = (
  named: Named,
  streams: Streams,
  expected = "a file, or - for standard input",
  most = largestFile
): Effect.Effect<Buffer, BadInput> =>
  Effect.flatMap(
    readingFrom(named, expected, () =>
      collected(named.name === "-" ? streams.in : createReadStream(named.name), most)
    ),
    (bytes) => (bytes === undefined ? refuse(named, atMost(most), "more") : Effect.succeed(bytes))
  )

/** The text of a named file, if it is not too long; `-` is no name here. */
export const readTextOfFile = (named: Named, expected: string): Effect.Effect<string, BadInput> =>
  Effect.flatMap(
    readingFrom(named, expected, () => collected(createReadStream(named.name), largestFile)),
    (bytes) =>
      bytes === undefined
        ? refuse(named, atMost(largestFile), "more")
        : Effect.succeed(bytes.toString("utf8"))
  )

/** The whole text of a file, without a byte order mark. */
const readText = (named: Named, streams: Streams, expected?: string): Effect.Effect<string, BadInput> =>
  Effect.flatMap(readBytes(named, streams, expected), (bytes) =>
    isUtf8(bytes)
      ? Effect.succeed(bytes.toString("utf8").replace(/^\uFEFF/, ""))
      : refuse(named, "UTF-8", "bytes that are not")
  )

/** The JSON in a file, not yet decoded; no object of it has a key twice. `what` names it in the error. */
export const readJson = (
  what: string,
  named: Named,
  streams: Streams,
  expected?: string
): Effect.Effect<unknown, BadInput> =>
  Effect.flatMap(readText(named, streams, expected), (text) =>
    Effect.try({
      try: (): unknown => JSON.parse(text),
      catch: (error) =>
        badInput(what, sourceOf(named), {
          path: "",
          expected: "JSON",
          got: text.trim() === "" ? "an empty file" : error instanceof Error ? error.message : String(error)
        })
    }).pipe(
      Effect.flatMap((value) => {
        const repeated = repeatedKey(text, value)
        return repeated === undefined
          ? Effect.succeed(value)
          : Effect.fail(badInput(what, sourceOf(named), repeated))
      })
    )
  )
