// Looking after a store: what is brought elsewhere is the same, to the byte, or it is said where it is not.
import { spawn } from "node:child_process"
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { Writable } from "node:stream"
import { beforeAll, describe, expect, test } from "vitest"
import { openDatabase } from "../../../sqlite/src/file/database.ts"
import { bin, file, folder, lcqmHere } from "../running.ts"
import { lock, newPath, over, pathOf, storeWithSchool } from "../stores.ts"

let store: string
let exported: string
let root: string
beforeAll(async () => {
  store = await storeWithSchool()
  const { err, out } = await over(store, ["store", "export"])
  exported = out
  root = /Root ([0-9a-f]{64})/.exec(err)?.[1] ?? ""
})

const info = async (url: string) => JSON.parse((await over(url, ["store", "info", "--json"])).out)

describe("lcqm store info", () => {
  test("counts streams and events, and tells the root that the export told", async () => {
    expect(await info(store)).toMatchObject({
      store,
      events: 11,
      streams: 4,
      root,
      kinds: { school: { streams: 1, events: 1 }, criteria: { streams: 1, events: 8 } }
    })
    const { out } = await over(store, ["store", "info"])
    expect(out).toContain(` holds 11 events in 4 streams, verified.\nRoot ${root}\n`)
  })

  test("of an empty store says so", async () => {
    expect((await over("memory:", ["store", "info"])).out).toMatch(
      /^Store memory: holds 0 events in 0 streams, verified\.\nRoot e3b0c442/
    )
  })

  test("names the event that was changed by hand in the file", async () => {
    const path = newPath()
    expect(await over(store, ["store", "backup", path])).toMatchObject({ code: 0 })
    const theirs = openDatabase(path, { readOnly: false })
    theirs.exec(`DROP TRIGGER events_never_updated; DROP TRIGGER events_never_replaced`)
    theirs.exec(`UPDATE events SET bytes = replace(bytes, 'Toxteth', 'Everton') WHERE bytes LIKE '%Toxteth%'`)
    theirs.close()
    const { code, err, out } = await over(`sqlite:${path}`, ["store", "info"])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toMatch(/Event 0 of cohort-lcqm-5 cannot be trusted/)
    for (const words of [
      ["store", "copy", "--to", "memory:"],
      ["store", "export"]
    ]) {
      expect(await over(`sqlite:${path}`, words)).toMatchObject({ code: 1, out: "" })
    }
  })
})

describe("lcqm store export", () => {
  test("writes each event's bytes to standard output, and what they come to on stderr", async () => {
    expect(exported.trimEnd().split("\n")).toHaveLength(11)
    const { err, out } = await over(store, ["store", "export", "--json"])
    expect(out).toBe(exported)
    expect(JSON.parse(err)).toEqual({ events: 11, root })
  })

  test("--out writes a new file, whole, and never over another", async () => {
    const path = join(folder(), "events.jsonl")
    const first = await over(store, ["store", "export", "--out", path])
    expect(first).toMatchObject({ code: 0, err: "" })
    expect(first.out).toContain(`11 events, verified, in ${path}`)
    expect(readFileSync(path, "utf8")).toBe(exported)
    const second = await over(store, ["store", "export", "--out", path])
    expect(second).toMatchObject({ code: 2, out: "" })
    expect(second.err).toContain("which is there")
    expect(readdirSync(dirname(path))).toEqual(["events.jsonl"])
    const nowhere = await over(store, ["store", "export", "--out", join(path, "x")])
    expect(nowhere).toMatchObject({ code: 2, out: "" })
  })
})

describe("lcqm store import", () => {
  const importing = (lines: string | Buffer, to: string, ...more: ReadonlyArray<string>) =>
    over(to, ["store", "import", file(lines, "events.jsonl"), ...more])

  test("from a file or standard input gives the same store, also after one that was interrupted", async () => {
    const to = `sqlite:${newPath()}`
    const some = exported.split("\n").slice(0, 5).join("\n")
    expect((await importing(some, to)).out).toContain(
      "holds 5 events, verified. New are 5, and 0 were there before."
    )
    const { code, out } = await over(to, ["store", "import", "-", "--root", root, "--json"], {
      input: exported
    })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toEqual({ store: to, events: 11, root, held: 5, appended: 6 })
    expect((await over(to, ["store", "export"])).out).toBe(exported)
    expect((await importing(exported, to)).out).toContain("It held them all already.")
  })

  test("names the line that is cut short or edited, ends with 2, and makes no store", async () => {
    const lines = exported.split("\n")
    const edited = lines
      .map((line, i) => (i === 9 ? line.replace("Toxteth", "\\u0054oxteth") : line))
      .join("\n")
    for (const [bytes, line] of [
      [exported.slice(0, -30), 11],
      [edited, 10],
      [lines.toSpliced(3, 1).join("\n"), 4],
      [`${exported}{}\n`, 12]
    ] as const) {
      const path = newPath()
      const { code, err, out } = await importing(bytes, `sqlite:${path}`)
      expect({ code, out }).toEqual({ code: 2, out: "" })
      expect(err).toMatch(/^lcqm: this is no file of events \(.*events\.jsonl\):/)
      expect(err).toContain(`\n  line ${line}: expected `)
      expect(existsSync(path)).toBe(false)
    }
  })

  test("of well-formed events that are not those of the root is refused", async () => {
    const path = newPath()
    const edited = exported.replace("Toxteth", "Everton")
    const { code, err } = await importing(edited, `sqlite:${path}`, "--root", root)
    expect(code).toBe(1)
    expect(err).toMatch(/The root of these 11 events is [0-9a-f]{64}, and not/)
    expect(existsSync(path)).toBe(false)
  })

  test("into a store of another history says where they part, and leaves it as it is", async () => {
    const other = await storeWithSchool()
    const before = await info(other)
    const { code, err } = await importing(exported, other, "--json")
    expect(code).toBe(1)
    expect(JSON.parse(err).error).toMatchObject({
      _tag: "StoresPart",
      details: { same: 0, source: { stream: "criteria-lcqm-0.1.0-sample", revision: 0 } }
    })
    expect(await info(other)).toEqual(before)
  })
})

