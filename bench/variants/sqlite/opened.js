// Opens the store in a file for as long as the process lives, with Effect's compiled decoders on, as the command line
// has them.
import "effect/schema/SchemaJITCompiler/enable"
import { codecOf, lcqmCatalogue } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { Effect, Scope } from "effect"
import { openSqliteStore } from "../../../packages/sqlite/dist/index.js"

export const openedSqlite = (/** @type {string} */ path, options = {}) => {
  const codec = codecOf(lcqmCatalogue, nodeHasher)
  return Effect.runPromise(Scope.provide(openSqliteStore(codec, path, options), Scope.makeUnsafe()))
}
