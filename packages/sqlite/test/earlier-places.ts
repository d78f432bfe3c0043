// Files as earlier schemas wrote them.
import type { Codec } from "@lcqm/core"
import { nodeHasher } from "@lcqm/ledger/node"
import { appendLeaf, emptyRange, hashFromHex, rootOf } from "@lcqm/ledger"
import type { EarlierPlace } from "@lcqm/testing/store"
import { Result } from "effect"
import { openDatabase } from "../src/file/database.ts"
import { sqliteStoreWith } from "../src/index.ts"
import { applicationId, migrations } from "../src/file/schema.ts"
import { newPath } from "./places.ts"

const instant = "2017-07-14T02:40:00.000Z"
const inHex = (n: number, width: number): string => n.toString(16).padStart(width, "0")

const noted = (n: number) => ({
  id: `00000000-0000-8000-8000-${inHex(n, 12)}`,
  stream: "early",
  revision: n,
  type: "Noted.v1",
  data: { n, note: `note ${n}` },
  metadata: {
    commandId: `command-${n}`,
    commandDigest: inHex(n, 64),
    correlationId: `command-${n}`,
    actor: { person: "p-12345678", role: "SchemeOffice" as const },
    occurredOn: "2017-06",
    recordedAt: instant,
    salt: inHex(n, 32)
  }
})

/** Writes a file with an earlier schema, as an earlier version of this package did. */
const writeSchema = (version: number, codec: Codec, path: string, count: number): void => {
  const database = openDatabase(path, { readOnly: false })
  database.exec(`PRAGMA application_id = ${applicationId}`)
  for (const step of migrations.slice(0, version)) database.exec(step)
  database.exec(`PRAGMA user_version = ${version}`)
  database.exec(
    "INSERT INTO streams (name) VALUES ('early'); INSERT INTO event_types (name) VALUES ('Noted.v1')"
  )
  const add = database.prepare("INSERT INTO events VALUES (?, 1, ?, 1, ?, ?, ?, ?)")
  let range = emptyRange
  for (let n = 0; n < count; n++) {
    const event = noted(n)
    const { leafHash, text } = Result.getOrThrow(codec.encode(event))
    range = appendLeaf(nodeHasher, range, hashFromHex(leafHash))
    add.run(n, n, event.id, text, leafHash, rootOf(nodeHasher, range))
  }
  database.close()
}

const earlier = ["schema 1, without bookmarks", "schema 2, without a record of read models"]

/** A file of each earlier schema. */
export const earlierPlaces = (codec: Codec): ReadonlyArray<EarlierPlace> =>
  earlier.map((schema, i) => {
    const path = newPath()
    writeSchema(i + 1, codec, path, 5)
    return { schema, store: sqliteStoreWith(codec, path), events: 5 }
  })
