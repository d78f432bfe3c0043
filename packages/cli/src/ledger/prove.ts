// `lcqm ledger prove URN REVISION`: one file that proves, offline, that an event is in the log (C2SP tlog-proof).
import { readWholeStream, storeLog } from "@lcqm/audit"
import { NotEnrolled, SchemeId, schoolStream, Urn } from "@lcqm/core"
import { inclusionProof, parseCheckpointText, parseSignedNote, writeTlogProof } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { failedBy } from "../failure.ts"
import { flagsOf, Json, OutFile, Path, wholeNumber } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { answerNote, noteIn, signing } from "./notes.ts"

const decodeFlags = flagsOf("lcqm ledger prove", {
  ...storeFlag,
  urn: Urn,
  scheme: SchemeId,
  revision: wholeNumber("a revision", 0, Number.MAX_SAFE_INTEGER),
  checkpoint: Path,
  out: Schema.optionalKey(OutFile),
  json: Json
})

/** Writes the proof of an event. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { checkpoint, revision, scheme, store, urn } = flags
  const note = yield* noteIn("--checkpoint", checkpoint)
  const { size } = yield* signing(checkpoint, async () => parseCheckpointText(parseSignedNote(note).text))
  const stream = schoolStream(scheme, urn)
  const found = yield* overStore(storeGiven(given, store), "reading", (each) =>
    Effect.gen(function* () {
      const log = yield* storeLog(each)
      const events = yield* readWholeStream(each, stream)
      if (events.length === 0) return yield* Effect.fail(NotEnrolled({ school: urn }))
      const position = events[revision]?.position
      return { log, index: position === undefined ? undefined : log.indexOf(position) }
    })
  )
  const { index, log } = found
  if (index === undefined || index >= size || size > log.size) {
    const message = `Event ${revision} of ${stream} is not among the ${size} events of the checkpoint.`
    return yield* Effect.fail(
      failedBy("NotInTheLog", message, "Take a checkpoint of this store that is later than the event.")
    )
  }
  const proof = inclusionProof(nodeHasher, log.subtrees, index, size)
  yield* answerNote(streams, flags, writeTlogProof({ index, proof, checkpoint: note, extra: undefined }))
  return exitCodes.ok
})
