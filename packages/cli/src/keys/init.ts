// `lcqm keys init`: a new key ring, and the master key that its keys are wrapped under.
import { newMasterKeyText, openSqliteKeyRing } from "@lcqm/sqlite"
import { Effect } from "effect"
import { existsSync } from "node:fs"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { keysFlags, keysGiven, masterKeyGiven } from "../given/kept-apart.ts"
import { writeNew } from "../ledger/key-files.ts"
import { told } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm keys init", { ...keysFlags, json: Json })

/** Makes a key ring. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, keys, masterKey } = yield* decodeFlags(given)
  const file = yield* keysGiven(keys)
  if (existsSync(file)) {
    const problem = {
      path: "--keys",
      expected: "a place where nothing is yet",
      got: `${JSON.stringify(file)}, which is there`
    }
    return yield* Effect.fail(badInput("place for a key ring", commandLine, problem))
  }
  const made = masterKey !== undefined && !existsSync(masterKey)
  if (made) yield* writeNew("--master-key", masterKey, `${newMasterKeyText()}\n`, 0o600)
  const key = yield* masterKeyGiven(given, masterKey)
  yield* openSqliteKeyRing(file, { masterKey: key }).pipe(Effect.scoped, Effect.mapError(told(commandLine)))
  const answer = { keys: file, masterKey: key.id, masterKeyFile: masterKey ?? null, made }
  const where = made ? `The master key was made: it is in ${printable(masterKey)}. ` : ""
  const text =
    `The key ring is in ${printable(file)}, under the master key ${key.id}.\n${where}` +
    "Keep a copy of the master key apart from the ring and its backups: without it no sealed text is ever read again.\n"
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(answer) : text))
  return exitCodes.ok
})
