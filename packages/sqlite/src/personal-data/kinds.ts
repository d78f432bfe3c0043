// Which kind of file stands at a path, told by its header. A file of another kind is left as it is, byte for byte.
import { openDatabase, type OpenDatabase } from "../file/database.ts"
import { ownerOf } from "../file/owner.ts"
import { applicationId as eventsId } from "../file/schema.ts"

/** A kind of file that is kept apart from the events. */
export interface FileKind {
  /** What it is called in errors, as "key ring". */
  readonly what: string
  /** How a file of it is known (SQLite's application_id). */
  readonly applicationId: number
  /** What takes a file from one version to the next, never edited once released. */
  readonly migrations: ReadonlyArray<string>
}

// Of every kind: whether what was forgotten may still stand in unused bytes of the file, and until when a backup may be
// restored, where it is one.
const apart = `
  CREATE TABLE apart (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    rewriting_due INTEGER NOT NULL DEFAULT 0,
    taken_at TEXT,
    usable_until TEXT
  ) STRICT;
  INSERT INTO apart (one) VALUES (1);`

// A key is wrapped: `iv` is 12 random bytes, `wrapped` 32 bytes of ciphertext and the tag. `master` is the id of the
// master key they are wrapped under, never the key.
const keys = `
  CREATE TABLE ring (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL CHECK (length(id) = 32),
    master TEXT NOT NULL CHECK (length(master) = 32)
  ) STRICT;
  CREATE TABLE keys (
    person TEXT PRIMARY KEY,
    iv BLOB NOT NULL CHECK (length(iv) = 12),
    wrapped BLOB NOT NULL CHECK (length(wrapped) = 48)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE forgotten (person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`

// `details` is canonical JSON, which escapes what drivers would cut a text at.
const people = `
  CREATE TABLE people (person TEXT PRIMARY KEY, details TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE removed (person TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;`

/** A key ring: "LCQK" in the file's header. */
export const keyRingKind: FileKind = {
  what: "key ring",
  applicationId: 0x4c_43_51_4b,
  migrations: [`${apart}${keys}`]
}

/** A people register: "LCQP" in the file's header. */
export const peopleRegisterKind: FileKind = {
  what: "people register",
  applicationId: 0x4c_43_51_50,
  migrations: [`${apart}${people}`]
}

const known: ReadonlyMap<number, string> = new Map([
  [eventsId, "an event store"],
  [keyRingKind.applicationId, "a key ring"],
  [peopleRegisterKind.applicationId, "a people register"]
])

/** What stands at a path: nothing, a file of the kind, or why it is none. */
export const found = (
  path: string,
  kind: FileKind,
  open: OpenDatabase = openDatabase
): "nothing" | "of the kind" | { readonly not: string } => {
  const owner = ownerOf(path, open)
  if (owner === "nothing") return "nothing"
  if (owner === "not SQLite") return { not: "what is there is not a SQLite file; it was not touched" }
  if (owner === kind.applicationId) return "of the kind"
  const is = known.get(owner) ?? "the SQLite file of another program"
  return { not: `it is ${is}, and no ${kind.what}; it was not touched` }
}
