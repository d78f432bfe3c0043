// A command with a text about somebody is refused where the store's texts are sealed and no key ring is named: told
// what to give, and nothing written. Everything else is given as before.
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { folder, type Ran } from "../running.ts"
import { bytesOf, linesFile, over, pathOf, storeWithSchool } from "../stores.ts"

const words = "Moved to another school, they said."
const of = { scheme: "lcqm", school: "900001" }
const command = (type: string, id: string, data: object) => ({
  type,
  id: `900001.${id}`,
  occurredOn: "2025-10-09",
  data: { ...of, ...data }
})
const replaced = (id: string, champion: string, about: ReadonlyArray<string>) =>
  command("ReplaceChampion", id, { champion, reason: { about, text: words } })

let store: string
let keys: Record<string, string>

const doing = (commands: ReadonlyArray<object>, env: Record<string, string> = {}): Promise<Ran> =>
  over(store, ["do", linesFile(commands), "--json"], { env })

beforeAll(async () => {
  store = await storeWithSchool()
  const at = folder()
  keys = { LCQM_KEYS: join(at, "keys.db"), LCQM_MASTER_KEY_FILE: join(at, "master.key") }
  expect(await over(store, ["keys", "init"], { env: keys })).toMatchObject({ code: 0 })
  const sealed = [
    command("AppointChampion", "appointed", { champion: "p-champion1" }),
    replaced("replaced", "p-champion2", ["p-champion1"])
  ]
  expect(await doing(sealed, keys)).toMatchObject({ code: 0, err: "" })
})

describe("a text about somebody, in a store of sealed texts and without a key ring", () => {
  test("is refused as TextWouldStayPlain, with what to give, and writes nothing", async () => {
    const before = bytesOf(pathOf(store))
    const { code, out } = await doing([replaced("again", "p-champion3", ["p-champion2"])])
    expect(code).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: {
        _tag: "TextWouldStayPlain",
        details: { people: ["p-champion2"] },
        remedy: expect.stringContaining("--keys FILE and --master-key FILE")
      }
    })
    expect(out).not.toContain(words)
    expect(bytesOf(pathOf(store)).equals(before)).toBe(true)
  })

  test("is refused of a command given by flags, too", async () => {
    const withdraw = ["criteria", "withdraw", "0.1.0-sample", "--reason", words, "--about", "p-champion2"]
    const { code, err } = await over(store, withdraw)
    expect(code).toBe(1)
    expect(err).toContain("was opened without its key ring")
    expect(err).not.toContain(words)
  })

  test("is taken with the key ring; a text about nobody needs none", async () => {
    expect(await doing([replaced("nobody", "p-champion3", [])])).toMatchObject({ code: 0, err: "" })
    expect(await doing([replaced("sealed", "p-champion4", ["p-champion3"])], keys)).toMatchObject({ code: 0 })
  })
})
