// lcqm person erase where the key is not read before it is forgotten: the master key is lost, the key damaged, or not on
// this ring. It is done all the same, and what could not be checked is told.
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { openDatabase } from "../../../sqlite/src/file/database.ts"
import { type ErasingWorld, erasingWorld, erase } from "./erasing-world.ts"

const unread = "whether the key was theirs"

let world: ErasingWorld
beforeEach(async () => {
  world = await erasingWorld()
})

describe("lcqm person erase, of a key that cannot be read or is not there,", () => {
  test("destroys the key unopened where the master key is lost, and tells what could not be checked", async () => {
    const lost = { LCQM_MASTER_KEY_FILE: join(world.at, "no-such.key") }
    expect((await world.run(erase(), lost)).code).toBe(2)
    const reported = async (more: Record<string, string>) =>
      JSON.parse((await world.run(["person", "report", "p-champion1", "--json"], more)).out)
    expect(await reported(lost)).toMatchObject({ key: "kept", sealedTexts: 1 })
    const before = world.wrappedKeys()
    const { code, err, out } = await world.run(erase("--lost-master-key", "--json"), lost)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ recorded: "now", key: "now", entry: "now" })
    expect(answer.unchecked.map(({ what }: { what: string }) => what)).toEqual([
      unread,
      "whether the master key is gone",
      "whether there is another ring"
    ])
    const after = world.everyByte()
    expect(after.includes("Marker-Quill")).toBe(false)
    expect(before.length).toBe(1)
    for (const wrapped of before) expect(after.includes(wrapped)).toBe(false)
    expect(await reported(lost)).toMatchObject({ key: "forgotten" })
    const again = await world.run(erase("--lost-master-key"), lost)
    expect(again.out).toContain("was forgotten before")
    expect(again.out).toContain("Not checked:\n  - whether the master key is gone: lost is not destroyed")
    // The master key was not lost after all: what it opens is the ring without them.
    expect(await world.json(["person", "report", "p-champion1", "--texts"])).toMatchObject({
      key: "forgotten",
      texts: [{ text: "[erased]" }]
    })
    expect(await world.json(erase())).toMatchObject({ key: "before", unchecked: [] })
  })

  test("is told either that the master key is lost or where it is, and not both", async () => {
    const master = join(world.at, "master.key")
    const refused = await world.run(erase("--lost-master-key", "--master-key", master))
    expect(refused).toMatchObject({ code: 2, out: "" })
    expect(refused.err).toContain("--lost-master-key: expected no --master-key beside it")
    expect(await world.json(["store", "info"])).toMatchObject({ events: 13 })
  })

  test("forgets also a key that is damaged, and says that it was not read", async () => {
    const other = openDatabase(join(world.at, "keys.db"), { readOnly: false })
    other.exec("UPDATE keys SET iv = zeroblob(12)")
    other.close()
    const answer = await world.json(erase())
    expect(answer).toMatchObject({ recorded: "now", key: "now", unchecked: [{ what: unread }] })
    expect(await world.json(["person", "report", "p-champion1"])).toMatchObject({ key: "forgotten" })
  })

  test("says where a key must be that is not on this ring, since texts were sealed under it", async () => {
    const another = { LCQM_KEYS: join(world.at, "another.db") }
    expect((await world.run(["keys", "init"], another)).code).toBe(0)
    const { code, out } = await world.run(erase("--json"), another)
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ key: "never", unchecked: [{ what: "where their key is" }] })
    expect(answer.unchecked[0].why).toContain("the store has 1 sealed text about them")
    // On the ring it was sealed with it is there to be forgotten.
    expect(await world.json(erase())).toMatchObject({ recorded: "before", key: "now", unchecked: [] })
    expect(await world.json(["person", "erase", "p-champion2", "--request", "dsr-2026-015"])).toMatchObject({
      key: "never",
      unchecked: []
    })
  })
})
