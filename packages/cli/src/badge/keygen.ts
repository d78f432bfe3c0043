// `lcqm badge keygen`: a new key to sign badges with.
import { generateKeyPairSync } from "node:crypto"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, OutFile } from "../given/flags.ts"
import { writeNew } from "../ledger/key-files.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm badge keygen", {
  alg: Schema.Literals(["RS256", "ES256"]),
  out: OutFile,
  json: Json
})

// NIST SP 800-57: good beyond 2030.
const rsaBits = 3_072

/** Makes a key. The secret goes to its file and nowhere else. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { alg, json, out } = yield* decodeFlags(given)
  const { privateKey, publicKey } =
    alg === "RS256"
      ? generateKeyPairSync("rsa", { modulusLength: rsaBits })
      : generateKeyPairSync("ec", { namedCurve: "P-256" })
  yield* writeNew("--out", out, privateKey.export({ type: "pkcs8", format: "pem" }), 0o600)
  const pem = publicKey.export({ type: "spki", format: "pem" })
  yield* writeNew("--out", `${out}.pub`, pem)
  const text = `The secret key is in ${printable(out)}; whoever has it can issue badges in your name.\nThe public key, for ${alg}, is in ${printable(out)}.pub: publish it where readers of badges trust it to be yours.\n`
  const files = { secret: out, public: `${out}.pub`, alg, publicKey: pem }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(files) : text))
  return exitCodes.ok
})
