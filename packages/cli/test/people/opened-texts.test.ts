// Texts in reports, exports and answers: [sealed] where nobody opens them, [erased] once somebody they are about was
// erased, and in their words with --texts for those who may read them; and then it is said that it is personal data.
import { existsSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { people, school } from "@lcqm/testing/given-when-then"
import { beforeAll, describe, expect, test } from "vitest"
import { folder } from "../running.ts"
import { markerOf, type SealedAward, sealedAward } from "./sealed-award.ts"

const { assessor, champion, coach, stranger } = people
const asNobody = { LCQM_ROLES: "none" }
const as = (person: string) => ({ ...asNobody, LCQM_ACTOR: person })
const place = (): string => join(folder(), "made")
const marks = (text: string): ReadonlyArray<string> =>
  [champion, assessor, coach].filter((person) => text.includes(markerOf(person)))
const personal = "holds personal data"

let award: SealedAward
beforeAll(async () => {
  award = await sealedAward()
})

/** What of a report a reader sees without its script, and what is in its embedded data. */
const report = async (words: ReadonlyArray<string>, more?: Record<string, string>) => {
  const path = place()
  const told = await award.done(["report", ...words, "-o", path], more)
  const html = readFileSync(path, "utf8")
  const [body = ""] = html.split('<script type="text/plain"')
  const data = [...html.matchAll(/<script type="text\/plain" id="([a-z-]+)">([^<]*)/gu)].map(
    ([, id = "", text = ""]) => [id, Buffer.from(text, "base64").toString("utf8")] as const
  )
  return { path, told, html, body, data: new Map(data) }
}

describe("without --texts", () => {
  test("every answer, export and report is sealed, though the key ring is named", async () => {
    const made = await report([school])
    expect(made.body.match(/\[sealed\]/gu)?.length).toBeGreaterThan(2)
    expect(marks(made.html)).toEqual([])
    expect(made.told).not.toContain(personal)
    // Nothing of the day on which it was made is in it.
    expect([...made.data.keys()]).toEqual(["award-file"])
    for (const words of [
      ["history", school],
      ["history", school, "--json"],
      ["blame", school],
      ["diff", school, "--recorded", "2017-01-01", "--json"],
      ["criteria", "comments", "1"],
      ["school", "show", school, "--json"],
      ...["cloudevents", "ocel"].map((format) => ["export", "--format", format])
    ]) {
      const { code, err, out } = await award.run(words)
      expect({ words, code, err, marks: marks(out) }).toEqual({ words, code: 0, err: "", marks: [] })
    }
    expect(await award.done(["criteria", "comments", "1"])).toContain("  [sealed]\n")
    const [line] = JSON.parse(await award.done(["history", school, "--json"])).filter(
      ({ type }: { type: string }) => type === "AwardProposed.v1"
    )
    expect(line).toMatchObject({
      data: { reason: { about: [champion], iv: expect.any(String) } },
      texts: [{ path: "reason", about: [champion], text: "[sealed]" }]
    })
  })
})

describe("with --texts", () => {
  test("a report has the words, as text and not as markup, and says what it is now; its file stays sealed", async () => {
    const made = await report([school, "--texts"])
    expect(marks(made.body)).toEqual([champion, assessor, coach])
    expect(made.body).toContain("Why another level")
    expect(made.body).toContain("&lt;img src=x onerror=alert(1)&gt;")
    expect(made.html).not.toContain("<img")
    expect(made.body).toContain(`<strong>This report ${personal}.</strong> 3 sealed texts were opened for it`)
    expect(made.told).toContain(`3 sealed texts opened: this ${personal} now`)
    expect(statSync(made.path).mode & 0o077).toBe(0)
    expect(marks(made.data.get("award-file") ?? "")).toEqual([])
    expect(marks(made.data.get("texts-told") ?? "")).toEqual([champion, assessor, coach])
  })

  test("a report on an award file has them too, where the store it is from is at hand", async () => {
    const file = place()
    await award.done(["award-file", school, "-o", file])
    const sealed = await report(["--award-file", file])
    expect(marks(sealed.html)).toEqual([])
    expect(sealed.body).toContain("[sealed]")
    const opened = await report(["--award-file", file, "--texts"])
    expect(marks(opened.body)).toEqual([champion, assessor, coach])
    const { err, out } = await award.run(["history", "--award-file", file, "--texts"])
    expect(marks(out)).toEqual([champion, assessor, coach])
    expect(err).toContain(personal)
  })

  test("history, diff, blame and comments have them; what they are is said beside the answer", async () => {
    for (const [words, found, opened] of [
      [["history", school], [champion, assessor, coach], 3],
      [["history", school, "--json"], [champion, assessor, coach], 3],
      [["criteria", "comments", "1"], [coach], 1],
      [["criteria", "comments", "1", "--json"], [coach], 1],
      [["person", "report", assessor], [champion, assessor], 1],
      [["school", "texts", school], [champion, assessor, coach], 3]
    ] as const) {
      // To read what was written is all that school texts is for.
      const asked = words[1] === "texts" ? words : [...words, "--texts"]
      const { code, err, out } = await award.run(asked)
      expect({ words, code, marks: marks(out) }).toEqual({ words, code: 0, marks: found })
      expect(err).toMatch(new RegExp(`^${opened} sealed texts? opened: this ${personal} now`))
    }
    for (const words of [
      ["blame", school],
      ["diff", school]
    ]) {
      expect(await award.run([...words, "--texts"])).toMatchObject({ code: 0 })
    }
  })

  test("CloudEvents have them, each event with what was done to its texts; the recorded bytes stay the store's", async () => {
    const path = place()
    const told = await award.done(["export", "--format", "cloudevents", "--texts", "-o", path, "--json"])
    expect(JSON.parse(told)).toMatchObject({ textsOpened: 4 })
    expect(statSync(path).mode & 0o077).toBe(0)
    const events: ReadonlyArray<{ type: string; texts?: string; data: unknown }> = JSON.parse(
      readFileSync(path, "utf8")
    )
    const opened = events.filter(({ texts }) => texts === "opened")
    expect(opened.map(({ type }) => type).toSorted()).toEqual([
      "lcqm.AwardProposed.v1",
      "lcqm.CommentReceived.v1",
      "lcqm.JudgementAgreed.v1",
      "lcqm.SettingDescribed.v1"
    ])
    expect(marks(JSON.stringify(events.filter(({ texts }) => texts === undefined)))).toEqual([])
    const { err, out } = await award.run(["export", "--format", "cloudevents", "--texts"])
    expect(JSON.parse(out)).toEqual(events)
    expect(err).toContain(personal)
  })

  test("it is for the office, auditors and whoever has a part in the school's history", async () => {
    for (const reader of [champion, assessor]) {
      expect(marks((await report([school, "--texts"], as(reader))).body)).toEqual([champion, assessor, coach])
    }
    const auditor = { LCQM_ACTOR: stranger, LCQM_ROLES: "Auditor" }
    expect(marks((await report([school, "--texts"], auditor)).body)).toHaveLength(3)
    const path = place()
    for (const words of [
      ["report", school, "-o", path],
      ["history", school],
      ["blame", school],
      ["diff", school],
      ["export", "--format", "cloudevents", "-o", path]
    ]) {
      const { code, err, out } = await award.run([...words, "--texts"], as(stranger))
      expect({ words, code, out, marks: marks(err) }).toEqual({ words, code: 1, out: "", marks: [] })
      expect(err).toContain("ReadText is for SchemeOffice")
    }
    // A Champion has no part in the scheme's criteria.
    expect(await award.run(["criteria", "comments", "1", "--texts"], as(champion))).toMatchObject({ code: 1 })
    expect(existsSync(path)).toBe(false)
  })

  test.each([
    [["report", school, "-o", "x"], { LCQM_KEYS: "" }, "--keys"],
    [["history", school], { LCQM_KEYS: "" }, "--keys"],
    [["history", school], { LCQM_ACTOR: "" }, "--actor"],
    [["report", "--register", "-o", "x"], {}, "--texts"],
    [["award-file", school, "-o", "x"], {}, "--texts"],
    [["ledger", "tiles", "x", "--key", "x", "--entries"], {}, "--texts"],
    [["ledger", "head", school, "--key", "x"], {}, "--texts"],
    [["store", "export", "--out", "x"], {}, "--texts"],
    [["export", "--format", "ocel"], {}, "--texts"],
    [["export", "--format", "prov", school], {}, "--texts"],
    [["export", "--format", "csv"], {}, "--texts"],
    [["export", "--format", "openbadge", school], {}, "--texts"]
  ])("%j with %j is refused with exit code 2, naming %s", async (words, env, named) => {
    const { code, err, out } = await award.run([...words, "--texts"], env)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain(named)
    expect(existsSync("x")).toBe(false)
  })
})

describe("a proposal that nobody has answered", () => {
  test("reads [sealed] in the school's state and in blame, in its words with --texts, and [erased] at last", async () => {
    const proposed = await sealedAward("proposed")
    const stateOf = async () => JSON.parse(await proposed.done(["school", "show", school, "--json"])).state
    expect((await stateOf()).proposal.reason).toEqual({ about: [champion], text: "[sealed]" })
    const blamed = ["blame", school, "--field", "proposal/reason/text"]
    expect(await proposed.done(blamed)).toContain("[sealed]")
    expect((await proposed.run([...blamed, "--texts"])).out).toContain(markerOf(champion))
    await proposed.done(["person", "erase", champion, "--request", "dsr-1"])
    expect((await stateOf()).proposal.reason).toEqual({ about: [champion], text: "[erased]" })
    for (const more of [[], ["--texts"]])
      expect(await proposed.done([...blamed, ...more])).toContain("[erased]")
  })
})

describe("once somebody was erased", () => {
  beforeAll(async () => {
    await award.done(["person", "erase", champion, "--request", "dsr-2"])
  })

  test("a report says [erased] where the text is about them, and that nothing in the file proves it", async () => {
    const made = await report([school])
    expect(marks(made.html)).toEqual([])
    expect(made.body).toMatch(/Why another level<\/dt><dd><bdi class="quoted">\[erased\]/u)
    expect(made.body).toMatch(/2 sealed texts read \[erased\]: .*nothing in the file proves it/u)
    expect(made.body).toContain("[sealed]")
    const opened = await report([school, "--texts"])
    expect(marks(opened.html + [...opened.data.values()].join(""))).toEqual([coach])
    expect(opened.told).toContain(`1 sealed text opened: this ${personal} now`)
  })

  test("nobody who was erased but stands in none of its texts is named by a report", async () => {
    await award.done(["person", "erase", "p-unknown001", "--request", "dsr-3"])
    const made = await report([school])
    expect(made.html + [...made.data.values()].join("")).not.toContain("p-unknown001")
  })

  test("answers and exports say it, with --texts and without; what was recorded stays as it was", async () => {
    const lines = JSON.parse(await award.done(["history", school, "--json"]))
    const texts = lines.flatMap(({ texts = [] }: { texts?: ReadonlyArray<{ text: string }> }) => texts)
    expect(texts.filter(({ text }: { text: string }) => text === "[erased]")).toHaveLength(2)
    expect(texts.filter(({ text }: { text: string }) => text === "[sealed]")).toHaveLength(1)
    const { out } = await award.run(["export", "--format", "cloudevents", "--texts"])
    const events: ReadonlyArray<{ type: string; texts?: string }> = JSON.parse(out)
    expect(events.filter(({ texts }) => texts === "withheld").map(({ type }) => type)).toEqual([
      "lcqm.JudgementAgreed.v1",
      "lcqm.AwardProposed.v1"
    ])
    expect(marks(out)).toEqual([coach])
  })

  test("a report on an award file alone says it where a key ring is named, which asks for no master key", async () => {
    const file = place()
    await award.done(["award-file", school, "-o", file])
    const alone = { LCQM_STORE: `sqlite:${place()}`, LCQM_MASTER_KEY_FILE: place(), ...asNobody }
    const told = await report(["--award-file", file], alone)
    expect(told.body).toMatch(/Why another level<\/dt><dd><bdi class="quoted">\[erased\]/u)
    expect(told.body).toMatch(/2 sealed texts read \[erased\]: .*nothing in the file proves it/u)
    expect(told.body).toContain("[sealed]")
    expect(told.told).toContain("2 sealed texts read [erased]: the key ring says so")
    expect(marks(told.html)).toEqual([])
    const again = place()
    const asJson = await award.done(["report", "--award-file", file, "-o", again, "--json"], alone)
    expect(JSON.parse(asJson)).toMatchObject({
      textsOpened: 0,
      textsErased: 2,
      textsSealed: 1,
      erasuresBy: "key ring"
    })
    const lines = JSON.parse(await award.done(["history", "--award-file", file, "--json"], alone))
    const texts = lines.flatMap(({ texts = [] }: { texts?: ReadonlyArray<{ text: string }> }) => texts)
    const readings = texts.map(({ text }: { text: string }) => text)
    for (const [reads, count] of [
      ["[erased]", 2],
      ["[sealed]", 1]
    ] as const) {
      expect(readings.filter((text: string) => text === reads)).toHaveLength(count)
    }
    expect(await award.run(["report", "--award-file", file, "-o", place(), "--keys", place()])).toMatchObject(
      {
        code: 1,
        err: expect.stringContaining("there is no such file")
      }
    )
  })

  test("a report on an award file alone, without a key ring, says that it does not know", async () => {
    const file = place()
    await award.done(["award-file", school, "-o", file])
    const alone = { LCQM_STORE: `sqlite:${place()}`, LCQM_KEYS: "" }
    const made = await report(["--award-file", file], alone)
    expect(made.body).not.toContain("[erased]")
    expect([...made.data.keys()]).toEqual(["award-file"])
    expect(made.told.replaceAll(/\s+/gu, " ")).toContain(
      "3 sealed texts read [sealed]: whether somebody they are about was erased an award file does not tell; a key ring (--keys) does."
    )
    const asJson = await award.done(["report", "--award-file", file, "-o", place(), "--json"], alone)
    expect(JSON.parse(asJson)).toMatchObject({ textsErased: 0, textsSealed: 3, erasuresBy: null })
  })

  test("an award file is the same to the byte: an erasure is nothing it tells", async () => {
    const other = await sealedAward()
    const [before, after] = [place(), place()]
    await other.done(["award-file", school, "-o", before])
    await other.done(["person", "erase", champion, "--request", "dsr-4"])
    await other.done(["award-file", school, "-o", after])
    expect(readFileSync(after).equals(readFileSync(before))).toBe(true)
  })
})
