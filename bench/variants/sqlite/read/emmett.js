// Emmett's store on SQLite with the same events in it, on one connection.
import { getSQLiteEventStore, sqliteConnection } from "@event-driven-io/emmett-sqlite"
import { newFile } from "../../../by-hand/sqlite-file.js"
import { schoolsEvents } from "./workload.js"

export const openedEmmett = async () => {
  const fileName = newFile()
  const connection = sqliteConnection({ fileName })
  await connection.command("PRAGMA synchronous = NORMAL")
  const pool = {
    connection: async () => connection,
    withConnection: (use) => use(connection),
    close: async () => {}
  }
  const store = getSQLiteEventStore({ fileName, pool })
  for (const events of schoolsEvents()) await store.appendToStream(events[0].stream, events)
  return { connection, fileName, pool, store }
}
