// The story, played by the process a person starts. Each run takes seconds, so a few runs serve all the promises.
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { Writable } from "node:stream"
import { lcqmCatalogue } from "@lcqm/core"
import { isCanonicalJson } from "@lcqm/ledger"
import { outcomeKinds } from "@lcqm/story-so-far"
import { beforeAll, describe, expect, test } from "vitest"
import type { DemoReport } from "../../src/demo/report.ts"
import { reportText } from "../../src/demo/report-text.ts"
import { whatNext } from "../../src/demo/what-next.ts"
import { coloursFor } from "../../src/index.ts"
import { bin, folder, lcqmAsProcess, lcqmHere, type Ran, shell } from "../running.ts"

const seed7 = ["demo", "--seed", "7", "--json", "--store", "sqlite:demo.db", "--out"]

const idOf = (line: string): unknown => Reflect.get(Object(JSON.parse(line)), "id")
const typeOf = (line: string): string => String(Reflect.get(Object(JSON.parse(line)), "type"))

const made = { top: "", out: "", store: "" }

const infoOf = async (store: string): Promise<unknown> => {
  const { code, out } = await lcqmHere(["store", "info", "--json", "--store", store])
  expect(code).toBe(0)
  return JSON.parse(out)
}

describe("lcqm demo", () => {
  let once: Ran
  let again: Ran
  let report: DemoReport
  let found: ReadonlyArray<string>
  const kept: Array<unknown> = []

  beforeAll(async () => {
    made.top = folder()
    made.out = join(made.top, "a", "story")
    made.store = `sqlite:${join(made.top, "demo.db")}`
    mkdirSync(join(made.top, "a"))
    once = await lcqmAsProcess([...seed7, made.out], { cwd: made.top })
    kept.push(await infoOf(made.store))
    // Somebody goes on from the story before it is told again.
    await lcqmHere([
      "cohort",
      "launch",
      "Z",
      "--store",
      made.store,
      "--actor",
      "p-office01",
      "--roles",
      "SchemeOffice"
    ])
    kept.push(await infoOf(made.store))
    again = await lcqmAsProcess([...seed7, made.out], { cwd: made.top })
    kept.push(await infoOf(made.store))
    report = JSON.parse(once.out)
    found = readFileSync(join(made.out, "events.jsonl"), "utf8").split("\n")
  }, 120_000)

  test("ends well, and says nothing on stderr where that is no terminal", () => {
    expect(once).toMatchObject({ code: 0, err: "" })
  })

  test("--seed 7 --json twice gives the same bytes, one canonical line", () => {
    expect(again.out).toBe(once.out)
    expect(once.out.endsWith("\n")).toBe(true)
    expect(isCanonicalJson(once.out.slice(0, -1))).toBe(true)
  })

  test("enrols 110 schools, as many in each cohort as the page prints", () => {
    expect(report.story.schools).toBe(110)
    expect(report.asAtThePage.cohorts.map(({ cohort, schools }) => [cohort, schools.events])).toEqual([
      ["1", 26],
      ["2", 20],
      ["3", 30],
      ["A", 14],
      ["B", 15],
      ["4", 5]
    ])
  })

  test("stands as the page says as at the page's own date, phase by phase", () => {
    expect(report.asAtThePage.cohorts.map(({ agrees }) => agrees)).toEqual(Array(6).fill(true))
    for (const row of report.asAtThePage.rows) expect(row.schools).toBe(row.page)
    expect(
      report.asAtThePage.rows.filter(({ phase }) => phase === "unknown").map(({ cohort }) => cohort)
    ).toEqual(["A", "B", "4"])
  })

  test("counts each school once at the end too", () => {
    const { rows } = report.atTheEnd
    expect(rows.reduce((sum, { schools }) => sum + schools, 0)).toBe(110)
    for (const { awards, others, schools } of rows) {
      const all = [...Object.values(awards), ...Object.values(others)]
      expect(all.reduce((sum, count) => sum + count, 0)).toBe(schools)
    }
    const agreed = (["Gold", "Silver", "Bronze"] as const).map(
      (level) => report.outcomes[`agreed at ${level}`]
    )
    const registered = rows
      .flatMap(({ awards }) => Object.values(awards))
      .reduce((sum, count) => sum + count, 0)
    // A renewed award stands in the place of the former, and one given on appeal was agreed by nobody.
    const renewed = report.outcomes["award renewed"]
    const given = report.outcomes["award given on appeal"]
    for (const some of [renewed, given]) expect(some).toBeGreaterThan(0)
    expect(registered).toBe(agreed.reduce((sum, count) => sum + count, 0) - renewed + given)
  })

  test("warns about cohort A's dates, in the page's own words", () => {
    expect(report.warnings).toEqual([
      {
        cohort: "A",
        warning: "AssessmentBeforeTraining",
        says: "assessments begin before training does",
        printed: "14 schools – training begins April 18 , assessments Feb 18"
      }
    ])
  })

  test("explains one award from the rule to the evidence, with events that are there", () => {
    const { agreed, decisive, events, tree } = report.explained
    expect(tree).toMatchObject({ kind: "award", rule: { id: "best-fit" } })
    expect(tree.level).toBe(agreed)
    expect(tree.next?.failed.length).toBeGreaterThan(0)
    const theme = tree.themes.find(({ id }) => id === decisive)
    expect(theme?.criteria.some(({ evidence }) => (evidence?.items ?? 0) > 0)).toBe(true)
    const written = new Set(found.slice(0, -1).map(idOf))
    expect(events.map(({ event }) => event).toSorted()).toEqual([...(theme?.events ?? [])].toSorted())
    for (const id of tree.events) expect(written.has(id)).toBe(true)
  })

  test("holds every kind of outcome", () => {
    expect(Object.keys(report.outcomes).toSorted()).toEqual(outcomeKinds.toSorted())
    for (const kind of outcomeKinds) expect([kind, report.outcomes[kind] > 0]).toEqual([kind, true])
    expect(report.story.refused["NotTheChampion"]).toBeGreaterThan(0)
  })

  test("--out makes the folder and writes every event as its stored bytes, and leaves the same file alone", () => {
    expect(again.code).toBe(0)
    expect(readdirSync(made.out)).toEqual(["events.jsonl"])
    expect(found.at(-1)).toBe("")
    expect(found).toHaveLength(report.story.events + 1)
    for (const line of found.slice(0, -1)) {
      expect([line, isCanonicalJson(line)]).toEqual([line, true])
      expect(lcqmCatalogue.has(typeOf(line))).toBe(true)
    }
    const bytes = readFileSync(join(made.out, "events.jsonl"))
    expect(report.written).toEqual({
      file: join(made.out, "events.jsonl"),
      events: report.story.events,
      bytes: bytes.length,
      sha256: createHash("sha256").update(bytes).digest("hex")
    })
  })

  test("--store leaves the story in a store, and told again leaves that store as it is", async () => {
    const [first, before, after] = kept
    expect(first).toMatchObject({ events: report.story.events, root: report.kept?.root })
    expect(report.kept).toMatchObject({ store: "sqlite:demo.db", events: report.story.events })
    expect(before).toMatchObject({ events: report.story.events + 1 })
    expect(after).toEqual(before)
    const { out } = await lcqmHere(["store", "export", "--store", made.store])
    expect(out.startsWith(found.join("\n"))).toBe(true)
  })

  test("another seed into that store is refused, with where they part, and changes nothing", async () => {
    const { code, err, out } = await lcqmHere(["demo", "--seed", "8", "--store", made.store])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toContain("holds another history: after 0 events that are the same")
    expect(await infoOf(made.store)).toEqual(kept[1])
  })

  test("another seed is another story; where a file holds others it is refused, and stays", async () => {
    const before = readFileSync(join(made.out, "events.jsonl"))
    let shown = ""
    const terminal = new Writable({
      write: (chunk: Buffer, _, done) => {
        shown += chunk.toString()
        done()
      }
    })
    const progress = Object.assign(terminal, { isTTY: true, columns: 100 })
    const elsewhere = join(made.top, "office.db")
    const { code, err, out } = await lcqmHere(["demo", "--seed", "8", "--out", made.out], {
      progress,
      env: { LCQM_STORE: `sqlite:${elsewhere}` }
    })
    expect({ code, out }).toEqual({ code: 2, out: "" })
    // A simulation never comes into the store that the environment names for the day's work.
    expect(existsSync(elsewhere)).toBe(false)
    expect(err).toContain("which holds others")
    expect(readFileSync(join(made.out, "events.jsonl")).equals(before)).toBe(true)
    expect(readdirSync(made.out)).toEqual(["events.jsonl"])
    // And where there is a terminal, how far the story is.
    expect(shown).toMatch(/Playing the story \[=* *\] \d+%/)
  })

  test("tells a person all of it, in lines that fit", () => {
    const text = reportText(report, coloursFor(false, {}))
    for (const told of [
      "seed 7",
      "synthetic",
      "not the LCQM criteria",
      "a simulation",
      "as at its own date, 2017-06-30",
      "Cohort A: assessments begin before training does",
      "unknown",
      "Not ",
      "What to try next",
      report.explained.events[0]?.event.slice(0, 8) ?? "?"
    ]) {
      expect(text).toContain(told)
    }
    expect(text).not.toMatch(/undefined|\[object|NaN/)
    for (const line of text.split("\n")) expect(line.length).toBeLessThanOrEqual(100)
  })
})

describe("what the demo says to try next", () => {
  // The first three are demos, which the tests above run; the store of the third is looked at afterwards.
  test.each(
    whatNext(7)
      .slice(3)
      .map(({ command }) => command)
  )("%s", async (command) => {
    expect(existsSync(bin)).toBe(true)
    const { code, out } = await shell(command.replaceAll("npx lcqm", "lcqm"), made.top)
    expect(code).toBe(0)
    expect(out).not.toBe("")
  })

  test("and the first three differ from the demos above by their flags only", () => {
    expect(
      whatNext(7)
        .slice(0, 3)
        .map(({ command }) => command)
    ).toEqual([
      "npx lcqm demo --seed 8",
      "npx lcqm demo --seed 7 --out story",
      "npx lcqm demo --seed 7 --store sqlite:demo.db"
    ])
    expect(whatNext(8)[0]?.command).toBe("npx lcqm demo --seed 9")
  })
})
