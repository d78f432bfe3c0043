// The streams a run reads and writes, and who is at the other end of them. Results go to `out`, everything else
// to `err`. A reader that has seen enough (`| head`) closes the pipe, which is no failure of ours.
import type { Readable, Writable } from "node:stream"
import pc from "picocolors"
import { exitCodes } from "./exit-codes.ts"

/** Colours, or nothing where the stream is no terminal or NO_COLOR is set. */
export type Colours = ReturnType<typeof pc.createColors>

/** Where a run reads and writes. */
export interface Streams {
  readonly in: Readable
  /** Resolves when the text may be followed by more: constant memory however slow the reader. */
  readonly out: (text: string) => Promise<void>
  readonly err: (text: string) => Promise<void>
  /** Colours for what goes to `out`. */
  readonly colours: Colours
  /** The stream a progress display may move about in; undefined where stderr is no terminal. */
  readonly progress: Writable | undefined
}

type Terminal = Writable & { readonly isTTY?: boolean }

/** Colour is for terminals that have not asked to be spared. FORCE_COLOR is for those who know better. */
export const coloursFor = (
  isTerminal: boolean,
  env: Readonly<Record<string, string | undefined>>
): Colours => {
  const unwanted = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb"
  const forced = !["", "0", "false"].includes(env["FORCE_COLOR"] ?? "")
  return pc.createColors(!unwanted && (isTerminal || forced))
}

const writerOf =
  (stream: Writable) =>
  (text: string): Promise<void> =>
    new Promise((resolve) => {
      if (stream.write(text)) resolve()
      else stream.once("drain", resolve)
    })

const readerHasGone = (error: NodeJS.ErrnoException): boolean =>
  error.code === "EPIPE" || error.code === "ECONNRESET" || error.code === "ERR_STREAM_DESTROYED"

/**
 * The process's own streams. Where the reader of stdout has gone the process ends at once, quietly and with 0: it
 * has read all it wants. Where stdout cannot be written to for another reason, the run did not hold.
 */
export const processStreams = (): Streams => {
  const stdout: Terminal = process.stdout
  const stderr: Terminal = process.stderr
  stdout.on("error", (error) => {
    if (readerHasGone(error)) process.exit(exitCodes.ok)
    process.stderr.write(`lcqm: the output could not be written: ${error.message}\n`)
    process.exit(exitCodes.refused)
  })
  // Nobody is left to tell.
  stderr.on("error", () => undefined)
  return {
    get in() {
      return process.stdin
    },
    out: writerOf(stdout),
    err: writerOf(stderr),
    colours: coloursFor(stdout.isTTY === true, process.env),
    progress: stderr.isTTY === true && process.env["TERM"] !== "dumb" ? stderr : undefined
  }
}
