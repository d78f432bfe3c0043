// `lcqm ledger cosign`: a witness's "I saw this log only grow", put under a checkpoint.
import { storeLog } from "@lcqm/audit"
import { consistencyProof, cosignCheckpoint, parseCheckpointText, parseSignedNote } from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Clock, Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, OutFile, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { asWitness, signerIn, verifierKeyGiven } from "./key-files.ts"
import { answerNote, noteIfThere, noteIn, signing } from "./notes.ts"

const decodeFlags = flagsOf("lcqm ledger cosign", {
  ...storeFlag,
  key: Path,
  logKey: Schema.String,
  checkpoint: Path,
  last: Schema.optionalKey(Path),
  out: Schema.optionalKey(OutFile),
  json: Json
})

const checkpointOf = (note: string) => parseCheckpointText(parseSignedNote(note).text)

/** Cosigns a checkpoint; where one was seen before, the store shows that the log only grew since. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { checkpoint, key, last, logKey, store } = flags
  const witness = asWitness(yield* signerIn("--key", key))
  const operator = yield* verifierKeyGiven("--log-key", logKey)
  const note = yield* noteIn("--checkpoint", checkpoint)
  const before = yield* noteIfThere("--last", last)
  const next = yield* signing(checkpoint, async () => checkpointOf(note))
  const lastSeen =
    before === undefined ? undefined : yield* signing(last ?? "", async () => checkpointOf(before))
  const grew = lastSeen !== undefined && lastSeen.size > 0 && lastSeen.size < next.size
  const proof = grew
    ? yield* Effect.map(overStore(storeGiven(given, store), "reading", storeLog), (log) =>
        next.size > log.size ? [] : consistencyProof(nodeHasher, log.subtrees, lastSeen.size, next.size)
      )
    : []
  const time = Math.floor((yield* Clock.currentTimeMillis) / 1000)
  const cosigned = yield* signing(checkpoint, () =>
    cosignCheckpoint(nodeHasher, nodeEd25519, { witness, note, logKey: operator, lastSeen, proof, time })
  )
  yield* answerNote(streams, flags, cosigned.note)
  return exitCodes.ok
})
