// Who is behind a pseudonym and what is held about them, on the command line: a name is told where it is asked for, and
// nowhere else.
import { chmodSync, existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { file, folder, lcqmHere, type Ran } from "./running.ts"
import { bytesOf, foreignFile, linesFile, newPath, over, storeWithSchool } from "./stores.ts"

const marker = "Marker-Quill-7f3a"
const details = { name: `Ada ${marker}`, address: `1 ${marker} Street\nSampleton`, role: "Champion" }

interface Place {
  readonly people: string
  readonly keys: string
  readonly master: string
}

const newPlace = (): Place => {
  const at = folder()
  return { people: join(at, "people.db"), keys: join(at, "keys.db"), master: join(at, "master.key") }
}

const register = ({ people }: Pick<Place, "people">) => ({ LCQM_PEOPLE: people })

const env = ({ keys, master, people }: Place) => ({
  ...register({ people }),
  LCQM_KEYS: keys,
  LCQM_MASTER_KEY_FILE: master
})

const done = async (ran: Promise<Ran>): Promise<string> => {
  const { code, err, out } = await ran
  expect({ code, err }).toEqual({ code: 0, err: "" })
  return out
}

const json = async (ran: Promise<Ran>) => JSON.parse(await done(ran))

describe("a people register", () => {
  test("gives whoever is entered a random pseudonym that says nothing of them, and tells who they are", async () => {
    const place = newPlace()
    const options = { env: register(place) }
    const people: Array<string> = []
    for (let n = 0; n < 5; n += 1) {
      const { person } = await json(lcqmHere(["person", "add", file(details), "--json"], options))
      expect(person).toMatch(/^p-[a-z0-9]{20}$/)
      people.push(person)
    }
    expect(new Set(people).size).toBe(5)
    const shown = await json(lcqmHere(["person", "show", people[0] ?? "", "--json"], options))
    expect(shown).toEqual({ person: people[0], details, key: "not asked" })
    const listed = await json(lcqmHere(["person", "list", "--json"], options))
    expect(listed.map(({ person }: { person: string }) => person)).toEqual(people.toSorted())
    expect(statSync(place.people).mode & 0o777).toBe(0o600)
    const text = await done(lcqmHere(["person", "show", people[0] ?? ""], options))
    expect(text).toContain(
      `  Name     ${details.name}\n  Address  1 ${marker} Street\n           Sampleton\n`
    )
  })

  test("takes an entry by flags or from standard input, and puts it in the place of the one before", async () => {
    const options = { env: register(newPlace()) }
    const first = ["person", "add", "--name", "A Sample", "--role", "Coach", "--as", "p-coach001", "--json"]
    expect(await json(lcqmHere(first, options))).toEqual({ person: "p-coach001", replaced: false })
    const second = ["person", "add", "-", "--as", "p-coach001", "--json"]
    const input = JSON.stringify({ name: "B Sample" })
    expect(await json(lcqmHere(second, { ...options, input }))).toEqual({
      person: "p-coach001",
      replaced: true
    })
    expect(await json(lcqmHere(["person", "show", "p-coach001", "--json"], options))).toMatchObject({
      details: { name: "B Sample" }
    })
  })

  test.each([
    [
      "a name that is too long",
      ["--name", `${marker}${"x".repeat(300)}`],
      "--name: expected a name of at most 200"
    ],
    ["an empty name", ["--name", "", "--role", marker], "--name: expected a name of at least one character"],
    ["no name", ["--role", marker], "--name: expected"],
    ["a name for a key", [file({ name: "A", [marker]: marker })], "name, address and role, and nothing else"],
    ["a name that is a number", [file({ name: 7, role: marker })], "name: expected"],
    ["a text that is a name", [file(marker)], "expected JSON, got a text that is none"],
    ["JSON that is a name", [file(JSON.stringify(marker))], "got a text of 17 characters"],
    ["two ways at once", [file({ name: marker }), "--name", marker], "FILE: expected"],
    ["a pseudonym that is none", ["--name", marker, "--as", "ada"], "--as: expected a person's pseudonym"]
  ])("tells of %s without what it says, and makes nothing", async (_, words, said) => {
    const place = newPlace()
    for (const form of [[], ["--json"]]) {
      const { code, err, out } = await lcqmHere(["person", "add", ...words, ...form], {
        env: register(place)
      })
      expect({ code, out }).toEqual({ code: 2, out: "" })
      expect(err).not.toContain(marker)
      if (form.length === 0) expect(err).toContain(said)
    }
    expect(existsSync(place.people)).toBe(false)
  })

  test("of another kind, or that others may read, is refused and left alone, with nobody's name", async () => {
    const place = newPlace()
    await done(lcqmHere(["person", "add", file(details)], { env: register(place) }))
    chmodSync(place.people, 0o644)
    const before = bytesOf(place.people)
    const foreign = foreignFile()
    for (const [people, why] of [
      [place.people, "others may read it"],
      [foreign, "another program"]
    ] as const) {
      for (const words of [
        ["list"],
        ["show", "p-champion1"],
        ["add", file(details)],
        ["backup", newPath()]
      ]) {
        const { code, err, out } = await lcqmHere(["person", ...words], { env: { LCQM_PEOPLE: people } })
        expect({ code, out }).toEqual({ code: 1, out: "" })
        expect(err).toContain(why)
        expect(err).not.toContain(marker)
      }
    }
    expect(bytesOf(place.people).equals(before)).toBe(true)
  })

  test("must be named, and somebody it does not know is told as that", async () => {
    const unnamed = await lcqmHere(["person", "list"])
    expect(unnamed).toMatchObject({ code: 2, err: expect.stringContaining("--people FILE, or LCQM_PEOPLE") })
    const place = newPlace()
    expect(await lcqmHere(["person", "list"], { env: register(place) })).toMatchObject({ code: 1 })
    expect(existsSync(place.people)).toBe(false)
    await done(lcqmHere(["person", "add", file(details)], { env: register(place) }))
    const unknown = await lcqmHere(["person", "show", "p-nobody01"], { env: register(place) })
    expect(unknown).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("p-nobody01 is not in the people register")
    })
  })
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
    expect(await json(lcqmHere(["person", "list", "--json"], with1(right)))).toMatchObject([{ key: "none" }])
    const before = bytesOf(place.keys)
    const other = await lcqmHere(["person", "list"], with1(wrong))
    expect(other).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("wrapped under the master key")
    })
    const none = await lcqmHere(["person", "list", "--json"], with1(`${right.slice(1)}!`))
    expect(none).toMatchObject({ code: 2, out: "" })
    for (const { err } of [other, none]) expect(err).not.toMatch(/(ab){8}|(cd){8}/)
    expect(bytesOf(place.keys).equals(before)).toBe(true)
  })

  test("is not opened by a master key that others may read", async () => {
    const place = newPlace()
    await done(lcqmHere(["keys", "init"], { env: env(place) }))
    await done(lcqmHere(["person", "add", file(details)], { env: env(place) }))
    chmodSync(place.master, 0o640)
    const refused = await lcqmHere(["person", "list"], { env: env(place) })
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
    expect((await lcqmHere(["person", "list"], options)).code).toBe(1)
    await done(lcqmHere(["person", "list", "--master-key", to], options))
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

describe("what is held about somebody", () => {
  let store: string
  const place = newPlace()
  beforeAll(async () => {
    store = await storeWithSchool()
    const commands = [
      {
        type: "AppointChampion",
        id: "900001-champion",
        occurredOn: "2025-09-08",
        data: { scheme: "lcqm", school: "900001", champion: "p-champion1" }
      },
      {
        type: "ReplaceChampion",
        id: "900001-champion-2",
        occurredOn: "2025-10-08",
        data: {
          scheme: "lcqm",
          school: "900001",
          champion: "p-champion2",
          reason: { about: ["p-champion1"], text: "Moved away." }
        }
      }
    ]
    await done(over(store, ["do", linesFile(commands)]))
    for (const ref of ["p-champion1", "p-newcomer1"]) {
      await done(lcqmHere(["person", "add", file(details), "--as", ref], { env: env(place) }))
    }
  })

  test("is every event that names them and where, and every text about them", async () => {
    const report = await json(
      over(store, ["person", "report", "p-champion1", "--json"], { env: register(place) })
    )
    expect(report).toMatchObject({
      person: "p-champion1",
      details,
      key: "not asked",
      openTexts: 1,
      sealedTexts: 0
    })
    expect(report.events).toMatchObject([
      {
        stream: "school-lcqm-900001",
        revision: 1,
        type: "ChampionAppointed.v1",
        places: [{ path: "data.champion", as: "named" }]
      },
      {
        revision: 2,
        type: "ChampionReplaced.v1",
        places: [
          { path: "data.formerly", as: "named" },
          { path: "data.reason", as: "open text" }
        ]
      }
    ])
    const text = await done(over(store, ["person", "report", "p-champion1"], { env: register(place) }))
    expect(text).toContain("2 events about them: 0 sealed texts, and 1 not sealed")
    expect(text).toContain("data.formerly")
    expect(text).not.toContain("Moved away")
  })

  test("is told of somebody the register does not know, too", async () => {
    const report = await json(
      over(store, ["person", "report", "p-champion2", "--json"], { env: register(place) })
    )
    expect(report.details).toBeUndefined()
    expect(report.events).toHaveLength(1)
    const acted = await json(
      over(store, ["person", "report", "p-office01", "--json"], { env: register(place) })
    )
    expect(acted.events.length).toBeGreaterThan(5)
  })

  test("is due when nothing was recorded of them for the period, by the day it is asked for", async () => {
    const due = (on: string) =>
      json(
        over(store, ["person", "due", "--after", "12", "--on", on, "--json"], {
          env: { LCQM_PEOPLE: place.people }
        })
      )
    const today = new Date().toISOString().slice(0, 10)
    const now = await due(today)
    expect(now.due).toMatchObject([{ person: "p-newcomer1", events: 0 }])
    const later = await due(`${Number(today.slice(0, 4)) + 2}-01-31`)
    expect(later.before).toBe(`${Number(today.slice(0, 4)) + 1}-01-31`)
    expect(later.due).toMatchObject([{ person: "p-champion1", events: 2 }, { person: "p-newcomer1" }])
    const text = await done(
      over(store, ["person", "due", "--after", "1", "--on", "2024-03-31"], {
        env: { LCQM_PEOPLE: place.people }
      })
    )
    expect(text).toContain("of whom nothing was recorded since 2024-02-29")
  })
})
