// The award file as a format: the same bytes for the same history, read back as written, and refused where a byte is
// not what it should be.
import { readFileSync } from "node:fs"
import { awardFileBytes, makeAwardFile, readAwardFile } from "@lcqm/audit"
import { leafHashOfText, toHex } from "@lcqm/ledger"
import { nodeHasher } from "@lcqm/ledger/node"
import { scheme, school } from "@lcqm/testing/given-when-then"
import { Effect, Result } from "effect"
import { describe, expect, it } from "vitest"
import { plainFile, sealedFile, storeAt } from "../stores.ts"

const store = storeAt("agreed")
const utf8 = new TextEncoder()

describe("an award file", () => {
  it("is read back as it was written, and written the same again", async () => {
    for (const file of [await sealedFile(store), await plainFile(store)]) {
      const bytes = awardFileBytes(file)
      const read = Result.getOrThrow(readAwardFile(bytes))
      expect(read).toEqual(file)
      expect(awardFileBytes(read)).toEqual(bytes)
    }
  })

  it("holds the school's stream first, then the facts' streams in the order of their names", async () => {
    const { streams } = await plainFile(store)
    const [own, ...facts] = streams.map(({ stream }) => stream)
    expect(own).toBe(`school-${scheme}-${school}`)
    expect(facts).toEqual(facts.toSorted())
    expect(facts.map((name) => name.split("-")[0])).toEqual([
      "cohort",
      "criteria",
      "person",
      "person",
      "ruleset"
    ])
  })

  it("holds the very bytes that were hashed when the events were recorded", async () => {
    const { streams } = await plainFile(store)
    const slice = await Effect.runPromise(store.readStream(streams[0].stream))
    const hashes = streams[0].events.map(({ bytes }) => toHex(leafHashOfText(nodeHasher, bytes)))
    expect(hashes).toEqual(slice.events.map(({ leafHash }) => leafHash))
    expect(hashes.length).toBeGreaterThan(20)
  })

  it("holds no later event of a fact than a decision names, and no proof where nothing is signed", async () => {
    const file = await plainFile(store)
    expect(file.log).toBeUndefined()
    expect(file.streams.flatMap(({ events }) => events).every(({ place }) => place === undefined)).toBe(true)
    const person = file.streams.find(({ stream }) => stream.startsWith("person-p-champion"))
    expect(person?.events).toHaveLength(4)
  })

  it("is not made of a school that is not enrolled", async () => {
    const made = await Effect.runPromise(Effect.result(makeAwardFile(store, { scheme, school: "900099" })))
    expect(made).toMatchObject({ failure: { _tag: "NothingToFile", stream: "school-lcqm-900099" } })
  })

  it.each([
    ["a line end behind it", (text: string) => `${text}\n`, "not canonical"],
    ["a space within it", (text: string) => text.replace(":", ": "), "not canonical"],
    ["a key more", (text: string) => text.replace('{"format"', '{"x":1,"format"'), "not canonical"],
    [
      "an unknown key in its place",
      (text: string) => text.replace('{"format"', '{"a":1,"format"'),
      "malformed"
    ],
    ["another format", (text: string) => text.replace("file/1", "file/2"), "malformed"],
    ["no streams", (text: string) => `${text.replace(/"streams":.*$/s, '"streams":[]')}}`, "malformed"]
  ])("is refused with %s", async (_, change, reason) => {
    const text = change(new TextDecoder().decode(awardFileBytes(await plainFile(store))))
    const read = readAwardFile(utf8.encode(text))
    expect(Result.isFailure(read) && read.failure.reason).toBe(reason)
  })

  it("is refused where a byte is no UTF-8, and says which", async () => {
    const bytes = awardFileBytes(await plainFile(store))
    bytes[100] = 0xff
    const read = readAwardFile(bytes)
    expect(Result.isFailure(read) && [read.failure.reason, read.failure.offset]).toEqual(["not text", 100])
  })

  it("is the format that the document describes", () => {
    const text = readFileSync(new URL("../../../../docs/auditing.md", import.meta.url), "utf8")
    for (const name of ["lcqm-award-file/1", "bytes", "place", "index", "proof", "checkpoint", "head"]) {
      expect(text).toContain(`\`${name}\``)
    }
  })
})
