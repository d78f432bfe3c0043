// The operator's signature on the end of a stream, under the same rule as on a checkpoint: never one that
// contradicts an earlier one.
import { toHex } from "../hex.ts"
import { sameBytes } from "../merkle/verdict.ts"
import { type NoteSigner, signNote } from "../note/sign-note.ts"
import { WillNotSign } from "../note/will-not-sign.ts"
import { type StreamHead, streamHeadText } from "./stream-head.ts"

const checkStreamGrowth = (last: StreamHead, next: StreamHead): void => {
  if (last.origin !== next.origin || last.stream !== next.stream) {
    throw new WillNotSign("other log", `${last.stream} of ${last.origin}`, `${next.stream} of ${next.origin}`)
  }
  if (next.revision < last.revision || next.logSize < last.logSize) {
    const expected = `at least revision ${last.revision} in a log of ${last.logSize}`
    throw new WillNotSign("inconsistent", expected, `revision ${next.revision} in a log of ${next.logSize}`)
  }
  const still = next.revision === last.revision || next.logSize === last.logSize
  if (still && !(next.revision === last.revision && sameBytes(next.root, last.root))) {
    const got = `revision ${next.revision} with root ${toHex(next.root)}`
    throw new WillNotSign("inconsistent", `revision ${last.revision} with root ${toHex(last.root)}`, got)
  }
}

/**
 * A stream head as a signed note. `lastSigned`, where there is one, is the last head signed of the same stream: the
 * new one may not be shorter, nor differ at the same place.
 * @throws {@link WillNotSign} where the key is not named after the log, or the head contradicts the last one.
 * @throws {@link Malformed} where the head cannot be written.
 * @example
 * ```ts
 * import { noteSigner, parseSignedNote, signStreamHead } from "@lcqm/ledger"
 * import { nodeEd25519Signer, nodeHasher } from "@lcqm/ledger/node"
 * const signer = noteSigner(nodeHasher, "log.example", "ed25519", nodeEd25519Signer(new Uint8Array(32)))
 * const head = { origin: "log.example", stream: "s-1", revision: 0, root: new Uint8Array(32), logSize: 1 }
 * parseSignedNote(await signStreamHead({ signer, head, lastSigned: undefined })).signatures.length // => 1
 * ```
 */
export const signStreamHead = async (request: {
  readonly signer: NoteSigner
  readonly head: StreamHead
  readonly lastSigned: StreamHead | undefined
}): Promise<string> => {
  const { head, lastSigned, signer } = request
  if (head.origin !== signer.key.name) {
    throw new WillNotSign("other origin", JSON.stringify(signer.key.name), JSON.stringify(head.origin))
  }
  const text = streamHeadText(head)
  if (lastSigned !== undefined) checkStreamGrowth(lastSigned, head)
  return signNote(signer, text)
}
