// Golden files: the bytes of a recorded event of every type and version, which every later version of this program
// must read. They are never edited; `LCQM_WRITE_GOLDEN=1` writes those that are missing, and no other.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { Result, Schema } from "effect"
import { canonicalJson } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import {
  codecOf,
  lcqmCatalogue,
  lcqmEventTypes,
  positionOf,
  stampedOf,
  type Stored
} from "../../src/index.ts"
import { bytesOf, everyEvent } from "./every-event.ts"

const folder = join(import.meta.dirname, "golden")
const fileOf = (type: string): string => join(folder, `${type}.json`)
const codec = codecOf(lcqmCatalogue, nodeHasher)

if (process.env["LCQM_WRITE_GOLDEN"] === "1") {
  mkdirSync(folder, { recursive: true })
  for (const [type, event] of everyEvent()) {
    if (!existsSync(fileOf(type))) writeFileSync(fileOf(type), bytesOf(event), { flag: "wx" })
  }
}

const files = existsSync(folder) ? readdirSync(folder).toSorted() : []
const Place = Schema.Struct({ stream: Schema.String, revision: Schema.Int, type: Schema.String })
const placeOf = Schema.decodeUnknownSync(Schema.fromJsonString(Place))

describe("the golden files", () => {
  it("are one of every event type and version of the catalogue, and no others", () => {
    const missing = [...lcqmCatalogue.keys()].filter((type) => !files.includes(`${type}.json`))
    expect(missing, "run this test with LCQM_WRITE_GOLDEN=1 to write what is missing").toEqual([])
    expect(files).toEqual([...lcqmCatalogue.keys()].map((type) => `${type}.json`).toSorted())
    expect(files.length).toBeGreaterThanOrEqual(lcqmEventTypes.length)
  })

  it.each(files)("are read and written again, byte for byte: %s", (file) => {
    const text = readFileSync(join(folder, file), "utf8")
    const { revision, stream, type } = placeOf(text)
    expect(`${type}.json`).toBe(file)
    expect(canonicalJson(JSON.parse(text))).toBe(text)
    const stored: Stored = { stream, revision, position: positionOf(0), leafHash: "0".repeat(64) }
    const asStored = Result.getOrThrow(codec.decodeAsStored(text, stored))
    const encoded = Result.getOrThrow(codec.encode(stampedOf(asStored)))
    expect(encoded.text).toBe(text)
    expect(encoded.size).toBe(Buffer.byteLength(text))
    expect(codec.verifyLeaf(text, { ...stored, leafHash: encoded.leafHash })).toEqual(Result.void)
    const newest = lcqmCatalogue.get(type)?.newest.type
    expect(Result.getOrThrow(codec.decode(text, stored)).type).toBe(newest)
  })

  it("can be written of every type from the stories of today", () => {
    expect([...everyEvent().keys()].toSorted()).toEqual(lcqmEventTypes.map(({ type }) => type).toSorted())
  })
})
