// `lcqm ledger head URN`: the operator's signature on where a school's stream ends.
import { readWholeStream, signHeadOf, storeLog } from "@lcqm/audit"
import { NotEnrolled, SchemeId, schoolStream, Urn } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, OutFile, Path } from "../given/flags.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overStore } from "../over-store.ts"
import { signerIn } from "./key-files.ts"
import { answerNote, signing } from "./notes.ts"

const decodeFlags = flagsOf("lcqm ledger head", {
  ...storeFlag,
  urn: Urn,
  scheme: SchemeId,
  key: Path,
  out: Schema.optionalKey(OutFile),
  json: Json
})

/** Signs a stream head. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { key, out, scheme, store, urn } = flags
  const signer = yield* signerIn("--key", key)
  const stream = schoolStream(scheme, urn)
  const whole = yield* overStore(storeGiven(given, store), "reading", (each) =>
    Effect.gen(function* () {
      const log = yield* storeLog(each)
      const events = (yield* readWholeStream(each, stream)).filter(
        ({ position }) => log.indexOf(position) !== undefined
      )
      if (events.length === 0) return yield* Effect.fail(NotEnrolled({ school: urn }))
      return { stream, events, logSize: log.size }
    })
  )
  const note = yield* signing(out ?? "the stream head", () => signHeadOf(nodeHasher, signer, whole))
  yield* answerNote(streams, flags, note)
  return exitCodes.ok
})
