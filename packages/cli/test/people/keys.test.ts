// lcqm keys init, rotate and backup: a ring and its master key are their owner's alone, and neither is told anywhere.
import { chmodSync, readFileSync, statSync } from "node:fs"
import { beforeAll, describe, expect, test } from "vitest"
import { details, done, env, json, newPlace } from "./people-kept.ts"
import { file, lcqmHere } from "../running.ts"
import { bytesOf, newPath, over, storeWithSchool } from "../stores.ts"

// Nothing is opened where no text is sealed; the ring is all the same, and asks for its master key.
const opening = ["person", "report", "p-champion1", "--texts"]
let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})

describe("a key ring", () => {
  test("is made with its master key, both their owner's alone; no key is printed anywhere", async () => {
    const place = newPlace()
    const { code, err, out } = await lcqmHere(["keys", "init"], { env: env(place) })
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const key = readFileSync(place.master, "utf8").trim()
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(out).not.toContain(key)
    for (const path of [place.master, place.keys]) expect(statSync(path).mode & 0o777).toBe(0o600)
    const again = await lcqmHere(["keys", "init"], { env: env(place) })
    expect(again).toMatchObject({
      code: 2,
      err: expect.stringContaining("--keys: expected a place where nothing is yet")
    })
    expect(readFileSync(place.master, "utf8").trim()).toBe(key)
  })

  test("is opened by a key in the environment, and by no other; an error tells neither", async () => {
    const place = newPlace()
    const [right, wrong] = ["ab".repeat(32), "cd".repeat(32)]
    const with1 = (key: string) => ({
      env: { LCQM_KEYS: place.keys, LCQM_PEOPLE: place.people, LCQM_MASTER_KEY: key }
    })
    await done(lcqmHere(["keys", "init"], with1(right)))
    await done(lcqmHere(["person", "add", file(details)], with1(right)))
    await done(over(store, opening, with1(right)))
    const before = bytesOf(place.keys)
    const other = await over(store, opening, with1(wrong))
    expect(other).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("wrapped under the master key")
    })
    const none = await over(store, [...opening, "--json"], with1(`${right.slice(1)}!`))
    expect(none).toMatchObject({ code: 2, out: "" })
    for (const { err } of [other, none]) expect(err).not.toMatch(/(ab){8}|(cd){8}/)
    expect(bytesOf(place.keys).equals(before)).toBe(true)
  })

  test("is not opened by a master key that others may read", async () => {
    const place = newPlace()
    await done(lcqmHere(["keys", "init"], { env: env(place) }))
    await done(lcqmHere(["person", "add", file(details)], { env: env(place) }))
    chmodSync(place.master, 0o640)
    const refused = await over(store, opening, { env: env(place) })
    expect(refused).toMatchObject({
      code: 2,
      out: "",
      err: expect.stringContaining("one with permissions 0640")
    })
    expect(refused.err).not.toContain(readFileSync(place.master, "utf8").trim())
  })

  test("is rotated to a new master key, and asks for that one afterwards", async () => {
    const place = newPlace()
    const options = { env: env(place) }
    await done(lcqmHere(["keys", "init"], options))
    await done(lcqmHere(["person", "add", file(details)], options))
    const to = newPath("next.key")
    expect(await json(lcqmHere(["keys", "rotate", "--to", to, "--json"], options))).toMatchObject({
      rewrapped: 0
    })
    expect(await json(lcqmHere(["keys", "rotate", "--to", to, "--json"], options))).toMatchObject({
      rewrapped: 0
    })
    expect((await over(store, opening, options)).code).toBe(1)
    await done(over(store, [...opening, "--master-key", to], options))
  })

  test("is backed up for a number of days, and the backup tells until when", async () => {
    const place = newPlace()
    const options = { env: env(place) }
    await done(lcqmHere(["keys", "init"], options))
    const backup = newPath("backup.db")
    const taken = await json(lcqmHere(["keys", "backup", backup, "--days", "7", "--json"], options))
    expect(Date.parse(taken.usableUntil) - Date.parse(taken.takenAt)).toBe(7 * 86_400_000)
    expect(await lcqmHere(["keys", "backup", newPath(), "--days", "28"], options)).toMatchObject({ code: 2 })
    expect(await lcqmHere(["keys", "backup", backup], options)).toMatchObject({ code: 1 })
    await done(lcqmHere(["person", "add", file(details)], options))
    const used = await lcqmHere(["person", "list", "--keys", backup], options)
    expect(used).toMatchObject({ code: 1, err: expect.stringContaining("it is a backup, taken at") })
  })
})
