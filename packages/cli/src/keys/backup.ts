// `lcqm keys backup FILE` and `lcqm person backup FILE`: a copy that tells until when it may be restored.
import { backUpKeyRing, backUpPeopleRegister, longestBackupDays } from "@lcqm/sqlite"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { commandLine } from "../failure.ts"
import { flagsOf, Json, Path, wholeNumber } from "../given/flags.ts"
import { keysFlags, keysGiven, peopleFlag, peopleGiven } from "../given/kept-apart.ts"
import { told } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const flags = { file: Path, days: Schema.optionalKey(wholeNumber("days", 1, longestBackupDays)), json: Json }

const decodeKeysFlags = flagsOf("lcqm keys backup", { ...keysFlags, ...flags })
const decodePeopleFlags = flagsOf("lcqm person backup", { ...peopleFlag, ...flags })

const daysOf = (days: number | undefined) => (days === undefined ? {} : { days })

const telling = (file: string, usableUntil: string): string =>
  `Backed up to ${printable(file)}. Destroy it by ${usableUntil}: it is not restored after that.\n`

/** Backs a key ring up. The master key is not asked for: keys stay wrapped. */
export const runForKeys: Run = Effect.fnUntraced(function* (given, streams) {
  const { days, file, json, keys } = yield* decodeKeysFlags(given)
  const ring = yield* keysGiven(keys)
  const taken = yield* Effect.mapError(backUpKeyRing(ring, file, daysOf(days)), told(commandLine))
  const text = telling(file, taken.usableUntil)
  yield* Effect.promise(() => streams.out(json === true ? jsonLine({ file, ...taken }) : text))
  return exitCodes.ok
})

/** Backs a people register up. */
export const runForPeople: Run = Effect.fnUntraced(function* (given, streams) {
  const { days, file, json, people } = yield* decodePeopleFlags(given)
  const register = yield* peopleGiven(people)
  const taken = yield* Effect.mapError(backUpPeopleRegister(register, file, daysOf(days)), told(commandLine))
  const text = telling(file, taken.usableUntil)
  yield* Effect.promise(() => streams.out(json === true ? jsonLine({ file, ...taken }) : text))
  return exitCodes.ok
})
