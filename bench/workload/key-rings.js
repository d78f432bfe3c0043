// Key rings for the variants that seal: one in a file, by node:crypto, and one in memory, by WebCrypto.
import { makeMemoryKeyRing } from "@lcqm/memory"
import { masterKeyFrom, openSqliteKeyRing } from "@lcqm/sqlite"
import { Effect, Result, Scope } from "effect"
import { newFile } from "../by-hand/sqlite-file.js"

// Nothing outside the bench is sealed under it.
const masterKey = Result.getOrThrow(masterKeyFrom("0123456789abcdef".repeat(4)))

/** Opens the ring in a file for as long as the process lives. */
export const fileKeyRing = (path = newFile()) =>
  Effect.runPromise(Scope.provide(openSqliteKeyRing(path, { masterKey }), Scope.makeUnsafe()))

/** @type {(kind: "file" | "memory") => Promise<import("@lcqm/core").KeyRing["Service"]>} */
export const keyRing = async (kind) => (kind === "file" ? fileKeyRing() : makeMemoryKeyRing())

/** Random bytes, as the loop has them. */
export const randomBytes = (/** @type {number} */ count) => crypto.getRandomValues(new Uint8Array(count))
