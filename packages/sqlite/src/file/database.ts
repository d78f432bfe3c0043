// The little of SQLite this package needs, and where it comes from: Node's own module where it has all of that (from
// 24.10), else the package that offers the same before. Whoever has another driver can pass it in.
import { createRequire } from "node:module"

/**
 * What can be bound to a statement.
 * @example
 * ```ts
 * import type { Value } from "@lcqm/sqlite"
 * const bound: ReadonlyArray<Value> = ["school-lcqm-900001", 0]
 * bound.length // => 2
 * ```
 */
export type Value = string | number | bigint | Uint8Array | null

/** A prepared statement; a row is an object, by column. */
export interface Statement {
  readonly run: (...values: Array<Value>) => unknown
  readonly get: (...values: Array<Value>) => unknown
  readonly all: (...values: Array<Value>) => ReadonlyArray<unknown>
}

/** What SQL is run on. */
export interface Tables {
  readonly exec: (sql: string) => void
  readonly prepare: (sql: string) => Statement
}

/** What SQLite asks for leave when a statement is prepared: an action's code and the names it is about. */
export type Authorizer = (action: number, first: string | null, second: string | null) => number

/** A connection to a SQLite file, as `node:sqlite` has it. */
export interface Database extends Tables {
  readonly close: () => void
  /** Node's own has it from 24.10. Without it the store keeps no read models in its file. */
  readonly setAuthorizer?: (authorizer: Authorizer) => void
}

/** Opens a connection. It must not wait by itself for a locked file: the store does, without blocking. */
export type OpenDatabase = (path: string, options: { readonly readOnly: boolean }) => Database

interface Driver {
  readonly DatabaseSync: new (
    path: string,
    options: { readonly readOnly: boolean; readonly timeout: number }
  ) => Database
}

const isDriver = (module: unknown): module is Driver =>
  typeof module === "object" &&
  module !== null &&
  "DatabaseSync" in module &&
  typeof module.DatabaseSync === "function" &&
  "setAuthorizer" in module.DatabaseSync.prototype

let driver: Driver | undefined

const loadDriver = (): Driver => {
  const builtIn: unknown = process.getBuiltinModule("node:sqlite")
  const found: unknown = isDriver(builtIn)
    ? builtIn
    : createRequire(import.meta.url)("@photostructure/sqlite")
  if (!isDriver(found)) throw new Error("@photostructure/sqlite has no DatabaseSync with setAuthorizer")
  return found
}

/** Opens a connection with the driver of this Node. */
export const openDatabase: OpenDatabase = (path, { readOnly }) => {
  driver ??= loadDriver()
  return new driver.DatabaseSync(path, { readOnly, timeout: 0 })
}
