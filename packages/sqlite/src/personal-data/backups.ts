// Backups of a key ring and of a people register, and what is made from them again.
import { type KeyRingUnavailable, type PeopleRegisterUnavailable, StoreUnavailable } from "@lcqm/core"
import { Effect } from "effect"
import {
  backUpApart,
  type BackupOptions,
  type BackupTaken,
  restoreApart,
  type Restoring
} from "./backing-up.ts"
import { wrongMaster } from "./key-ring.ts"
import { forgetKey, ringIn } from "./key-ring-rows.ts"
import { keyRingKind, peopleRegisterKind } from "./kinds.ts"
import type { MasterKey } from "./master-key.ts"
import { registerUnavailable, removePerson } from "./people-register.ts"
import { ringUnavailable } from "./without-reading.ts"

/**
 * Copies a key ring as it is at one moment to where nothing is yet. The keys in it are wrapped, so the master key has
 * to be kept too, elsewhere.
 * @example
 * ```ts
 * import { backUpKeyRing } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * const backup = Effect.flip(backUpKeyRing("/nowhere/keys.db", "/nowhere/backup.db", { days: 7 }))
 * const { reason } = await Effect.runPromise(backup)
 * reason // => "there is no such file"
 * ```
 */
export const backUpKeyRing = (
  path: string,
  to: string,
  options: BackupOptions = {}
): Effect.Effect<BackupTaken, KeyRingUnavailable> =>
  Effect.mapError(backUpApart(keyRingKind, path, to, options), ringUnavailable)

/**
 * Makes a key ring from a backup, without the keys of those erased since. Refused where the backup has outlived its
 * days, is wrapped under another master key, or is none.
 * @example
 * ```ts
 * import { masterKeyFrom, newMasterKeyText, restoreKeyRing } from "@lcqm/sqlite"
 * import { Effect, Result } from "effect"
 * const masterKey = Result.getOrThrow(masterKeyFrom(newMasterKeyText()))
 * const from = { backup: "/nowhere/backup.db", to: "/nowhere/keys.db", erased: [] }
 * const { reason } = await Effect.runPromise(Effect.flip(restoreKeyRing({ ...from, masterKey })))
 * reason // => "there is no such file"
 * ```
 */
export const restoreKeyRing = ({
  masterKey,
  ...restoring
}: Restoring & { readonly masterKey: MasterKey }): Effect.Effect<void, KeyRingUnavailable> =>
  Effect.mapError(
    restoreApart(keyRingKind, restoring, {
      check: (tables, store) => {
        const wrapped = ringIn(tables)?.master ?? masterKey.id
        if (wrapped === masterKey.id) return undefined
        return new StoreUnavailable({ store, reason: wrongMaster(wrapped, masterKey), retryable: false })
      },
      without: (tables, person) => forgetKey(tables, person)
    }),
    ringUnavailable
  )

/**
 * Copies a people register as it is at one moment to where nothing is yet. Names stand in it as they are.
 * @example
 * ```ts
 * import { backUpPeopleRegister } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * const backup = Effect.flip(backUpPeopleRegister("/nowhere/people.db", "/nowhere/backup.db"))
 * const { reason } = await Effect.runPromise(backup)
 * reason // => "there is no such file"
 * ```
 */
export const backUpPeopleRegister = (
  path: string,
  to: string,
  options: BackupOptions = {}
): Effect.Effect<BackupTaken, PeopleRegisterUnavailable> =>
  Effect.mapError(backUpApart(peopleRegisterKind, path, to, options), registerUnavailable)

/**
 * Makes a people register from a backup, without those erased since. Refused where the backup has outlived its days,
 * or is none.
 * @example
 * ```ts
 * import { restorePeopleRegister } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * const from = { backup: "/nowhere/backup.db", to: "/nowhere/people.db", erased: [] }
 * const { reason } = await Effect.runPromise(Effect.flip(restorePeopleRegister(from)))
 * reason // => "there is no such file"
 * ```
 */
export const restorePeopleRegister = (restoring: Restoring): Effect.Effect<void, PeopleRegisterUnavailable> =>
  Effect.mapError(
    restoreApart(peopleRegisterKind, restoring, {
      check: () => undefined,
      without: (tables, person) => removePerson(tables, person)
    }),
    registerUnavailable
  )
