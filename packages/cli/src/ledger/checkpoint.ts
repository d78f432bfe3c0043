// `lcqm ledger checkpoint`: the operator's signature over the store's whole log, never one that contradicts the last.
import {
  emptyLog,
  type GrownLog,
  type KeptLog,
  keptLogJson,
  keptLogOf,
  readOn,
  signLogCheckpoint
} from "@lcqm/audit"
import { parseCheckpointText, parseSignedNote, rootOf, toHex } from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, type Failure } from "../failure.ts"
import { flagsOf, Json, OutFile, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { signerIn } from "./key-files.ts"
import { answerNote, noteIfThere, signing, writeNote } from "./notes.ts"

const decodeFlags = flagsOf("lcqm ledger checkpoint", {
  ...storeFlag,
  key: Path,
  out: Schema.optionalKey(OutFile),
  json: Json,
  keep: Schema.optionalKey(Path)
})

// What was kept is read on from only where it is what was signed; else the log is read from its first event.
const keptFor = (kept: KeptLog, lastSigned: string | undefined): KeptLog => {
  if (lastSigned === undefined) return emptyLog
  const { root, size } = parseCheckpointText(parseSignedNote(lastSigned).text)
  const same = kept.range.size === size && toHex(rootOf(nodeHasher, kept.range)) === toHex(root)
  return same ? kept : emptyLog
}

const keptIn = (name: string | undefined): Effect.Effect<KeptLog, Failure> =>
  Effect.flatMap(noteIfThere("--keep", name), (text) =>
    text === undefined
      ? Effect.succeed(emptyLog)
      : Effect.try({
          try: () => keptLogOf(JSON.parse(text)),
          catch: () =>
            badInput("kept log", name ?? "", {
              path: "--keep",
              expected: "what an earlier run kept, unchanged, or a file that is not there",
              got: "another"
            })
        })
  )

/** Signs a checkpoint. A file that is there already holds the last one signed. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { keep, key, out, store } = flags
  const signer = yield* signerIn("--key", key)
  const lastSigned = yield* noteIfThere("--out", out)
  const kept = yield* keptIn(keep)
  const from = yield* signing(out ?? "", async () => keptFor(kept, lastSigned))
  const log: GrownLog = yield* overStore(storeGiven(given, store), "reading", (each) => readOn(each, from))
  const note = yield* signing(out ?? "the checkpoint", () =>
    signLogCheckpoint({
      hasher: nodeHasher,
      ed25519: nodeEd25519,
      signer,
      log,
      ...(lastSigned === undefined ? {} : { lastSigned })
    })
  )
  yield* answerNote(streams, flags, note)
  if (keep !== undefined) yield* writeNote(keep, jsonLine(keptLogJson(log.kept)))
  return exitCodes.ok
})
