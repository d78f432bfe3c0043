// What was written in a school's history is read by those who may, with the key ring; everybody else reads that it is
// sealed, and nobody reads what was erased.
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { file, folder, type Ran } from "../running.ts"
import { linesFile, over, storeWithSchool } from "../stores.ts"

const words = "Moved to another school, they said."

let store: string
let env: Record<string, string>

const run = (line: ReadonlyArray<string>, more: Record<string, string> = {}): Promise<Ran> =>
  over(store, line, { env: { ...env, ...more } })

const texts = (...more: ReadonlyArray<string>): ReadonlyArray<string> => [
  "school",
  "texts",
  "900001",
  ...more
]

beforeAll(async () => {
  store = await storeWithSchool()
  const at = folder()
  env = {
    LCQM_PEOPLE: join(at, "people.db"),
    LCQM_KEYS: join(at, "keys.db"),
    LCQM_MASTER_KEY_FILE: join(at, "master.key")
  }
  const replaced = { champion: "p-champion2", reason: { about: ["p-champion1"], text: words } }
  const asked = [
    ["AppointChampion", "2025-09-08", { champion: "p-champion1" }],
    ["ReplaceChampion", "2025-10-08", replaced],
    ["DeferEnrolment", "2025-10-09", { reason: { about: [], text: "A year's pause." } }]
  ] as const
  const commands = asked.map(([type, occurredOn, data]) => ({
    type,
    id: `900001.${type}`,
    occurredOn,
    data: { scheme: "lcqm", school: "900001", ...data }
  }))
  for (const line of [
    ["keys", "init"],
    ["person", "add", file({ name: "A Sample" }), "--as", "p-champion1"],
    ["do", linesFile(commands)]
  ]) {
    const { code, err } = await run(line)
    expect({ line, code, err }).toEqual({ line, code: 0, err: "" })
  }
})

describe("the texts of a school", () => {
  test("are told to the office with the key ring: where each stands, whom it is about, and what was written", async () => {
    const { code, out } = await run(texts("--json"))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject([
      { type: "ChampionReplaced.v1", path: "reason", about: ["p-champion1"], text: words },
      { type: "EnrolmentDeferred.v1", path: "reason", about: [], text: "A year's pause." }
    ])
    const told = await run(texts())
    expect(told.out).toContain(words)
    expect(told.out).toMatch(/nobody +A year's pause\./)
  })

  test("are told to whoever has a part in the school's history, and to nobody else", async () => {
    const asChampion = await run(texts("--json"), { LCQM_ACTOR: "p-champion2", LCQM_ROLES: "none" })
    expect(JSON.parse(asChampion.out)).toMatchObject([{ text: words }, {}])
    const refused = await run(texts(), { LCQM_ACTOR: "p-stranger1", LCQM_ROLES: "none" })
    expect(refused.code).not.toBe(0)
    expect(refused.err).toContain("ReadText is for SchemeOffice")
    expect(refused.out + refused.err).not.toContain(words)
  })

  test("read [sealed] without the key ring, and [erased] once somebody they are about was erased", async () => {
    const without = await run(texts("--json"), { LCQM_KEYS: "" })
    expect(JSON.parse(without.out)).toMatchObject([{ text: "[sealed]" }, { text: "A year's pause." }])
    const erased = await run(["person", "erase", "p-champion1", "--request", "dsr-1"])
    expect(erased).toMatchObject({ code: 0, err: "" })
    const { out } = await run(texts("--json"))
    expect(JSON.parse(out)).toMatchObject([{ about: ["p-champion1"], text: "[erased]" }, {}])
  })
})
