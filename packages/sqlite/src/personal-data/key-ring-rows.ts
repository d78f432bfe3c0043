// What stands in a key ring's file, row by row. Each is one step of SQL; when and in which transaction is not said here.
import type { PersonOnRing } from "@lcqm/core"
import { randomBytes } from "node:crypto"
import type { Statement, Tables } from "../file/database.ts"
import { numberIn, textIn } from "../file/columns.ts"
import type { Wrapped } from "./wrapping.ts"

/** What a ring is bound by: its own random id, and the id of the master key its keys are wrapped under. */
export interface RingRow {
  readonly id: string
  readonly master: string
}

/** What is known of a person, and under which master key it is wrapped now. */
export interface KeyRow {
  readonly master: string
  readonly forgotten: boolean
  readonly wrapped: Wrapped | undefined
}

const bytesIn = (row: unknown, column: string): Uint8Array | undefined => {
  const value: unknown = typeof row === "object" && row !== null ? Reflect.get(row, column) : undefined
  return value instanceof Uint8Array ? value : undefined
}

const wrappedOf = (row: unknown): Wrapped | undefined => {
  const [iv, wrapped] = [bytesIn(row, "iv"), bytesIn(row, "wrapped")]
  return iv === undefined || wrapped === undefined ? undefined : { iv, wrapped }
}

/** The ring's own row; undefined in a file that was just made. */
export const ringIn = (tables: Tables): RingRow | undefined => {
  const row: unknown = tables.prepare("SELECT id, master FROM ring").get()
  const [id, master] = [textIn(row, "id"), textIn(row, "master")]
  return id === undefined || master === undefined ? undefined : { id, master }
}

/** Makes a file a ring under a master key, and answers what it is; whoever comes second finds it made. */
export const startRing = (tables: Tables, master: string): RingRow => {
  tables
    .prepare("INSERT OR IGNORE INTO ring (one, id, master) VALUES (1, ?, ?)")
    .run(randomBytes(16).toString("hex"), master)
  return ringIn(tables) ?? { id: "", master: "" }
}

// Preparing it is more than half of looking somebody up, and every text is somebody's.
const lookingUp = new WeakMap<Tables, Statement>()

const lookUpIn = (tables: Tables): Statement => {
  const known = lookingUp.get(tables)
  if (known !== undefined) return known
  const made = tables.prepare(
    `SELECT ring.master, keys.iv, keys.wrapped, forgotten.person AS gone
     FROM ring LEFT JOIN keys ON keys.person = ? LEFT JOIN forgotten ON forgotten.person = ?`
  )
  lookingUp.set(tables, made)
  return made
}

/** What is known of a person. */
export const keyRow = (tables: Tables, person: string): KeyRow => {
  const row: unknown = lookUpIn(tables).get(person, person)
  return {
    master: textIn(row, "master") ?? "",
    forgotten: textIn(row, "gone") !== undefined,
    wrapped: wrappedOf(row)
  }
}

/** Puts a wrapped key on the ring, in the place of the one there was. */
export const putKey = (tables: Tables, person: string, { iv, wrapped }: Wrapped): void => {
  tables
    .prepare("INSERT OR REPLACE INTO keys (person, iv, wrapped) VALUES (?, ?, ?)")
    .run(person, iv, wrapped)
}

/** Takes a key off the ring and notes whose; answers whether there was one. */
export const forgetKey = (tables: Tables, person: string): boolean => {
  const there = keyRow(tables, person).wrapped !== undefined
  tables.prepare("INSERT OR IGNORE INTO forgotten (person) VALUES (?)").run(person)
  tables.prepare("DELETE FROM keys WHERE person = ?").run(person)
  return there
}

/** Everybody with a key, as it is wrapped. */
export const wrappedKeys = (
  tables: Tables
): ReadonlyArray<{ readonly person: string; readonly wrapped: Wrapped }> =>
  tables
    .prepare("SELECT person, iv, wrapped FROM keys")
    .all()
    .flatMap((row) => {
      const wrapped = wrappedOf(row)
      return wrapped === undefined ? [] : [{ person: textIn(row, "person") ?? "", wrapped }]
    })

/** Everybody the ring knows of. */
export const peopleOn = (tables: Tables): ReadonlyArray<PersonOnRing> =>
  tables
    .prepare(
      "SELECT person, 0 AS forgotten FROM keys UNION ALL SELECT person, 1 FROM forgotten ORDER BY person"
    )
    .all()
    .map((row) => ({ person: textIn(row, "person") ?? "", forgotten: numberIn(row, "forgotten") === 1 }))

/** Says under which master key the keys are wrapped from now on. */
export const setMaster = (tables: Tables, master: string): void => {
  tables.prepare("UPDATE ring SET master = ?").run(master)
}
