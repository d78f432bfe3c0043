// lcqm keys finish: a ring that was made anew, or copied back, comes to know everybody whom the store says was erased;
// cut off at any point it goes on, and where all is done it changes nothing.
import { spawn } from "node:child_process"
import { copyFileSync, statSync } from "node:fs"
import { Writable } from "node:stream"
import { setTimeout } from "node:timers/promises"
import { beforeAll, describe, expect, test } from "vitest"
import { openDatabase } from "../../../sqlite/src/file/database.ts"
import { details, done, env, marker, newPlace, type Place } from "./people-kept.ts"
import { bin, file, folder, lcqmAsProcess, lcqmHere } from "../running.ts"
import { bytesOf, foreignFile, linesFile, newPath, office, over, pathOf, storeWithSchool } from "../stores.ts"

const kept = "p-coach0003"
/** Who was erased; of the last there never was a key. */
const erased = ["p-champion1", "p-coach0001", "p-coach0002", "p-nobody001"]
const about = [...erased.slice(0, -1), kept]

const replaced = (id: string, champion: string) => ({
  type: "ReplaceChampion",
  id,
  occurredOn: "2025-10-08",
  data: { scheme: "lcqm", school: "900001", champion, reason: { about, text: "A sample of words." } }
})

let store: string
/** The ring and the register in use, on which everybody was forgotten when they were erased. */
let used: Place
/** The same as they were before anybody was erased. */
let before: Place

const run = (line: ReadonlyArray<string>, place: Place, more: Readonly<Record<string, string>> = {}) =>
  over(store, line, { env: { ...env(place), ...more } })

const finishing = async (place: Place, ...more: ReadonlyArray<string>) =>
  JSON.parse(await done(run(["keys", "finish", "--json", ...more], place)))

const keyOf = async (person: string, place: Place): Promise<string> =>
  JSON.parse(await done(run(["person", "report", person, "--json"], place))).key

/** The ring and the register from before anybody was erased, put back by a copy. */
const copiedBack = (): Place => {
  const place = newPlace()
  for (const each of ["keys", "people", "master"] as const) copyFileSync(before[each], place[each])
  return place
}

const newRing = async (): Promise<Place> => {
  const place = newPlace()
  await done(lcqmHere(["keys", "init"], { env: env(place) }))
  await done(lcqmHere(["person", "add", file({ name: "Z Sample" })], { env: env(place) }))
  return place
}

/** What is asked of a ring's file itself, or done to it. */
const inRing = <A>({ keys }: Place, work: (ring: ReturnType<typeof openDatabase>) => A): A => {
  const ring = openDatabase(keys, { readOnly: false })
  // Another may be writing it just then.
  ring.exec("PRAGMA busy_timeout = 30000")
  try {
    return work(ring)
  } finally {
    ring.close()
  }
}

const wrappedKeys = (place: Place): ReadonlyArray<Buffer> =>
  inRing(place, (ring) =>
    ring
      .prepare("SELECT wrapped FROM keys")
      .all()
      .map((row) => Buffer.from(Reflect.get(Object(row), "wrapped")))
  )

const forgottenOn = (place: Place): number =>
  inRing(place, (ring) => ring.prepare("SELECT person FROM forgotten").all().length)

beforeAll(async () => {
  store = await storeWithSchool()
  used = newPlace()
  await done(lcqmHere(["keys", "init"], { env: env(used) }))
  for (const person of ["p-champion1", kept]) {
    await done(lcqmHere(["person", "add", file(details), "--as", person], { env: env(used) }))
  }
  const appointed = {
    type: "AppointChampion",
    id: "900001-champion",
    occurredOn: "2025-09-08",
    data: { scheme: "lcqm", school: "900001", champion: "p-champion1" }
  }
  await done(run(["do", linesFile([appointed, replaced("900001-champion-2", "p-champion2")])], used))
  before = newPlace()
  for (const each of ["keys", "people", "master"] as const) copyFileSync(used[each], before[each])
  for (const person of erased) {
    await done(run(["person", "erase", person, "--request", "dsr-2026-014"], used))
  }
})

