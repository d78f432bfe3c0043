// G7 beside Emmett's store on SQLite: on one connection for the whole, or, as documented, from a file name alone.
import { getSQLiteEventStore, sqliteConnection } from "@event-driven-io/emmett-sqlite"
import { newFile } from "../../../by-hand/sqlite-file.js"
import { appendVariant } from "./workload.js"

export const prepare = ({ asDocumented = false, ...params }) =>
  appendVariant(async (durability) => {
    const fileName = newFile()
    if (asDocumented) return { append: appending(getSQLiteEventStore({ fileName })) }
    const connection = sqliteConnection({ fileName })
    await connection.command(`PRAGMA synchronous = ${durability}`)
    const pool = {
      connection: async () => connection,
      withConnection: (use) => use(connection),
      close: async () => {}
    }
    return { append: appending(getSQLiteEventStore({ fileName, pool })) }
  }, params)

const appending = (store) => (event) =>
  store.appendToStream(event.stream, [event], {
    expectedStreamVersion: event.revision === 0 ? "STREAM_DOES_NOT_EXIST" : BigInt(event.revision)
  })
