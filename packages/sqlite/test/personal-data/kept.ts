// Key rings and people registers as the tests use them: opened for one piece of work, and looked at byte for byte.
import type { KeyRing, PeopleRegister } from "@lcqm/core"
import { Effect, Result } from "effect"
import { readdirSync, readFileSync } from "node:fs"
import { basename, dirname, join } from "node:path"
import {
  type KeyRingOptions,
  type MasterKey,
  masterKeyFrom,
  newMasterKeyText,
  openSqliteKeyRing,
  openSqlitePeopleRegister
} from "../../src/index.ts"
import { raw } from "../opened.ts"

/** A new master key. */
export const master = (): MasterKey => Result.getOrThrow(masterKeyFrom(newMasterKeyText()))

/** Opens the ring at a path, uses it, closes it. */
export const withRing = <A, E>(
  path: string,
  options: KeyRingOptions,
  use: (ring: KeyRing["Service"]) => Effect.Effect<A, E>
): Promise<A> => Effect.runPromise(Effect.scoped(Effect.flatMap(openSqliteKeyRing(path, options), use)))

/** Why the ring at a path is not opened. */
export const ringRefused = (path: string, masterKey: MasterKey) =>
  Effect.runPromise(Effect.flip(Effect.scoped(openSqliteKeyRing(path, { masterKey }))))

/** Opens the register at a path, uses it, closes it. */
export const withPeople = <A, E>(
  path: string,
  use: (people: PeopleRegister["Service"]) => Effect.Effect<A, E>
): Promise<A> => Effect.runPromise(Effect.scoped(Effect.flatMap(openSqlitePeopleRegister(path), use)))

/** Every byte of a file and of the files beside it that begin with its name. */
export const bytesAround = (path: string): Buffer =>
  Buffer.concat(
    readdirSync(dirname(path))
      .filter((name) => name.startsWith(basename(path)))
      .map((name) => readFileSync(join(dirname(path), name)))
  )

/** The wrapped keys as they stand in the file, by person. */
export const wrappedIn = (path: string): ReadonlyMap<string, Buffer> => {
  const theirs = raw(path)
  const rows = theirs.prepare("SELECT person, wrapped FROM keys").all()
  theirs.close()
  return new Map(
    rows.map((row) => [
      String(Reflect.get(Object(row), "person")),
      Buffer.from(Reflect.get(Object(row), "wrapped"))
    ])
  )
}

/** A key of its own for a number. */
export const keyOf = (n: number): Uint8Array => new Uint8Array(32).map((_, i) => (n * 31 + i * 7) % 256)
