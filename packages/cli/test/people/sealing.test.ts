// What is written about people while a key ring is named, on the command line: it stands in no file, and whoever may read
// it reads it. Whoever keeps no keys is asked nothing.
import { statSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { type ErasingWorld, erasingWorld, appointed, erase, words } from "./erasing-world.ts"
import { folder, lcqmHere } from "../running.ts"
import { linesFile, pathOf } from "../stores.ts"

let world: ErasingWorld
beforeEach(async () => {
  world = await erasingWorld()
})

describe("a command that is given with a key ring", () => {
  test("seals what it says about people, so that it stands in no file", async () => {
    expect(world.everyByte().includes("Marker-Words")).toBe(false)
    expect(await world.json(["person", "report", "p-champion1"])).toMatchObject({
      sealedTexts: 1,
      openTexts: 0,
      key: "kept"
    })
    expect(await world.json(["store", "info"])).toMatchObject({ events: 13 })
  })

  test("makes nothing where the ring cannot be opened, and never writes unsealed instead", async () => {
    const nowhere = `sqlite:${join(folder(), "new.db")}`
    const command = linesFile([{ ...appointed("p-champion1"), id: "another-command" }])
    for (const broken of [
      { LCQM_KEYS: join(world.at, "no-such.db") },
      { LCQM_MASTER_KEY_FILE: join(world.at, "no-such.key") },
      { LCQM_MASTER_KEY_FILE: "", LCQM_MASTER_KEY: "ab".repeat(32) }
    ]) {
      for (const line of [
        ["do", command],
        ["cohort", "launch", "6"]
      ]) {
        const { code, out } = await world.run(line, { ...broken, LCQM_STORE: nowhere })
        expect([line, code === 1 || code === 2, out]).toEqual([line, true, ""])
      }
    }
    expect(statSync(pathOf(nowhere), { throwIfNoEntry: false })).toBeUndefined()
  })
})

describe("the words of a text", () => {
  const setAside = {
    type: "SelfAssessCriterion",
    id: "900001-set-aside",
    actor: { person: "p-champion2", roles: [] },
    occurredOn: "2025-10-21",
    data: {
      scheme: "lcqm",
      school: "900001",
      criterion: "leadership.champion",
      judgement: { setAside: { about: ["p-champion1"], text: words } }
    }
  }

  test("are read by those who may, with the key ring; without it they read [sealed], and after an erasure [erased]", async () => {
    await world.done(["do", linesFile([setAside])])
    const line = ["person", "report", "p-champion1", "--texts"]
    const textsOf = async (more: Record<string, string> = {}) =>
      JSON.parse((await world.run([...line, "--json"], more)).out).texts.map(
        ({ text }: { text: string }) => text
      )
    const report = await world.run([...line, "--json"])
    expect(report.err).toContain("2 sealed texts opened: this holds personal data now.")
    expect(JSON.parse(report.out).texts).toEqual([
      { stream: "school-lcqm-900001", revision: 2, text: words },
      { stream: "school-lcqm-900001", revision: 3, text: words }
    ])
    expect(await textsOf({ LCQM_ACTOR: "p-champion2", LCQM_ROLES: "none" })).toEqual([words, words])
    expect((await world.run(line)).out).toContain(`school-lcqm-900001 2\n  ${words}\n`)
    const refused = await world.run(line, { LCQM_ACTOR: "p-nobody01", LCQM_ROLES: "none" })
    expect([refused.code, refused.out]).toEqual([1, ""])
    expect(refused.err).not.toContain("Marker-Words")
    expect(await textsOf({ LCQM_KEYS: "" })).toEqual(["[sealed]", "[sealed]"])
    await world.done(erase())
    expect(await textsOf()).toEqual(["[erased]", "[erased]"])
  })
})

test("nothing is asked of whoever keeps no keys: commands work as before", async () => {
  const { code } = await lcqmHere([
    "cohort",
    "launch",
    "7",
    "--store",
    world.store,
    "--actor",
    "p-office01",
    "--roles",
    "SchemeOffice"
  ])
  expect(code).toBe(0)
})
