// Somebody is sealed, erased and gone, on the command line: what was written about them is in no file any more, and
// nothing that was recorded has changed.
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { beforeEach, describe, expect, test } from "vitest"
import { openDatabase } from "../../sqlite/src/file/database.ts"
import { file, folder, lcqmHere, type Ran } from "./running.ts"
import { linesFile, over, pathOf, storeWithSchool } from "./stores.ts"

const name = "Ada Marker-Quill-7f3a"
const words = "Marker-Words-91c2: moved to another school."

let store: string
let at: string
let env: Record<string, string>

const run = (line: ReadonlyArray<string>, more: Record<string, string> = {}): Promise<Ran> =>
  over(store, line, { env: { ...env, ...more } })

const done = async (line: ReadonlyArray<string>): Promise<string> => {
  const { code, err, out } = await run(line)
  expect({ line, code, err }).toEqual({ line, code: 0, err: "" })
  return out
}

const json = async (line: ReadonlyArray<string>) => JSON.parse(await done([...line, "--json"]))

const appointed = (champion: string) => ({
  type: "AppointChampion",
  id: "900001-champion",
  occurredOn: "2025-09-08",
  data: { scheme: "lcqm", school: "900001", champion }
})

const replaced = (champion: string, formerly: string) => ({
  type: "ReplaceChampion",
  id: "900001-champion-2",
  occurredOn: "2025-10-08",
  data: { scheme: "lcqm", school: "900001", champion, reason: { about: [formerly], text: words } }
})

const erase = (...more: ReadonlyArray<string>): ReadonlyArray<string> => [
  "person",
  "erase",
  "p-champion1",
  "--request",
  "dsr-2026-014",
  ...more
]

/** Every byte of the store, the ring, the register and the files beside them. */
const everyByte = (): Buffer =>
  Buffer.concat(
    [at, join(pathOf(store), "..")].flatMap((each) =>
      readdirSync(each)
        .map((entry) => join(each, entry))
        .filter((path) => statSync(path).isFile())
        .map((path) => readFileSync(path))
    )
  )

const unread = "whether the key was theirs"

/** Every key of the ring as it stands in its file. */
const wrappedKeys = (): ReadonlyArray<Buffer> => {
  const ring = openDatabase(join(at, "keys.db"), { readOnly: false })
  const rows = ring.prepare("SELECT wrapped FROM keys").all()
  ring.close()
  return rows.map((row) => Buffer.from(Reflect.get(Object(row), "wrapped")))
}

beforeEach(async () => {
  store = await storeWithSchool()
  at = folder()
  env = {
    LCQM_PEOPLE: join(at, "people.db"),
    LCQM_KEYS: join(at, "keys.db"),
    LCQM_MASTER_KEY_FILE: join(at, "master.key")
  }
  await done(["keys", "init"])
  await done(["person", "add", file({ name, address: `${name} Street` }), "--as", "p-champion1"])
  await done(["person", "add", file({ name: "B Sample" }), "--as", "p-champion2"])
  await done(["do", linesFile([appointed("p-champion1"), replaced("p-champion2", "p-champion1")])])
})

