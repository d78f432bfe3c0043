// `lcqm keys finish`: whoever the store says was erased is forgotten on this ring too. A ring that was made anew knows of
// nobody who was erased before, and one that was put back by other means than a restore has their keys again. Forgetting
// opens nothing, so that no master key is asked for; cut off at any point it is given again and goes on.
import {
  type ErasureUnfinished,
  forgetPerson,
  type KeptOutside,
  type KeyRingUnavailable,
  type PersonRef
} from "@lcqm/core"
import { openKeyRingWithoutMasterKey, openSqlitePeopleRegister } from "@lcqm/sqlite"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { commandLine } from "../failure.ts"
import { flagsOf, Json } from "../given/flags.ts"
import { keysGiven, peopleFlag, ringFlag } from "../given/kept-apart.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import { overLcqm, told } from "../over-store.ts"
import { jsonLine } from "../telling/json.ts"
import { type Progress, progressOn } from "../telling/progress.ts"
import { type ErasureFinished, finishedText } from "./finished-text.ts"

const decodeFlags = flagsOf("lcqm keys finish", { ...storeFlag, ...ringFlag, ...peopleFlag, json: Json })

/** Forgets people in turn; whoever was forgotten stays so, wherever this is cut off. */
const forgotten = (
  outside: KeptOutside,
  erased: ReadonlyArray<PersonRef>,
  progress: Progress
): Effect.Effect<ReadonlyArray<ErasureFinished>, KeyRingUnavailable | ErasureUnfinished> =>
  Effect.gen(function* () {
    const onRing = yield* outside.keyRing.people
    const before = new Set(onRing.flatMap(({ forgotten: gone, person }) => (gone ? [person] : [])))
    return yield* Effect.forEach(erased, (person, done) =>
      Effect.map(forgetPerson(outside, person), ({ entry, key }): ErasureFinished => {
        progress.on(done + 1, erased.length)
        const keyWas = key ? "now" : before.has(person) ? "before" : "never"
        return {
          person,
          key: keyWas,
          ...(outside.people === undefined ? {} : { entry: entry ? "now" : "never" })
        }
      })
    )
  }).pipe(Effect.ensuring(Effect.sync(progress.end)))

/** Finishes the erasures of a store on a ring. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { json, keys, people, store } = yield* decodeFlags(given)
  const file = yield* keysGiven(keys)
  const finished = yield* Effect.gen(function* () {
    // Both are opened before the log is read: what cannot be opened is told at once.
    const keyRing = yield* openKeyRingWithoutMasterKey(file)
    const register =
      people === undefined ? undefined : yield* openSqlitePeopleRegister(people, { existing: true })
    const erased = yield* overLcqm(storeGiven(given, store), "reading", (lcqm) => lcqm.erased())
    const all = erased.map(({ person }) => person)
    return yield* forgotten({ keyRing, people: register }, all, progressOn(streams, "Forgetting"))
  }).pipe(Effect.scoped, Effect.mapError(told(commandLine)))
  const answer = { keys: file, people: people ?? null, erased: finished }
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(answer) : finishedText(answer)))
  return exitCodes.ok
})
