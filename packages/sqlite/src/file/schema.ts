// The tables of a store's file, one step a version, never edited once released. That events are only ever added
// is enforced here, by the file itself, against every program that opens it.

/** "LCQM" in the file's header: how a file of ours is known (SQLite's application_id). */
export const applicationId = 0x4c_43_51_4d

// UPDATE and DELETE have triggers of their own. INSERT OR REPLACE deletes without one, so an insert that would
// meet a row is refused before it can.
const appendOnly = (table: string, isNew: string): string => `
  CREATE TRIGGER ${table}_never_updated BEFORE UPDATE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} are only ever added: no UPDATE'); END;
  CREATE TRIGGER ${table}_never_deleted BEFORE DELETE ON ${table}
    BEGIN SELECT RAISE(ABORT, '${table} are only ever added: no DELETE'); END;
  CREATE TRIGGER ${table}_never_replaced BEFORE INSERT ON ${table} WHEN NOT (${isNew})
    BEGIN SELECT RAISE(ABORT, '${table} are only ever added: no second, no gap'); END;`

// An event's position is its ordinal, and its leaf's index in the log's tree. `bytes` is the RFC 8785 form;
// `leaf_hash` is hexadecimal, as every answer carries it; `root` is the tree's root after this event, 32 bytes.
// Names are escaped (stream-names.ts), since drivers cut a text at U+0000.
const events = `
  CREATE TABLE streams (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE event_types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE events (
    ordinal INTEGER PRIMARY KEY CHECK (ordinal >= 0),
    stream INTEGER NOT NULL REFERENCES streams (id),
    revision INTEGER NOT NULL CHECK (revision >= 0),
    type INTEGER NOT NULL REFERENCES event_types (id),
    id TEXT NOT NULL UNIQUE,
    bytes TEXT NOT NULL,
    leaf_hash TEXT NOT NULL CHECK (length(leaf_hash) = 64),
    root BLOB NOT NULL CHECK (length(root) = 32),
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TABLE tree_stages (size INTEGER PRIMARY KEY, hashes BLOB NOT NULL) STRICT;
  ${appendOnly("streams", "NOT EXISTS (SELECT 1 FROM streams WHERE id = NEW.id OR name = NEW.name)")}
  ${appendOnly("event_types", "NOT EXISTS (SELECT 1 FROM event_types WHERE id = NEW.id OR name = NEW.name)")}
  ${appendOnly("tree_stages", "NOT EXISTS (SELECT 1 FROM tree_stages WHERE size = NEW.size)")}
  ${appendOnly(
    "events",
    `NEW.ordinal = (SELECT coalesce(max(ordinal) + 1, 0) FROM events)
     AND NEW.revision = (SELECT coalesce(max(revision) + 1, 0) FROM events WHERE stream = NEW.stream)
     AND NOT EXISTS (SELECT 1 FROM events WHERE id = NEW.id)`
  )}`

// How far a read model kept in the same file has got; it changes with the read model, in one transaction.
const bookmarks = `
  CREATE TABLE bookmarks (
    name TEXT NOT NULL,
    version INTEGER NOT NULL,
    position TEXT NOT NULL CHECK (length(position) = 20),
    PRIMARY KEY (name, version)
  ) STRICT, WITHOUT ROWID;`

// Which version of a read model is kept, in which tables (a JSON array of their names).
const readModels = `
  CREATE TABLE read_models (name TEXT PRIMARY KEY, version INTEGER NOT NULL, tables TEXT NOT NULL) STRICT, WITHOUT ROWID;`

/** What takes a file from one version to the next; a file's version (SQLite's user_version) is how many it has. */
export const migrations: ReadonlyArray<string> = [events, bookmarks, readModels]