describe("lcqm keys finish", () => {
  test("makes a new ring know of everybody who was erased before it: they get no key on it", async () => {
    const place = await newRing()
    expect(await keyOf("p-champion1", place)).toBe("none")
    expect(await finishing(place)).toEqual({
      keys: place.keys,
      people: place.people,
      erased: erased.map((person) => ({ person, key: "never", entry: "never" }))
    })
    for (const person of erased) expect(await keyOf(person, place)).toBe("forgotten")
    expect(await keyOf(kept, place)).toBe("none")
    const refused = await run(["do", linesFile([replaced("900001-champion-3", "p-champion3")])], place)
    expect(refused.code).toBe(1)
    expect(refused.err).toContain("The key of p-champion1 was forgotten")
    const entered = await run(["person", "add", file(details), "--as", "p-champion1"], place)
    expect(entered).toMatchObject({ code: 1, err: expect.stringContaining("is not entered again") })
  })

  test("takes keys and names out of a ring and a register that were copied back, to the last byte", async () => {
    const place = copiedBack()
    const there = wrappedKeys(place)
    expect(there.length).toBe(4)
    const { code, err, out } = await run(["keys", "finish"], place)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toBe(
      [
        "Forgotten on the ring is everybody who was erased, by the store's events: 4 people.",
        "  Key forgotten now     p-champion1, p-coach0001, p-coach0002",
        "  Forgotten before      0 people",
        "  Never had a key here  1 person; they get none from now on",
        "  Entry removed now     p-champion1",
        "",
        "Where another ring had their keys, finish the erasures on that one too, or destroy it.",
        "Destroy backups and copies of what still had them: they are in those as before.",
        ""
      ].join("\n")
    )
    const left = wrappedKeys(place)
    expect(left.length).toBe(1)
    const bytes = bytesOf(place.keys)
    expect(there.filter((key) => bytes.includes(key))).toEqual(left)
    expect(await keyOf(kept, place)).toBe("kept")
    const listed = JSON.parse(await done(run(["person", "list", "--json"], place)))
    expect(listed).toEqual([{ person: kept, details, key: "kept" }])
  })

  test("changes no byte of a ring that forgot them already", async () => {
    const kept = [bytesOf(used.keys), bytesOf(used.people)]
    const { erased: told } = await finishing(used)
    expect(told).toEqual(erased.map((person) => ({ person, key: "before", entry: "never" })))
    expect([bytesOf(used.keys), bytesOf(used.people)]).toEqual(kept)
    const said = await done(run(["keys", "finish"], used))
    expect(said).toContain("  Forgotten before      4 people\n")
    expect(said).not.toContain("Destroy")
  })

  test("asks for no master key, and removes nobody's name where no register is named", async () => {
    const place = copiedBack()
    const bare = { LCQM_MASTER_KEY_FILE: newPath("no-such.key"), LCQM_PEOPLE: "" }
    const { code, err, out } = await run(["keys", "finish"], place, bare)
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toContain("  Entry removed now     not asked (no --people)\n")
    expect(bytesOf(place.people).includes(marker)).toBe(true)
    expect(await finishing(place)).toMatchObject({ erased: [{ key: "before", entry: "now" }, {}, {}, {}] })
  })

  test("says so where nobody was erased, and leaves the ring as it was", async () => {
    const place = await newRing()
    const empty = { LCQM_STORE: await storeWithSchool() }
    const ring = bytesOf(place.keys)
    expect(await run(["keys", "finish"], place, empty)).toEqual({
      code: 0,
      err: "",
      out: "Nobody was erased, by the store's events; there was nothing to finish.\n"
    })
    expect(JSON.parse((await run(["keys", "finish", "--json"], place, empty)).out).erased).toEqual([])
    expect(bytesOf(place.keys).equals(ring)).toBe(true)
  })

  test("writes nothing to the store, and shows on a terminal how far it is", async () => {
    const place = copiedBack()
    const log = bytesOf(pathOf(store))
    let shown = ""
    const terminal = new Writable({
      write: (chunk, _, then) => {
        shown += String(chunk)
        then()
      }
    })
    const progress = Object.assign(terminal, { isTTY: true, columns: 100 })
    const ran = await lcqmHere(["keys", "finish"], {
      env: { ...office, ...env(place), LCQM_STORE: store },
      progress
    })
    expect(ran).toMatchObject({ code: 0, err: "" })
    expect(shown).toMatch(/Forgetting \[=* *\] 25%/)
    expect(bytesOf(pathOf(store)).equals(log)).toBe(true)
  })

  test("that cannot be done says why, and forgets nobody", async () => {
    const place = copiedBack()
    const backup = newPath("backup.db")
    await done(run(["keys", "backup", backup], place))
    const nowhere = newPath("nowhere.db")
    const broken: ReadonlyArray<readonly [env: Record<string, string>, code: number, says: string]> = [
      [{ LCQM_KEYS: "" }, 2, "--keys: expected the key ring: --keys FILE, or LCQM_KEYS"],
      [{ LCQM_KEYS: nowhere }, 1, "there is no such file"],
      [{ LCQM_KEYS: pathOf(store) }, 1, "it is an event store, and no key ring"],
      [{ LCQM_KEYS: place.people }, 1, "it is a people register, and no key ring"],
      [{ LCQM_KEYS: foreignFile() }, 1, "of another program"],
      [{ LCQM_KEYS: backup }, 1, "it is a backup, taken at"],
      [{ LCQM_PEOPLE: nowhere }, 1, "there is no such file"],
      [{ LCQM_STORE: `sqlite:${nowhere}` }, 1, "--store"],
      [{ LCQM_STORE: "elsewhere:x" }, 2, "LCQM_STORE"]
    ]
    for (const [more, code, says] of broken) {
      const refused = await run(["keys", "finish"], place, more)
      expect([more, refused.code, refused.out]).toEqual([more, code, ""])
      expect(refused.err).toContain(says)
      const asJson = await run(["keys", "finish", "--json"], place, more)
      expect([more, asJson.code, typeof JSON.parse(asJson.err).error]).toEqual([more, code, "object"])
    }
    expect(await run(["keys", "finish", "--master-key", place.master], place)).toMatchObject({ code: 2 })
    expect(statSync(nowhere, { throwIfNoEntry: false })).toBeUndefined()
    expect(forgottenOn(place)).toBe(0)
    expect(await keyOf("p-champion1", place)).toBe("kept")
  })
})

