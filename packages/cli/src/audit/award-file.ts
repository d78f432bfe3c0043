// `lcqm award-file URN -o FILE`: everything about one school's award that can be checked without this store.
import { awardFileBytes, makeAwardFile, type Seal, signLogCheckpoint, storeLog } from "@lcqm/audit"
import { SchemeId, Urn } from "@lcqm/core"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, OutFile, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { signerIn, writeNew } from "../ledger/key-files.ts"
import { signing } from "../ledger/notes.ts"
import { overStore } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"

const decodeFlags = flagsOf("lcqm award-file", {
  ...storeFlag,
  urn: Urn,
  scheme: SchemeId,
  out: OutFile,
  key: Schema.optionalKey(Path),
  json: Json
})

/** Writes an award file, sealed where a key is given. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, key, out, scheme, store, urn: school } = yield* decodeFlags(given)
  const signer = key === undefined ? undefined : yield* signerIn("--key", key)
  const file = yield* overStore(storeGiven(given, store), "reading", (each) =>
    Effect.gen(function* () {
      if (signer === undefined) return yield* makeAwardFile(each, { scheme, school })
      const log = yield* storeLog(each)
      const request = { hasher: nodeHasher, ed25519: nodeEd25519, signer, log }
      const checkpoint = yield* signing("the checkpoint", () => signLogCheckpoint(request))
      const seal: Seal = { log, size: log.size, checkpoint, signer }
      return yield* makeAwardFile(each, { scheme, school, seal })
    })
  )
  const bytes = awardFileBytes(file)
  yield* writeNew("--out", out, bytes)
  const told = {
    file: out,
    bytes: bytes.length,
    sha256: nodeHasher.sha256Hex(bytes),
    streams: file.streams.length,
    events: file.streams.reduce((sum, { events }) => sum + events.length, 0),
    sealed: file.log !== undefined
  }
  const text = `${out}: ${told.events} events of ${told.streams} streams, ${told.sealed ? "sealed with the operator's key" : "with nothing signed: it verifies as complete up to the award only"}.\nSHA-256 ${told.sha256}\n`
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(told) : text))
  return exitCodes.ok
})
