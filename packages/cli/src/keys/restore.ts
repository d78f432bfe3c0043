// `lcqm keys restore BACKUP` and `lcqm person restore BACKUP`: from a backup that is still in time, without those whom
// the store says were erased since.
import type { PersonRef } from "@lcqm/core"
import { restoreKeyRing, restorePeopleRegister } from "@lcqm/sqlite"
import { Effect } from "effect"
import type { Given, Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { commandLine, type Failure } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { keysFlags, keysGiven, masterKeyGiven, peopleFlag, peopleGiven } from "../given/kept-apart.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm, told } from "../over-store.ts"
import { counted } from "../telling/counted.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const flags = { ...storeFlag, file: Path, json: Json }

const decodeKeysFlags = flagsOf("lcqm keys restore", { ...keysFlags, ...flags })
const decodePeopleFlags = flagsOf("lcqm person restore", { ...peopleFlag, ...flags })

// The log is what an old backup is held against: it says who was erased, whatever was restored.
const erasedIn = (
  given: Given,
  store: string | undefined
): Effect.Effect<ReadonlyArray<PersonRef>, Failure> =>
  overLcqm(storeGiven(given, store), "reading", (lcqm) =>
    Effect.map(lcqm.erased(), (all) => all.map(({ person }) => person))
  )

const answer = (to: string, backup: string, erased: number, json: boolean | undefined): string =>
  json === true
    ? jsonLine({ to, backup, erased })
    : `Restored to ${printable(to)}, without ${counted(erased, "person", "people")} erased so far. Destroy the backup: they are in it.\n`

/** Restores a key ring. */
export const runForKeys: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, json, keys, masterKey, store } = yield* decodeKeysFlags(given)
  const to = yield* keysGiven(keys)
  const key = yield* masterKeyGiven(given, masterKey)
  const erased = yield* erasedIn(given, store)
  yield* Effect.mapError(restoreKeyRing({ backup: file, to, masterKey: key, erased }), told(commandLine))
  yield* Effect.promise(() => streams.out(answer(to, file, erased.length, json)))
  return exitCodes.ok
})

/** Restores a people register. */
export const runForPeople: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, json, people, store } = yield* decodePeopleFlags(given)
  const to = yield* peopleGiven(people)
  const erased = yield* erasedIn(given, store)
  yield* Effect.mapError(restorePeopleRegister({ backup: file, to, erased }), told(commandLine))
  yield* Effect.promise(() => streams.out(answer(to, file, erased.length, json)))
  return exitCodes.ok
})
