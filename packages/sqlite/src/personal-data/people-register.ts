// The people register port kept in one SQLite file, apart from the events. Names stand in it as they are: the file is
// its owner's alone, and is to lie on a disk that is encrypted.
import {
  decodePersonDetails,
  PeopleRegister,
  PeopleRegisterUnavailable,
  type PersonDetails,
  PersonRemoved,
  type RegisteredPerson,
  type StoreFailure
} from "@lcqm/core"
import { canonicalJson } from "@lcqm/ledger"
import { Effect, Layer, Result, type Scope } from "effect"
import type { Tables } from "../file/database.ts"
import { textIn } from "../file/columns.ts"
import { type ApartFile, type ApartOptions, openApart, reasonOf } from "./apart-file.ts"
import { peopleRegisterKind } from "./kinds.ts"

type People = PeopleRegister["Service"]

/** A failure of the file as one of the register. */
export const registerUnavailable = (failure: StoreFailure): PeopleRegisterUnavailable =>
  new PeopleRegisterUnavailable({ register: failure.store, ...reasonOf(failure) })

const parsed = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

const rowOf = (tables: Tables, person: string): unknown =>
  tables.prepare("SELECT details FROM people WHERE person = ?").get(person)

const isRemoved = (tables: Tables, person: string): boolean =>
  tables.prepare("SELECT 1 FROM removed WHERE person = ?").get(person) !== undefined

/** Takes somebody out and notes whom; answers whether they were there. */
export const removePerson = (tables: Tables, person: string): boolean => {
  const there = rowOf(tables, person) !== undefined
  tables.prepare("INSERT OR IGNORE INTO removed (person) VALUES (?)").run(person)
  tables.prepare("DELETE FROM people WHERE person = ?").run(person)
  return there
}

const registerOver = (file: ApartFile): People => {
  const { name } = file
  // What is wrong with an entry is not told: it would tell the entry.
  const details = (person: string, row: unknown): Effect.Effect<PersonDetails, PeopleRegisterUnavailable> => {
    const decoded = decodePersonDetails(parsed(textIn(row, "details")))
    if (Result.isSuccess(decoded)) return Effect.succeed(decoded.success)
    const reason = `the entry of ${person} is damaged; enter them again, or restore it from a backup`
    return Effect.fail(new PeopleRegisterUnavailable({ register: name, reason, retryable: false }))
  }
  const read = <A>(work: (tables: Tables) => A) => Effect.mapError(file.read(work), registerUnavailable)
  return {
    name,
    enter: (person, entered) => {
      const text = canonicalJson(entered)
      const write = file.forget(
        (tables) => {
          if (isRemoved(tables, person)) return "removed"
          const there = rowOf(tables, person) !== undefined
          tables.prepare("INSERT OR REPLACE INTO people (person, details) VALUES (?, ?)").run(person, text)
          return there ? "replaced" : "added"
        },
        (what) => what === "replaced"
      )
      return Effect.flatMap(Effect.mapError(write, registerUnavailable), (what) =>
        what === "removed" ? Effect.fail(new PersonRemoved({ register: name, person })) : Effect.void
      )
    },
    find: (person) =>
      Effect.flatMap(
        read((tables) => rowOf(tables, person)),
        (row) => (row === undefined ? Effect.succeed(undefined) : details(person, row))
      ),
    remove: (person) =>
      Effect.mapError(
        file.forget(
          (tables) => removePerson(tables, person),
          (there) => there
        ),
        registerUnavailable
      ),
    everyone: Effect.flatMap(
      read((tables) => tables.prepare("SELECT person, details FROM people ORDER BY person").all()),
      (rows) =>
        Effect.forEach(rows, (row): Effect.Effect<RegisteredPerson, PeopleRegisterUnavailable> => {
          const person = textIn(row, "person") ?? ""
          return Effect.map(details(person, row), (found) => ({ person, details: found }))
        })
    )
  }
}

/**
 * Opens the people register at a path, making it where there is none, for as long as the scope lasts. Any number of
 * processes may have the file open. Refused, and not touched: another program's file, a store of events, a file that
 * others may read, and a backup.
 * @example
 * ```ts
 * import { openSqlitePeopleRegister } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/people.db`
 * const program = Effect.gen(function* () {
 *   const people = yield* openSqlitePeopleRegister(path)
 *   yield* people.enter("p-champion1", { name: "A Sample" })
 *   return yield* people.find("p-champion1")
 * })
 * await Effect.runPromise(Effect.scoped(program)) // => { name: "A Sample" }
 * ```
 */
export const openSqlitePeopleRegister = (
  path: string,
  options: ApartOptions = {}
): Effect.Effect<People, PeopleRegisterUnavailable, Scope.Scope> =>
  Effect.mapError(Effect.map(openApart(peopleRegisterKind, path, options), registerOver), registerUnavailable)

/**
 * The people register in the file at a path, made where there is none.
 * @example
 * ```ts
 * import { PeopleRegister } from "@lcqm/core"
 * import { sqlitePeopleRegister } from "@lcqm/sqlite"
 * import { Effect } from "effect"
 * import { mkdtempSync } from "node:fs"
 * import { tmpdir } from "node:os"
 * const path = `${mkdtempSync(`${tmpdir()}/lcqm-`)}/people.db`
 * const everyone = Effect.flatMap(PeopleRegister, (people) => people.everyone)
 * await Effect.runPromise(Effect.provide(everyone, sqlitePeopleRegister(path))) // => []
 * ```
 */
export const sqlitePeopleRegister = (
  path: string,
  options?: ApartOptions
): Layer.Layer<PeopleRegister, PeopleRegisterUnavailable> =>
  Layer.fresh(Layer.effect(PeopleRegister, openSqlitePeopleRegister(path, options)))