describe("a command that is given with a key ring", () => {
  test("seals what it says about people, so that it stands in no file", async () => {
    expect(everyByte().includes("Marker-Words")).toBe(false)
    expect(await json(["person", "report", "p-champion1"])).toMatchObject({
      sealedTexts: 1,
      openTexts: 0,
      key: "kept"
    })
    expect(await json(["store", "info"])).toMatchObject({ events: 13 })
  })

  test("makes nothing where the ring cannot be opened, and never writes unsealed instead", async () => {
    const nowhere = `sqlite:${join(folder(), "new.db")}`
    const command = linesFile([{ ...appointed("p-champion1"), id: "another-command" }])
    for (const broken of [
      { LCQM_KEYS: join(at, "no-such.db") },
      { LCQM_MASTER_KEY_FILE: join(at, "no-such.key") },
      { LCQM_MASTER_KEY_FILE: "", LCQM_MASTER_KEY: "ab".repeat(32) }
    ]) {
      for (const line of [
        ["do", command],
        ["cohort", "launch", "6"]
      ]) {
        const { code, out } = await run(line, { ...broken, LCQM_STORE: nowhere })
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
    await done(["do", linesFile([setAside])])
    const line = ["person", "report", "p-champion1", "--texts"]
    const textsOf = async (more: Record<string, string> = {}) =>
      JSON.parse((await run([...line, "--json"], more)).out).texts.map(({ text }: { text: string }) => text)
    const report = await run([...line, "--json"])
    expect(report.err).toContain("2 sealed texts opened: this holds personal data now.")
    expect(JSON.parse(report.out).texts).toEqual([
      { stream: "school-lcqm-900001", revision: 2, text: words },
      { stream: "school-lcqm-900001", revision: 3, text: words }
    ])
    expect(await textsOf({ LCQM_ACTOR: "p-champion2", LCQM_ROLES: "none" })).toEqual([words, words])
    expect((await run(line)).out).toContain(`school-lcqm-900001 2\n  ${words}\n`)
    const refused = await run(line, { LCQM_ACTOR: "p-nobody01", LCQM_ROLES: "none" })
    expect([refused.code, refused.out]).toEqual([1, ""])
    expect(refused.err).not.toContain("Marker-Words")
    expect(await textsOf({ LCQM_KEYS: "" })).toEqual(["[sealed]", "[sealed]"])
    await done(erase())
    expect(await textsOf()).toEqual(["[erased]", "[erased]"])
  })
})

describe("lcqm person erase", () => {
  test("leaves neither name nor key nor words in any file, and every event, root and stream as it was", async () => {
    const before = everyByte()
    expect(before.includes("Marker-Quill")).toBe(true)
    const exported = (await run(["store", "export"])).out
    const answer = await json(erase())
    expect(answer).toMatchObject({
      person: "p-champion1",
      request: "dsr-2026-014",
      stream: "person-p-champion1",
      recorded: "now",
      key: "now",
      entry: "now"
    })
    expect(answer.toPurge.length).toBeGreaterThan(3)
    const after = everyByte()
    for (const marker of ["Marker-Quill", "Marker-Words"]) expect(after.includes(marker)).toBe(false)
    expect(await json(["person", "report", "p-champion1"])).toMatchObject({
      key: "forgotten",
      sealedTexts: 1
    })
    const now = await run(["store", "export"])
    expect(now.out.startsWith(exported)).toBe(true)
    expect(now.out.slice(exported.length)).toMatch(/^[^\n]*"PersonErased\.v1"[^\n]*\n$/)
  })

  test("goes on where it was cut off, and changes nothing when it is given again", async () => {
    // Cut off behind the record: the ring cannot be written just then.
    const other = openDatabase(join(at, "keys.db"), { readOnly: false })
    other.exec("CREATE TRIGGER stuck BEFORE INSERT ON forgotten BEGIN SELECT RAISE(ABORT, 'stuck'); END")
    other.close()
    const cut = await run(erase()).catch((error: unknown) => ({ code: 70, err: String(error), out: "" }))
    expect(cut.code).not.toBe(0)
    expect(cut.err).not.toMatch(/Marker/)
    const freed = openDatabase(join(at, "keys.db"), { readOnly: false })
    freed.exec("DROP TRIGGER stuck")
    freed.close()
    expect(await json(["person", "report", "p-champion1"])).toMatchObject({ key: "kept" })
    expect(await json(erase())).toMatchObject({ recorded: "before", key: "now", entry: "now" })
    expect(await json(erase())).toMatchObject({ recorded: "before", key: "before", entry: "never" })
    expect(await json(["store", "info"])).toMatchObject({ events: 14 })
    expect(await done(erase())).toContain("Still to do, since copies elsewhere are not reached from here:")
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
      const refused = await run(erase(), env)
      expect([what, refused.code, refused.out]).toEqual([what, code, ""])
      expect(refused.err).not.toMatch(/Marker/)
    }
    expect(await json(["person", "report", "p-champion1"])).toMatchObject({ key: "kept", details: { name } })
    expect(await json(["store", "info"])).toMatchObject({ events: 13 })
  })

  test("destroys the key unopened where the master key is lost, and tells what could not be checked", async () => {
    const lost = { LCQM_MASTER_KEY_FILE: join(at, "no-such.key") }
    expect((await run(erase(), lost)).code).toBe(2)
    const reported = async (more: Record<string, string>) =>
      JSON.parse((await run(["person", "report", "p-champion1", "--json"], more)).out)
    expect(await reported(lost)).toMatchObject({ key: "kept", sealedTexts: 1 })
    const before = wrappedKeys()
    const { code, err, out } = await run(erase("--lost-master-key", "--json"), lost)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ recorded: "now", key: "now", entry: "now" })
    expect(answer.unchecked.map(({ what }: { what: string }) => what)).toEqual([
      unread,
      "whether the master key is gone",
      "whether there is another ring"
    ])
    const after = everyByte()
    expect(after.includes("Marker-Quill")).toBe(false)
    expect(before.length).toBe(1)
    for (const wrapped of before) expect(after.includes(wrapped)).toBe(false)
    expect(await reported(lost)).toMatchObject({ key: "forgotten" })
    const again = await run(erase("--lost-master-key"), lost)
    expect(again.out).toContain("was forgotten before")
    expect(again.out).toContain("Not checked:\n  - whether the master key is gone: lost is not destroyed")
    // The master key was not lost after all: what it opens is the ring without them.
    expect(await json(["person", "report", "p-champion1", "--texts"])).toMatchObject({
      key: "forgotten",
      texts: [{ text: "[erased]" }]
    })
    expect(await json(erase())).toMatchObject({ key: "before", unchecked: [] })
  })

  test("is told either that the master key is lost or where it is, and not both", async () => {
    const master = join(at, "master.key")
    const refused = await run(erase("--lost-master-key", "--master-key", master))
    expect(refused).toMatchObject({ code: 2, out: "" })
    expect(refused.err).toContain("--lost-master-key: expected no --master-key beside it")
    expect(await json(["store", "info"])).toMatchObject({ events: 13 })
  })

  test("forgets also a key that is damaged, and says that it was not read", async () => {
    const other = openDatabase(join(at, "keys.db"), { readOnly: false })
    other.exec("UPDATE keys SET iv = zeroblob(12)")
    other.close()
    const answer = await json(erase())
    expect(answer).toMatchObject({ recorded: "now", key: "now", unchecked: [{ what: unread }] })
    expect(await json(["person", "report", "p-champion1"])).toMatchObject({ key: "forgotten" })
  })

  test("says where a key must be that is not on this ring, since texts were sealed under it", async () => {
    const another = { LCQM_KEYS: join(at, "another.db") }
    expect((await run(["keys", "init"], another)).code).toBe(0)
    const { code, out } = await run(erase("--json"), another)
    expect(code).toBe(0)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ key: "never", unchecked: [{ what: "where their key is" }] })
    expect(answer.unchecked[0].why).toContain("the store has 1 sealed text about them")
    // On the ring it was sealed with it is there to be forgotten.
    expect(await json(erase())).toMatchObject({ recorded: "before", key: "now", unchecked: [] })
    expect(await json(["person", "erase", "p-champion2", "--request", "dsr-2026-015"])).toMatchObject({
      key: "never",
      unchecked: []
    })
  })

  test("takes what a request is filed under and no words of it", async () => {
    const { code, err } = await run(["person", "erase", "p-champion1", "--request", "please forget me"])
    expect(code).toBe(2)
    expect(err).toContain("--request: expected what the request is filed under")
  })

  test("is kept also by what is restored from backups made before it", async () => {
    const backups = { keys: join(at, "keys.backup"), people: join(at, "people.backup") }
    await done(["keys", "backup", backups.keys])
    await done(["person", "backup", backups.people])
    await done(erase())
    const to = folder()
    const restored = { LCQM_KEYS: join(to, "keys.db"), LCQM_PEOPLE: join(to, "people.db") }
    for (const line of [
      ["keys", "restore", backups.keys],
      ["person", "restore", backups.people]
    ]) {
      const { code, err, out } = await run(line, restored)
      expect({ code, err }).toEqual({ code: 0, err: "" })
      expect(out).toContain("without 1 person erased so far")
    }
    expect(readFileSync(restored.LCQM_PEOPLE).includes("Marker")).toBe(false)
    const listed = await run(["person", "list", "--json"], restored)
    expect(JSON.parse(listed.out)).toEqual([
      { person: "p-champion2", details: { name: "B Sample" }, key: "none" }
    ])
    const again = await run(["person", "add", file({ name: "C Sample" }), "--as", "p-champion1"], restored)
    expect(again).toMatchObject({ code: 1, err: expect.stringContaining("is not entered again") })
    const missing = await run(["keys", "restore", backups.keys], {
      LCQM_KEYS: join(to, "more.db"),
      LCQM_STORE: "sqlite:/nope/x.db"
    })
    expect(missing.code).toBe(1)
    expect(statSync(join(to, "more.db"), { throwIfNoEntry: false })).toBeUndefined()
  })
})

test("nothing is asked of whoever keeps no keys: commands work as before", async () => {
  const { code } = await lcqmHere([
    "cohort",
    "launch",
    "7",
    "--store",
    store,
    "--actor",
    "p-office01",
    "--roles",
    "SchemeOffice"
  ])
  expect(code).toBe(0)
})
