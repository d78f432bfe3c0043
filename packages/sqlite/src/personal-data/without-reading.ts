// What a key ring's file does without its master key. Keys in it are closed then, and stay so; but people have to be
// forgotten all the same: a master key that is lost may be found, and whoever finds it may have the ring.
import {
  KeyForgotten,
  type KeyFound,
  type KeyRing,
  type KeyRingFailure,
  KeyRingUnavailable,
  KeyUnreadable,
  type PersonOnRing,
  type StoreFailure
} from "@lcqm/core"
import { Effect, type Scope } from "effect"
import { type ApartFile, type ApartOptions, openApart, reasonOf } from "./apart-file.ts"
import { forgetKey, keyRow, peopleOn } from "./key-ring-rows.ts"
import { keyRingKind } from "./kinds.ts"

type Ring = KeyRing["Service"]

/** A failure of the file as one of the ring. */
export const ringUnavailable = (failure: StoreFailure): KeyRingUnavailable =>
  new KeyRingUnavailable({ keyRing: failure.store, ...reasonOf(failure) })

/** The part of a ring that reads no key. */
export const withoutReading = (file: ApartFile): Pick<Ring, "name" | "forget" | "people"> => ({
  name: file.name,
  forget: (person) =>
    Effect.mapError(
      file.forget(
        (tables) => forgetKey(tables, person),
        (there) => there
      ),
      ringUnavailable
    ),
  people: Effect.mapError(
    file.read((tables): ReadonlyArray<PersonOnRing> => peopleOn(tables)),
    ringUnavailable
  )
})

const notAsked =
  "the ring was opened without its master key, and so forgets keys, but neither reads nor makes one"

/**
 * Opens the key ring at a path without its master key, for as long as the scope lasts: where that is lost, and somebody
 * is to be forgotten all the same. It tells whom it knows of and forgets them; whoever's key is there is `KeyUnreadable`,
 * and no key is made. Refused, and not touched: whatever `openSqliteKeyRing` refuses, but for the master key.
 * @example
 * ```ts
 * import { masterKeyFrom, newMasterKeyText, openKeyRingWithoutMasterKey, openSqliteKeyRing } from "@lcqm/sqlite"
 * import { Effect, Result } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/keys.db`
 * const masterKey = Result.getOrThrow(masterKeyFrom(newMasterKeyText()))
 * const program = Effect.gen(function* () {
 *   const ring = yield* openSqliteKeyRing(path, { masterKey })
 *   yield* ring.obtain("p-champion1", () => new Uint8Array(32))
 *   const without = yield* openKeyRingWithoutMasterKey(path)
 *   return yield* without.forget("p-champion1")
 * })
 * await Effect.runPromise(Effect.scoped(program)) // => true
 * ```
 */
export const openKeyRingWithoutMasterKey = Effect.fnUntraced(function* (
  path: string,
  options: Omit<ApartOptions, "existing"> = {}
): Effect.fn.Return<Ring, KeyRingUnavailable, Scope.Scope> {
  const opened = openApart(keyRingKind, path, { ...options, existing: true })
  const file = yield* Effect.mapError(opened, ringUnavailable)
  const { name } = file
  const unread = (person: string) =>
    Effect.fail(new KeyUnreadable({ keyRing: name, person, reason: notAsked }))
  const find = (person: string): Effect.Effect<KeyFound, KeyRingFailure> =>
    Effect.flatMap(
      Effect.mapError(
        file.read((tables) => keyRow(tables, person)),
        ringUnavailable
      ),
      ({ forgotten, wrapped }): Effect.Effect<KeyFound, KeyRingFailure> =>
        forgotten
          ? Effect.succeed({ _tag: "Forgotten" })
          : wrapped === undefined
            ? Effect.succeed({ _tag: "NoKey" })
            : unread(person)
    )
  return {
    ...withoutReading(file),
    find,
    obtain: (person) =>
      Effect.flatMap(find(person), (found): Effect.Effect<never, KeyForgotten | KeyRingFailure> =>
        found._tag === "Forgotten" ? Effect.fail(new KeyForgotten({ keyRing: name, person })) : unread(person)
      )
  }
})
