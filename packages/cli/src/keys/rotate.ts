// `lcqm keys rotate`: every key of the ring is wrapped under another master key.
import { newMasterKeyText, rotateMasterKey } from "@lcqm/sqlite"
import { Effect } from "effect"
import { existsSync } from "node:fs"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { commandLine } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { keysFlags, keysGiven, masterKeyGiven, masterKeyIn } from "../given/kept-apart.ts"
import { writeNew } from "../ledger/key-files.ts"
import { told } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm keys rotate", { ...keysFlags, to: Path, json: Json })

/** Rotates the master key. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, keys, masterKey, to } = yield* decodeFlags(given)
  const file = yield* keysGiven(keys)
  const from = yield* masterKeyGiven(given, masterKey)
  // Cut off and given again, the new key is there.
  if (!existsSync(to)) yield* writeNew("--to", to, `${newMasterKeyText()}\n`, 0o600)
  const next = yield* masterKeyIn("--to", to)
  const rewrapped = yield* Effect.mapError(rotateMasterKey(file, { from, to: next }), told(commandLine))
  const answer = { keys: file, rewrapped, masterKey: next.id, masterKeyFile: to }
  const text =
    `${counted(rewrapped, "key")} wrapped anew; the ring is under the master key ${next.id}, in ${printable(to)}.\n` +
    "The old master key opens it no more. Backups made under it ask for it: keep it until they are destroyed.\n"
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(answer) : text))
  return exitCodes.ok
})
