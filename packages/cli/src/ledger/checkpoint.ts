// `lcqm ledger checkpoint`: the operator's signature over the store's whole log, never one that contradicts the last.
import { signLogCheckpoint, storeLog } from "@lcqm/audit"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { signerIn } from "./key-files.ts"
import { noteIfThere, signing, writeNote } from "./notes.ts"

const decodeFlags = flagsOf("lcqm ledger checkpoint", {
  ...storeFlag,
  key: Path,
  out: Schema.optionalKey(Path)
})

/** Signs a checkpoint. A file that is there already holds the last one signed. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { key, out, store } = yield* decodeFlags(given)
  const signer = yield* signerIn("--key", key)
  const lastSigned = yield* noteIfThere("--out", out)
  const log = yield* overStore(storeGiven(given, store), "reading", storeLog)
  const note = yield* signing(out ?? "the checkpoint", () =>
    signLogCheckpoint({
      hasher: nodeHasher,
      ed25519: nodeEd25519,
      signer,
      log,
      ...(lastSigned === undefined ? {} : { lastSigned })
    })
  )
  yield* writeNote(streams, out, note)
  return exitCodes.ok
})
