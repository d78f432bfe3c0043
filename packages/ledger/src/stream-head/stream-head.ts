// What a log says about one of its streams: this revision is its last, this is the root over all its entries. A
// basis inside a stream cannot see what came after it; a stream head can, so a file cut at its end shows.
import { hashFromBase64, toBase64 } from "../base64.ts"
import { hashLength } from "../hasher.ts"
import { Malformed } from "../malformed.ts"
import { checkKeyName, checkNoteText } from "../note/note-text.ts"

/**
 * The end of one stream when its log had `logSize` entries: `revision` of its last entry, from 0, and the RFC 6962
 * root, 32 bytes, over the leaf hashes of all its entries in order. `origin` names the log.
 * @example
 * ```ts
 * import { emptyRoot, type StreamHead } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const root = emptyRoot(nodeHasher)
 * const head: StreamHead = { origin: "log.example", stream: "school-1", revision: 4, root, logSize: 90 }
 * head.revision < head.logSize // => true
 * ```
 */
export interface StreamHead {
  readonly origin: string
  readonly stream: string
  readonly revision: number
  readonly root: Uint8Array
  readonly logSize: number
}

// No key's name holds a space, and a checkpoint's first line is its key's name: signed by one and the same key, a
// stream head can never be taken for a checkpoint.
const kind = " stream-head/1"

const checkCount = (where: string, count: number): void => {
  if (Number.isSafeInteger(count) && count >= 0) return
  throw new Malformed("stream head", where, "a safe integer from 0 up", String(count))
}

const checkParts = ({ logSize, origin, revision, root, stream }: StreamHead): void => {
  checkKeyName("stream head", origin)
  checkNoteText("stream head", stream)
  if (stream === "" || stream.includes("\n")) {
    throw new Malformed("stream head", "the stream", "one line that is not empty", JSON.stringify(stream))
  }
  checkCount("the revision", revision)
  checkCount("the log's size", logSize)
  if (root.length !== hashLength) {
    throw new Malformed("stream head", "the root", `${hashLength} bytes`, `${root.length} bytes`)
  }
  if (logSize <= revision) {
    const expected = `above the stream's revision, ${revision}`
    throw new Malformed("stream head", "the log's size", expected, String(logSize))
  }
}

/**
 * The text to sign: `<origin> stream-head/1`, the stream, its revision, its root in base64 and the log's size, each
 * on a line of its own.
 * @throws {@link Malformed} when a part cannot stand in it, or the stream is longer than the log.
 * @example
 * ```ts
 * import { streamHeadText } from "@lcqm/ledger"
 * const head = { origin: "log.example", stream: "s-1", revision: 0, root: new Uint8Array(32), logSize: 1 }
 * streamHeadText(head).split("\n").slice(0, 3) // => ["log.example stream-head/1", "s-1", "0"]
 * ```
 */
export const streamHeadText = (head: StreamHead): string => {
  checkParts(head)
  const { logSize, origin, revision, root, stream } = head
  return [`${origin}${kind}`, stream, revision, toBase64(root), logSize, ""].join("\n")
}

const countOf = (where: string, text: string): number => {
  const count = Number(text)
  if (/^(?:0|[1-9][0-9]*)$/.test(text) && Number.isSafeInteger(count)) return count
  const expected = "a decimal number from 0 to 2^53 - 1 without leading zeroes"
  throw new Malformed("stream head", where, expected, JSON.stringify(text))
}

/**
 * The stream head of a text.
 * @throws {@link Malformed} on anything that {@link streamHeadText} does not write.
 * @example
 * ```ts
 * import { parseStreamHeadText, streamHeadText } from "@lcqm/ledger"
 * const head = { origin: "log.example", stream: "s-1", revision: 0, root: new Uint8Array(32), logSize: 1 }
 * parseStreamHeadText(streamHeadText(head)) // => head
 * ```
 */
export const parseStreamHeadText = (text: string): StreamHead => {
  const lines = text.split("\n")
  const [first = "", stream = "", revision = "", root = "", logSize = "", end] = lines
  if (lines.length !== 6 || end !== "") {
    const got = `${lines.length - 1} lines${end === "" || lines.length < 6 ? "" : " and more"}`
    throw new Malformed("stream head", "it", "five lines, each with its line end", got)
  }
  if (!first.endsWith(kind)) {
    throw new Malformed("stream head", "line 1", `an origin and "${kind}"`, JSON.stringify(first))
  }
  const head = {
    origin: first.slice(0, -kind.length),
    stream,
    revision: countOf("the revision", revision),
    root: hashFromBase64(root, "the root"),
    logSize: countOf("the log's size", logSize)
  }
  checkParts(head)
  return head
}
