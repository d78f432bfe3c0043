// JSON lines from a file or standard input, line by line in constant memory however long the file is: bytes are
// cut at line ends, and a line longer than any case is told as what it is and passed over.
import { isUtf8 } from "node:buffer"
import { open } from "node:fs/promises"
import { type Problem, repeatedKey, shown } from "@lcqm/core"
import { Effect } from "effect"
import type { BadInput } from "../failure.ts"
import type { Streams } from "../streams.ts"
import { type Named, readingFrom } from "./read-text.ts"

/** A line is a case: the largest criteria set judged throughout is well below this many bytes. */
export const longestLine = 8 * 1024 * 1024

/** What a line holds, or what is wrong with it. */
export type Line =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: Problem }

// Large reads: fewer turns of the event loop a line.
const chunkSize = 256 * 1024

/** The bytes of a file, or of standard input for `-`. That it can be read is known before anything is answered. */
export const bytesOf = (
  named: Named,
  streams: Pick<Streams, "in">
): Effect.Effect<AsyncIterable<Buffer>, BadInput> =>
  named.name === "-"
    ? Effect.succeed(streams.in)
    : readingFrom(named, jsonLinesExpected, async () => {
        const handle = await open(named.name)
        // A folder opens, and fails at the first read.
        if ((await handle.stat()).isDirectory()) {
          await handle.close()
          throw Object.assign(new Error("a folder"), { code: "EISDIR", syscall: "read" })
        }
        return handle.createReadStream({ highWaterMark: chunkSize })
      })

/** What a flag that names JSON lines is told to be. */
export const jsonLinesExpected = "a file of JSON lines, or - for standard input"

const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf])

const wrong = (expected: string, got: string): Line => ({ ok: false, problem: { path: "", expected, got } })

/** What an empty line is. */
export const emptyLine = wrong("JSON", "an empty line")

const tooLong = wrong(`a line of at most ${longestLine} bytes`, "a longer one")

const parsed = (bytes: Buffer): Line => {
  if (bytes.length > longestLine) return tooLong
  if (!isUtf8(bytes)) return wrong("UTF-8", "bytes that are not")
  const text = bytes.toString("utf8")
  try {
    const value: unknown = JSON.parse(text)
    const repeated = repeatedKey(text, value)
    return repeated === undefined ? { ok: true, value } : { ok: false, problem: repeated }
  } catch {
    return text.trim() === "" ? emptyLine : wrong("JSON", shown(text.trimEnd()))
  }
}

/**
 * The lines of a file, in the groups in which they were read. A last line need not be ended; an empty line is a
 * line that is no JSON, since every line has its answer.
 */
export async function* lineGroups(chunks: AsyncIterable<Buffer>): AsyncGenerator<ReadonlyArray<Line>> {
  let left: Array<Buffer> = []
  let leftSize = 0
  let first = true
  const lineOf = (bytes: Buffer): Line => {
    const whole = left.length === 0 ? bytes : Buffer.concat([...left, bytes])
    left = []
    leftSize = 0
    const start = first && whole.subarray(0, 3).equals(byteOrderMark) ? 3 : 0
    first = false
    return parsed(whole.subarray(start))
  }
  for await (const chunk of chunks) {
    const group: Array<Line> = []
    let from = 0
    for (;;) {
      const end = chunk.indexOf(10, from)
      if (end < 0) break
      group.push(lineOf(chunk.subarray(from, end)))
      from = end + 1
    }
    const rest = chunk.subarray(from)
    // Of a line that is too long, only that it is so is kept.
    if (rest.length > 0 && leftSize <= longestLine) left.push(rest)
    leftSize += rest.length
    if (group.length > 0) yield group
  }
  if (leftSize > 0) yield [lineOf(Buffer.alloc(0))]
}