describe("lcqm store copy", () => {
  test("brings the same events under the same root, again without effect, with progress on a terminal", async () => {
    const to = `sqlite:${newPath()}`
    let shown = ""
    const terminal = new Writable({
      write: (chunk: Buffer, _, done) => {
        shown += chunk.toString()
        done()
      }
    })
    const progress = Object.assign(terminal, { isTTY: true, columns: 100 })
    const first = await lcqmHere(["store", "copy", "--store", store, "--to", to, "--json"], { progress })
    expect(JSON.parse(first.out)).toEqual({ store: to, events: 11, root, held: 0, appended: 11 })
    expect(shown).toMatch(/Copying \[=* *\] 100%/)
    expect((await over(store, ["store", "copy", "--to", to])).out).toContain("It held them all already.")
    expect((await over(to, ["store", "export"])).out).toBe(exported)
    expect((await over(to, ["store", "copy", "--to", to])).code).toBe(0)
  })

  test("into a store that has gone on is refused: the source ends where the other goes on", async () => {
    const to = `sqlite:${newPath()}`
    await over(store, ["store", "copy", "--to", to])
    await over(to, ["cohort", "launch", "6"])
    const { code, err } = await over(store, ["store", "copy", "--to", to])
    expect(code).toBe(1)
    expect(err).toContain("after 11 events that are the same, it has event 0 of cohort-lcqm-6")
    expect(err).toContain("the source has nothing more")
  })

  test("from a store that is not there makes no other", async () => {
    const path = newPath()
    expect(await over(`sqlite:${newPath()}`, ["store", "copy", "--to", `sqlite:${path}`])).toMatchObject({
      code: 1
    })
    expect(existsSync(path)).toBe(false)
  })

  test("waits for a store that others are writing, and says so where they do not end", async () => {
    const to = `sqlite:${newPath()}`
    await over(to, ["cohort", "launch", "6"])
    const letGo = lock(to)
    try {
      const { code, err } = await over(to, ["cohort", "launch", "7"])
      expect(code).toBe(1)
      expect(err).toContain("others have kept the file locked all the while")
    } finally {
      letGo()
    }
    expect(await over(to, ["cohort", "launch", "7"])).toMatchObject({ code: 0 })
  })
})

describe("a copy that is killed", () => {
  test("leaves a beginning, and the next one goes on from it to the same root", async () => {
    // Enough events that the process is still at it when it is killed.
    const many = `sqlite:${newPath()}`
    const launches = Array.from({ length: 400 }, (_, n) =>
      JSON.stringify({
        type: "LaunchCohort",
        id: `launch-cohort-${n}`,
        occurredOn: "2025-09-01",
        data: { scheme: "lcqm", cohort: `c${n}`, windows: {} }
      })
    )
    expect(await over(many, ["do", "-", "--json"], { input: launches.join("\n") })).toMatchObject({ code: 0 })
    const path = newPath()
    const child = spawn(process.execPath, [bin, "store", "copy", "--store", many, "--to", `sqlite:${path}`])
    const ended = new Promise((resolve) => child.once("close", resolve))
    while (!existsSync(`${path}-wal`) && child.exitCode === null)
      await new Promise((later) => setTimeout(later, 1))
    child.kill("SIGKILL")
    await ended
    const { code, out } = await over(many, ["store", "copy", "--to", `sqlite:${path}`, "--json"])
    expect(code).toBe(0)
    const copied = JSON.parse(out)
    expect(copied).toMatchObject({ events: 400 })
    expect(copied.held + copied.appended).toBe(400)
    expect(copied.root).toBe((await info(many)).root)
  })
})

describe("lcqm store backup", () => {
  test("is a store of its own with the same root, and never written over another file", async () => {
    const path = newPath("backup.db")
    const { code, out } = await over(store, ["store", "backup", path])
    expect(code).toBe(0)
    expect(out).toContain(`open it as sqlite:${path}`)
    expect(await info(`sqlite:${path}`)).toMatchObject({ events: 11, root })
    const again = await over(store, ["store", "backup", path])
    expect(again).toMatchObject({ code: 2, out: "" })
    expect(again.err).toContain("FILE: expected a place where nothing is yet")
    expect(readdirSync(dirname(path))).toEqual(["backup.db"])
  })

  test("of a store that is no file is bad input, and of a folder that is not there did not hold", async () => {
    expect(await over("memory:", ["store", "backup", newPath()])).toMatchObject({ code: 2, out: "" })
    expect(await over(store, ["store", "backup", "/nowhere/backup.db"])).toMatchObject({ code: 1, out: "" })
  })
})

describe("a damaged file", () => {
  test("is told as such", async () => {
    const path = newPath()
    await over(store, ["store", "backup", path])
    truncateSync(path, 20_000)
    const { code, err, out } = await over(`sqlite:${path}`, ["store", "info"])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toMatch(/damaged|cannot be trusted/)
    expect(pathOf(`sqlite:${path}`)).toBe(path)
    writeFileSync(path, "")
  })
})
