// lcqm person erase: what was written about somebody is in no file any more, nothing that was recorded has changed, and
// what was cut off is gone on with.
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { openDatabase } from "../../../sqlite/src/file/database.ts"
import { type ErasingWorld, erasingWorld, erase, name } from "./erasing-world.ts"

let world: ErasingWorld
beforeEach(async () => {
  world = await erasingWorld()
})

describe("lcqm person erase", () => {
  test("leaves neither name nor key nor words in any file, and every event, root and stream as it was", async () => {
    const before = world.everyByte()
    expect(before.includes("Marker-Quill")).toBe(true)
    const exported = (await world.run(["store", "export"])).out
    const answer = await world.json(erase())
    expect(answer).toMatchObject({
      person: "p-champion1",
      request: "dsr-2026-014",
      stream: "person-p-champion1",
      recorded: "now",
      key: "now",
      entry: "now"
    })
    expect(answer.toPurge.length).toBeGreaterThan(3)
    const after = world.everyByte()
    for (const marker of ["Marker-Quill", "Marker-Words"]) expect(after.includes(marker)).toBe(false)
    expect(await world.json(["person", "report", "p-champion1"])).toMatchObject({
      key: "forgotten",
      sealedTexts: 1
    })
    const now = await world.run(["store", "export"])
    expect(now.out.startsWith(exported)).toBe(true)
    expect(now.out.slice(exported.length)).toMatch(/^[^\n]*"PersonErased\.v1"[^\n]*\n$/)
  })

  test("goes on where it was cut off, and changes nothing when it is given again", async () => {
    // Cut off behind the record: the ring cannot be written just then.
    const other = openDatabase(join(world.at, "keys.db"), { readOnly: false })
    other.exec("CREATE TRIGGER stuck BEFORE INSERT ON forgotten BEGIN SELECT RAISE(ABORT, 'stuck'); END")
    other.close()
    const cut = await world
      .run(erase())
      .catch((error: unknown) => ({ code: 70, err: String(error), out: "" }))
    expect(cut.code).not.toBe(0)
    expect(cut.err).not.toMatch(/Marker/)
    const freed = openDatabase(join(world.at, "keys.db"), { readOnly: false })
    freed.exec("DROP TRIGGER stuck")
    freed.close()
    expect(await world.json(["person", "report", "p-champion1"])).toMatchObject({ key: "kept" })
    expect(await world.json(erase())).toMatchObject({ recorded: "before", key: "now", entry: "now" })
    expect(await world.json(erase())).toMatchObject({ recorded: "before", key: "before", entry: "never" })
    expect(await world.json(["store", "info"])).toMatchObject({ events: 14 })
    expect(await world.done(erase())).toContain(
      "Still to do, since copies elsewhere are not reached from here:"
    )
  })

  test("erases nobody where it may not or cannot, and says so before anything is recorded", async () => {
    const broken: ReadonlyArray<readonly [what: string, env: Record<string, string>, code: number]> = [
      ["nobody who may", { LCQM_ROLES: "none" }, 1],
      ["no actor", { LCQM_ACTOR: "" }, 2],
      ["no key ring", { LCQM_KEYS: "" }, 2],
      ["a lost master key", { LCQM_MASTER_KEY_FILE: "", LCQM_MASTER_KEY: "ab".repeat(32) }, 1],
      ["no people register", { LCQM_PEOPLE: "" }, 2],
      ["a people register that is not there", { LCQM_PEOPLE: "/nope/people.db" }, 1]
    ]
    for (const [what, env, code] of broken) {
      const refused = await world.run(erase(), env)
      expect([what, refused.code, refused.out]).toEqual([what, code, ""])
      expect(refused.err).not.toMatch(/Marker/)
    }
    expect(await world.json(["person", "report", "p-champion1"])).toMatchObject({
      key: "kept",
      details: { name }
    })
    expect(await world.json(["store", "info"])).toMatchObject({ events: 13 })
  })

  test("takes what a request is filed under and no words of it", async () => {
    const { code, err } = await world.run(["person", "erase", "p-champion1", "--request", "please forget me"])
    expect(code).toBe(2)
    expect(err).toContain("--request: expected what the request is filed under")
  })
})
