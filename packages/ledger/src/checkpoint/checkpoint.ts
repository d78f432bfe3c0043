// What a log says about itself: this many leaves, this root. Three lines that get signed.
import { hashFromBase64, toBase64 } from "../base64.ts"
import { hashLength } from "../hasher.ts"
import { Malformed } from "../malformed.ts"
import type { TreeHead } from "../merkle/verdict.ts"
import { checkNoteText } from "../note/note-text.ts"

/**
 * The text of a checkpoint: `origin` names the log; `size` leaves (a safe integer); `root`, the RFC 6962 root of
 * them, 32 bytes; `extension` lines, best none.
 * @example
 * ```ts
 * import { type Checkpoint, checkpointText, emptyRoot } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const checkpoint: Checkpoint = { origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }
 * checkpointText(checkpoint) // => "a.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n"
 * ```
 */
export interface Checkpoint extends TreeHead {
  readonly origin: string
  readonly extension: readonly string[]
}

const checkLine = (where: string, line: string): void => {
  if (line === "" || line.includes("\n")) {
    throw new Malformed("checkpoint", where, "one line that is not empty", JSON.stringify(line))
  }
  checkNoteText("checkpoint", line)
}

/**
 * The text of a checkpoint as it is signed.
 * @throws {@link Malformed} on an empty origin or line, a size that is not a safe integer from 0 up, a root that
 * is not 32 bytes.
 *
 * Source: C2SP tlog-checkpoint "Note text".
 * @example
 * ```ts
 * import { checkpointText, emptyRoot } from "@lcqm/ledger"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * checkpointText({ origin: "a.example", size: 0, root: emptyRoot(nodeHasher), extension: [] }).split("\n")[1] // => "0"
 * ```
 */
export const checkpointText = ({ origin, size, root, extension }: Checkpoint): string => {
  checkLine("the origin", origin)
  extension.forEach((line, i) => checkLine(`extension line ${i + 1}`, line))
  if (!Number.isSafeInteger(size) || size < 0) {
    throw new Malformed("checkpoint", "the size", "a safe integer from 0 up", String(size))
  }
  if (root.length !== hashLength) {
    throw new Malformed("checkpoint", "the root", `${hashLength} bytes`, `${root.length} bytes`)
  }
  return [origin, size, toBase64(root), ...extension, ""].join("\n")
}

/**
 * The checkpoint of a note's text. Says nothing about signatures: see {@link verifyCheckpoint}.
 * @throws {@link Malformed} on a text of another form, or a size beyond 2^53 - 1, which this package cannot count.
 *
 * Source: C2SP tlog-checkpoint "Note text".
 * @example
 * ```ts
 * import { parseCheckpointText } from "@lcqm/ledger"
 * parseCheckpointText("a.example\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n").size // => 0
 * ```
 */
export const parseCheckpointText = (text: string): Checkpoint => {
  if (!text.endsWith("\n")) throw new Malformed("checkpoint", "the text", "ended by a line end", "not")
  const [origin, size, root, ...extension] = text.slice(0, -1).split("\n")
  if (origin === undefined || size === undefined || root === undefined) {
    throw new Malformed("checkpoint", "it", "at least three lines", `${text.split("\n").length - 1}`)
  }
  checkLine("the origin", origin)
  extension.forEach((line, i) => checkLine(`extension line ${i + 1}`, line))
  if (!/^(?:0|[1-9][0-9]*)$/.test(size) || !Number.isSafeInteger(Number(size))) {
    const expected = "a decimal number from 0 to 2^53 - 1 without leading zeroes"
    throw new Malformed("checkpoint", "the size", expected, JSON.stringify(size))
  }
  return { origin, size: Number(size), root: hashFromBase64(root, "the root"), extension }
}
