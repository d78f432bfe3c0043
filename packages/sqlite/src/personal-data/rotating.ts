// A new master key: every key of the ring is unwrapped with the old one and wrapped under the new. It is one
// transaction, so that a ring is never wrapped under two: cut off, it is as it was, and is done again.
import { type KeyRingFailure, KeyUnreadable } from "@lcqm/core"
import { Effect } from "effect"
import { type ApartOptions, openApart } from "./apart-file.ts"
import { underAnother } from "./key-ring.ts"
import { putKey, ringIn, setMaster, wrappedKeys } from "./key-ring-rows.ts"
import { keyRingKind } from "./kinds.ts"
import type { MasterKey } from "./master-key.ts"
import { ringUnavailable } from "./without-reading.ts"
import { unwrap, wrap } from "./wrapping.ts"

/** The master key there is, and the one there is to be. */
export interface Rotation extends ApartOptions {
  readonly from: MasterKey
  readonly to: MasterKey
}

/**
 * Wraps every key of the ring at a path under another master key, and answers how many; 0 where that was done before.
 * The old master key is needed until this answers, and opens the ring no more afterwards, nor anything in its file.
 * @example
 * ```ts
 * import { masterKeyFrom, newMasterKeyText, openSqliteKeyRing, rotateMasterKey } from "@lcqm/sqlite"
 * import { Effect, Result } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/keys.db`
 * const [from, to] = [newMasterKeyText(), newMasterKeyText()].map((text) => Result.getOrThrow(masterKeyFrom(text)))
 * const program = Effect.gen(function* () {
 *   const ring = yield* openSqliteKeyRing(path, { masterKey: from! })
 *   yield* ring.obtain("p-champion1", () => new Uint8Array(32))
 *   return yield* rotateMasterKey(path, { from: from!, to: to! })
 * })
 * await Effect.runPromise(Effect.scoped(program)) // => 1
 * ```
 */
export const rotateMasterKey = (
  path: string,
  { from, to, ...options }: Rotation
): Effect.Effect<number, KeyRingFailure> =>
  Effect.gen(function* () {
    const file = yield* Effect.mapError(
      openApart(keyRingKind, path, { ...options, existing: true }),
      ringUnavailable
    )
    const { name } = file
    const came = yield* Effect.mapError(
      file.forget(
        (tables): number | KeyRingFailure => {
          const ring = ringIn(tables)
          if (ring === undefined || ring.master === to.id) return 0
          if (ring.master !== from.id) return underAnother(name, ring.master, from)
          const keys = wrappedKeys(tables).map(({ person, wrapped }) => {
            const home = { ring: ring.id, person }
            return { home, key: unwrap(from, home, wrapped) }
          })
          const lost = keys.find(({ key }) => key === undefined)
          if (lost !== undefined) {
            const reason = "it was damaged, or put in the place of another; no key of the ring was rotated"
            return new KeyUnreadable({ keyRing: name, person: lost.home.person, reason })
          }
          for (const { home, key } of keys) {
            if (key !== undefined) putKey(tables, home.person, wrap(to, home, key))
          }
          setMaster(tables, to.id)
          return keys.length
        },
        (answer) => typeof answer === "number" && answer > 0
      ),
      ringUnavailable
    )
    return typeof came === "number" ? came : yield* Effect.fail(came)
  }).pipe(Effect.scoped)
