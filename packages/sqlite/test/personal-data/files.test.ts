// Whose file it is, who may read it, and under which master key: what does not fit is refused and left as it is.
import { testCodec } from "@lcqm/testing/store"
import { Effect } from "effect"
import { chmodSync, copyFileSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { sqliteStoreWith } from "../../src/index.ts"
import { EventStore } from "@lcqm/core"
import { byHand, raw, written } from "../opened.ts"
import { newPath } from "../places.ts"
import { bytesAround, keyOf, master, ringRefused, withPeople, withRing } from "./kept.ts"

const masterKey = master()

const ringWith = async (...people: ReadonlyArray<string>): Promise<string> => {
  const path = newPath()
  await withRing(path, { masterKey }, (ring) =>
    Effect.forEach(people, (each, n) => ring.obtain(each, () => keyOf(n)))
  )
  return path
}

const register = async (): Promise<string> => {
  const path = newPath()
  await withPeople(path, (people) => people.enter("p-ada00001", { name: "Ada Sample" }))
  return path
}

const peopleRefused = (path: string) =>
  withPeople(path, (people) => people.everyone).then(
    () => undefined,
    (error: unknown) => error
  )

const text = (): string => {
  const path = newPath()
  writeFileSync(path, "Dear school,\n".repeat(100), { mode: 0o600 })
  return path
}

const database = (): string => {
  const path = newPath()
  byHand(path, "CREATE TABLE keys (person TEXT)")
  return path
}

describe("a file of another kind is refused by name and left as it is, byte for byte", () => {
  it.each([
    ["an event store", () => written(), "it is an event store, and no key ring"],
    ["a people register", register, "it is a people register, and no key ring"],
    ["another program's database", async () => database(), "it is the SQLite file of another program"],
    ["a text", async () => text(), "is not a SQLite file"]
  ])("as a key ring: %s", async (_, make, why) => {
    const path = await make()
    const before = bytesAround(path)
    expect(await ringRefused(path, masterKey)).toMatchObject({
      _tag: "KeyRingUnavailable",
      retryable: false,
      reason: expect.stringContaining(why)
    })
    expect(bytesAround(path).equals(before)).toBe(true)
  })

  it.each([
    ["an event store", () => written(), "it is an event store, and no people register"],
    ["a key ring", () => ringWith(), "it is a key ring, and no people register"],
    ["another program's database", async () => database(), "it is the SQLite file of another program"],
    ["a text", async () => text(), "is not a SQLite file"]
  ])("as a people register: %s", async (_, make, why) => {
    const path = await make()
    const before = bytesAround(path)
    expect(await peopleRefused(path)).toMatchObject({
      _tag: "PeopleRegisterUnavailable",
      reason: expect.stringContaining(why)
    })
    expect(bytesAround(path).equals(before)).toBe(true)
  })

  it.each([
    ["a key ring", () => ringWith("p-ada00001")],
    ["a people register", register]
  ])("as an event store: %s", async (_, make) => {
    const path = await make()
    const before = bytesAround(path)
    const head = Effect.flatMap(EventStore, (store) => store.head())
    const refused = await Effect.runPromise(
      Effect.flip(Effect.provide(head, sqliteStoreWith(testCodec, path)))
    )
    expect(refused).toMatchObject({ _tag: "StoreUnavailable", retryable: false })
    expect(bytesAround(path).equals(before)).toBe(true)
  })
})

describe.skipIf(process.platform === "win32")("a file that others may read", () => {
  it("is never made, whatever the process allows", async () => {
    const before = process.umask(0)
    try {
      for (const path of [await ringWith("p-ada00001"), await register()]) {
        expect(statSync(path).mode & 0o777).toBe(0o600)
      }
    } finally {
      process.umask(before)
    }
  })

  it.each([0o640, 0o604, 0o622, 0o777])("is refused (%o), and not touched", async (mode) => {
    const [ring, people] = [await ringWith("p-ada00001"), await register()]
    for (const path of [ring, people]) chmodSync(path, mode)
    const before = [ring, people].map((path) => readFileSync(path))
    expect(await ringRefused(ring, masterKey)).toMatchObject({
      reason: expect.stringMatching(/others may read it/)
    })
    expect(await peopleRefused(people)).toMatchObject({ reason: expect.stringMatching(/chmod 600/) })
    expect([ring, people].map((path) => readFileSync(path))).toEqual(before)
  })
})

describe("a master key that is not the ring's", () => {
  it("opens nothing and changes nothing, and neither key is told", async () => {
    const path = await ringWith("p-ada00001")
    const [before, lost] = [bytesAround(path), master()]
    const refused = await ringRefused(path, lost)
    expect(refused).toMatchObject({ _tag: "KeyRingUnavailable", retryable: false })
    expect(refused.reason).toContain(`under the master key ${masterKey.id}, and the one given is ${lost.id}`)
    expect(JSON.stringify([masterKey, lost])).toContain("<redacted:master key>")
    expect(bytesAround(path).equals(before)).toBe(true)
    expect(await withRing(path, { masterKey }, (ring) => ring.find("p-ada00001"))).toMatchObject({
      _tag: "Key"
    })
  })
})

describe("a row that was tampered with", () => {
  it.each([
    [
      "one's key in another's place",
      "UPDATE keys SET (iv, wrapped) = (SELECT iv, wrapped FROM keys WHERE person = 'p-ben00001')"
    ],
    ["a changed key", "UPDATE keys SET wrapped = CAST(substr(wrapped, 2) || substr(wrapped, 1, 1) AS BLOB)"],
    ["a changed beginning", "UPDATE keys SET iv = zeroblob(12)"],
    ["a key of zeros", "UPDATE keys SET wrapped = zeroblob(48)"]
  ])("%s is told as unreadable, never answered as the person's key", async (_, sql) => {
    const path = await ringWith("p-ada00001", "p-ben00001")
    byHand(path, sql)
    const found = withRing(path, { masterKey }, (ring) => Effect.flip(ring.find("p-ada00001")))
    expect(await found).toMatchObject({ _tag: "KeyUnreadable", person: "p-ada00001" })
    const obtained = withRing(path, { masterKey }, (ring) =>
      Effect.flip(ring.obtain("p-ada00001", () => keyOf(9)))
    )
    expect(await obtained).toMatchObject({ _tag: "KeyUnreadable" })
  })

  it("a key of another ring under the same master key is told as unreadable", async () => {
    const [one, other] = [await ringWith("p-ada00001"), await ringWith("p-ada00001")]
    const theirs = raw(one)
    theirs.exec(`ATTACH '${other}' AS other; DELETE FROM keys; INSERT INTO keys SELECT * FROM other.keys`)
    theirs.close()
    const found = withRing(one, { masterKey }, (ring) => Effect.flip(ring.find("p-ada00001")))
    expect(await found).toMatchObject({ _tag: "KeyUnreadable" })
  })
})

describe("a ring", () => {
  it("is told from a path that only looks like SQLite's own names", async () => {
    const path = `${newPath()}-:memory:`
    await withRing(path, { masterKey }, (ring) => ring.obtain("p-ada00001", () => keyOf(1)))
    const copy = newPath()
    copyFileSync(path, copy)
    expect(await withRing(copy, { masterKey }, (ring) => ring.find("p-ada00001"))).toMatchObject({
      _tag: "Key"
    })
  })

  it("is not made where one is to be there", async () => {
    const path = newPath()
    await expect(withRing(path, { masterKey, existing: true }, (ring) => ring.people)).rejects.toMatchObject({
      reason: "there is no such file"
    })
    expect(statSync(path, { throwIfNoEntry: false })).toBeUndefined()
  })
})
