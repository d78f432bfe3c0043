// The key ring port kept in one SQLite file, apart from the events: a backup of either is nothing without the other,
// and forgetting a key touches no byte of the log.
import {
  KeyForgotten,
  type KeyFound,
  KeyRing,
  type KeyRingFailure,
  KeyRingUnavailable,
  KeyUnreadable,
  personKeyBytes
} from "@lcqm/core"
import { Effect, Layer, type Scope } from "effect"
import { type ApartFile, type ApartOptions, openApart } from "./apart-file.ts"
import { putKey, keyRow, type KeyRow, ringIn, startRing } from "./key-ring-rows.ts"
import { keyRingKind } from "./kinds.ts"
import type { MasterKey } from "./master-key.ts"
import { nodeCipher } from "./text-cipher.ts"
import { ringUnavailable, withoutReading } from "./without-reading.ts"
import { unwrap, wrap } from "./wrapping.ts"

type Ring = KeyRing["Service"]

/** How a key ring's file is opened and kept. */
export interface KeyRingOptions extends ApartOptions {
  /** What the keys in the file are wrapped under. */
  readonly masterKey: MasterKey
}

/** Why a ring is not used: its keys are wrapped under another master key. Ids tell master keys apart; they are none. */
export const wrongMaster = (wrappedUnder: string, given: MasterKey): string =>
  `its keys are wrapped under the master key ${wrappedUnder}, and the one given is ${given.id}; ` +
  "give that one, or restore a backup that was made under this one. It was not touched"

/** The same as the ring's failure. */
export const underAnother = (keyRing: string, wrappedUnder: string, given: MasterKey): KeyRingUnavailable =>
  new KeyRingUnavailable({ keyRing, reason: wrongMaster(wrappedUnder, given), retryable: false })

const checked = (key: Uint8Array): Uint8Array => {
  if (key.length === personKeyBytes) return key
  throw new RangeError(`a person's key has ${personKeyBytes} bytes, and not ${key.length}`)
}

type Answer<A> = Effect.Effect<A, KeyRingFailure>

const ringOver = (file: ApartFile, ring: string, masterKey: MasterKey): Ring => {
  const { name } = file
  // Rotated by another process since it was opened: what this one would write nobody could read.
  const asOpened = (master: string): Effect.Effect<void, KeyRingUnavailable> =>
    master === masterKey.id ? Effect.void : Effect.fail(underAnother(name, master, masterKey))

  const answered = (person: string, row: KeyRow): Answer<KeyFound> =>
    Effect.gen(function* () {
      yield* asOpened(row.master)
      if (row.forgotten) return { _tag: "Forgotten" } as const
      if (row.wrapped === undefined) return { _tag: "NoKey" } as const
      const key = unwrap(masterKey, { ring, person }, row.wrapped)
      if (key !== undefined) return { _tag: "Key", key } as const
      const reason = "it was damaged, or put in the place of another"
      return yield* Effect.fail(new KeyUnreadable({ keyRing: name, person, reason }))
    })

  const find: Ring["find"] = (person) =>
    Effect.mapError(
      file.read((tables) => keyRow(tables, person)),
      ringUnavailable
    ).pipe(Effect.flatMap((row) => answered(person, row)))

  const made = (person: string, fresh: () => Uint8Array): Answer<KeyFound> => {
    let bytes: Uint8Array | undefined
    const write = file.write((tables) => {
      const row = keyRow(tables, person)
      if (row.forgotten || row.wrapped !== undefined || row.master !== masterKey.id) return row
      // Once, also where the file was locked and this is done again.
      bytes ??= checked(fresh().slice())
      putKey(tables, person, wrap(masterKey, { ring, person }, bytes))
      return keyRow(tables, person)
    })
    return Effect.flatMap(Effect.mapError(write, ringUnavailable), (row) => answered(person, row))
  }

  return {
    ...withoutReading(file),
    cipher: nodeCipher,
    find,
    obtain: (person, fresh) =>
      Effect.gen(function* () {
        const there = yield* find(person)
        const found = there._tag === "NoKey" ? yield* made(person, fresh) : there
        if (found._tag === "Key") return found.key
        return yield* Effect.fail(new KeyForgotten({ keyRing: name, person }))
      })
  }
}

/**
 * Opens the key ring at a path, making it where there is none, for as long as the scope lasts. Any number of processes
 * may have the file open. Refused, and not touched: another program's file, a store of events, a file that others may
 * read, a backup, and a ring whose keys are wrapped under another master key.
 * @example
 * ```ts
 * import { masterKeyFrom, newMasterKeyText, openSqliteKeyRing } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/keys.db`
 * const program = Effect.gen(function* () {
 *   const masterKey = yield* Effect.fromResult(masterKeyFrom(newMasterKeyText()))
 *   const ring = yield* openSqliteKeyRing(path, { masterKey })
 *   return yield* ring.find("p-champion1")
 * })
 * await Effect.runPromise(Effect.scoped(program)) // => { _tag: "NoKey" }
 * ```
 */
export const openSqliteKeyRing = Effect.fnUntraced(function* (
  path: string,
  options: KeyRingOptions
): Effect.fn.Return<Ring, KeyRingUnavailable, Scope.Scope> {
  const file = yield* Effect.mapError(openApart(keyRingKind, path, options), ringUnavailable)
  const ring = yield* Effect.mapError(
    Effect.flatMap(file.read(ringIn), (there) =>
      there === undefined
        ? file.write((tables) => startRing(tables, options.masterKey.id))
        : Effect.succeed(there)
    ),
    ringUnavailable
  )
  if (ring.master !== options.masterKey.id) {
    return yield* Effect.fail(underAnother(file.name, ring.master, options.masterKey))
  }
  return ringOver(file, ring.id, options.masterKey)
})

/**
 * The key ring in the file at a path, made where there is none.
 * @example
 * ```ts
 * import { KeyRing } from "@lcqm/core"
 * import { masterKeyFrom, newMasterKeyText, sqliteKeyRing } from "@lcqm/sqlite"
 * import { Effect, Result } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/keys.db`
 * const masterKey = Result.getOrThrow(masterKeyFrom(newMasterKeyText()))
 * const people = Effect.flatMap(KeyRing, (ring) => ring.people)
 * await Effect.runPromise(Effect.provide(people, sqliteKeyRing(path, { masterKey }))) // => []
 * ```
 */
export const sqliteKeyRing = (
  path: string,
  options: KeyRingOptions
): Layer.Layer<KeyRing, KeyRingUnavailable> =>
  Layer.fresh(Layer.effect(KeyRing, openSqliteKeyRing(path, options)))
