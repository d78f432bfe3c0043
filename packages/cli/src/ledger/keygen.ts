// `lcqm ledger keygen NAME`: a new key for the operator of a log, or for a witness.
import { verifierKeyText } from "@lcqm/ledger"
import { generateSignerKey, nodeNoteSigner } from "@lcqm/ledger/node"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, OutFile } from "../given/flags.ts"
import { jsonLine } from "../telling/json.ts"
import { asWitness, writeNew } from "./key-files.ts"
import { signing } from "./notes.ts"

const decodeFlags = flagsOf("lcqm ledger keygen", {
  name: Schema.String,
  out: OutFile,
  witness: Schema.optionalKey(Schema.Boolean),
  json: Json
})

/** Makes a key. The secret goes to its file and nowhere else. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, name, out, witness } = yield* decodeFlags(given)
  const made = yield* signing("command line", async () => generateSignerKey(name))
  const verifierKey =
    witness === true ? verifierKeyText(asWitness(nodeNoteSigner(made.signerKey)).key) : made.verifierKey
  yield* writeNew("--out", out, `${made.signerKey}\n`, 0o600)
  yield* writeNew("--out", `${out}.pub`, `${verifierKey}\n`)
  const files = { secret: out, public: `${out}.pub`, verifierKey }
  const text = `The secret key is in ${out}; whoever has it can sign as ${name}.\nThe public key is in ${out}.pub:\n${verifierKey}\n`
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(files) : text))
  return exitCodes.ok
})
