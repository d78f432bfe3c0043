// lcqm keys restore and person restore: whoever was erased since the backup was taken stays erased.
import { readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { type ErasingWorld, erasingWorld, erase } from "./erasing-world.ts"
import { file, folder } from "../running.ts"

let world: ErasingWorld
beforeEach(async () => {
  world = await erasingWorld()
})

describe("an erasure", () => {
  test("is kept also by what is restored from backups made before it", async () => {
    const backups = { keys: join(world.at, "keys.backup"), people: join(world.at, "people.backup") }
    await world.done(["keys", "backup", backups.keys])
    await world.done(["person", "backup", backups.people])
    await world.done(erase())
    const to = folder()
    const restored = { LCQM_KEYS: join(to, "keys.db"), LCQM_PEOPLE: join(to, "people.db") }
    for (const line of [
      ["keys", "restore", backups.keys],
      ["person", "restore", backups.people]
    ]) {
      const { code, err, out } = await world.run(line, restored)
      expect({ code, err }).toEqual({ code: 0, err: "" })
      expect(out).toContain("without 1 person erased so far")
    }
    expect(readFileSync(restored.LCQM_PEOPLE).includes("Marker")).toBe(false)
    const listed = await world.run(["person", "list", "--json"], restored)
    expect(JSON.parse(listed.out)).toEqual([
      { person: "p-champion2", details: { name: "B Sample" }, key: "none" }
    ])
    const again = await world.run(
      ["person", "add", file({ name: "C Sample" }), "--as", "p-champion1"],
      restored
    )
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("is not entered again") })
    const missing = await world.run(["keys", "restore", backups.keys], {
      LCQM_KEYS: join(to, "more.db"),
      LCQM_STORE: "sqlite:/nope/x.db"
    })
    expect(missing.code).toBe(1)
    expect(statSync(join(to, "more.db"), { throwIfNoEntry: false })).toBeUndefined()
  })
})