describe("lcqm keys finish, killed midway", () => {
  test("has forgotten whom it came to, and forgets the others when it is given again", async () => {
    const place = copiedBack()
    const there = wrappedKeys(place)
    // From the third person on the ring takes for ever, so that it is killed just there.
    inRing(place, (ring) =>
      ring.exec(
        `CREATE TRIGGER slow BEFORE INSERT ON forgotten WHEN (SELECT count(*) FROM forgotten) = 2
         BEGIN SELECT count(*) FROM (
           WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000000000) SELECT i FROM n
         ); END`
      )
    )
    const variables = { ...office, ...env(place), LCQM_STORE: store }
    const child = spawn(process.execPath, [bin, "keys", "finish"], {
      cwd: folder(),
      env: { ...process.env, ...variables },
      stdio: "ignore"
    })
    const ended = new Promise<unknown>((resolve) => {
      child.on("exit", (_, signal) => resolve(signal))
    })
    try {
      while (child.exitCode === null && forgottenOn(place) < 2) await setTimeout(50)
    } finally {
      child.kill("SIGKILL")
    }
    expect(await ended).toBe("SIGKILL")
    expect(forgottenOn(place)).toBe(2)
    expect(wrappedKeys(place).length).toBe(2)
    inRing(place, (ring) => ring.exec("DROP TRIGGER slow"))
    const again = await lcqmAsProcess(["keys", "finish", "--json"], { env: variables })
    expect({ code: again.code, err: again.err }).toEqual({ code: 0, err: "" })
    expect(JSON.parse(again.out).erased.map(({ key }: { key: string }) => key)).toEqual([
      "before",
      "before",
      "now",
      "never"
    ])
    const [left, ...more] = wrappedKeys(place)
    expect(more).toEqual([])
    const bytes = bytesOf(place.keys)
    expect(there.filter((key) => bytes.includes(key))).toEqual([left])
    expect(await keyOf(kept, place)).toBe("kept")
  }, 60_000)
})
