// A marker stands in every text about a person, and in their name. Of everything the command line makes of a store, none
// has a marker but what is made to tell it: the register and its backup the names, answers with --texts the words. Once
// the person is erased nothing has theirs, neither the files that are there nor anything that is made anew.
import { mkdirSync, readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { people, school } from "@lcqm/testing/given-when-then"
import { beforeAll, describe, expect, test } from "vitest"
import { file, folder } from "../running.ts"
import { markerOf, type SealedAward, sealedAward } from "./sealed-award.ts"
import { linesFile, pathOf } from "../stores.ts"

const { assessor, champion, coach } = people
const marked = [champion, assessor, coach]

/** Bytes and, so far as they are base64, what that decodes to: a token or a page carries its data so. */
const withDecoded = (bytes: Buffer): string => {
  const text = bytes.toString("latin1")
  const decoded = (text.match(/[A-Za-z0-9+/_-]{24,}/gu) ?? []).map((run) =>
    Buffer.from(run, "base64").toString("latin1")
  )
  return [text, ...decoded].join("\n")
}

const marks = (bytes: Buffer | string): ReadonlyArray<string> => {
  const text = withDecoded(Buffer.from(bytes))
  return marked.filter((person) => text.includes(markerOf(person)))
}

const filesIn = (at: string): ReadonlyArray<string> =>
  statSync(at).isDirectory() ? readdirSync(at).flatMap((name) => filesIn(join(at, name))) : [at]

/** Which files in a folder hold whose marker. */
const held = (at: string): Readonly<Record<string, ReadonlyArray<string>>> =>
  Object.fromEntries(
    filesIn(at).flatMap((path) => {
      const found = marks(readFileSync(path))
      return found.length === 0 ? [] : [[path.slice(at.length + 1), found]]
    })
  )

const issuer = file(
  {
    issuer: { id: "https://sample.example/scheme", name: "A sample scheme" },
    badges: "https://sample.example/badges/",
    statusList: "https://sample.example/status/1"
  },
  "issuer.json"
)

let award: SealedAward
/** The operator's key and the issuer's. */
const keys = folder()
const [operatorKey, badgeKey] = [join(keys, "operator.key"), join(keys, "badge.key")]

interface Made {
  /** Where the files are. */
  readonly at: string
  /** What was told of each, by what was asked. */
  readonly told: Readonly<Record<string, string>>
}

/** Makes everything that can be made of the store, as files in a new folder and as answers. */
const makeAll = async (): Promise<Made> => {
  const at = folder()
  const to = (name: string): ReadonlyArray<string> => ["-o", join(at, name)]
  mkdirSync(join(at, "tiles"))
  const badge = ["--issuer", issuer, "--key", badgeKey]
  const made: ReadonlyArray<ReadonlyArray<string>> = [
    ["ledger", "checkpoint", "--key", operatorKey, ...to("checkpoint")],
    ["ledger", "head", school, "--key", operatorKey, ...to("head")],
    ["ledger", "prove", school, "9", "--checkpoint", join(at, "checkpoint"), ...to("event.tlog-proof")],
    ["ledger", "tiles", join(at, "tiles"), "--key", operatorKey, "--entries"],
    ["award-file", school, "--key", operatorKey, ...to("award.json")],
    ["verify", join(at, "award.json"), "--key", `${operatorKey}.pub`],
    ["report", school, ...to("report.html")],
    ["report", "--award-file", join(at, "award.json"), ...to("file-report.html")],
    ["report", "--register", ...to("register.html")],
    ...["cloudevents", "ocel", "csv", "schema"].map((format) =>
      ["export", "--format", format].concat(to(`export.${format}`))
    ),
    ["export", "--format", "prov", school, ...to("export.prov")],
    ["export", "--format", "openbadge", school, ...badge, ...to("badge.jwt")],
    ["export", "--format", "status-list", ...badge, ...to("status.jwt")],
    ["badge", "verify", join(at, "badge.jwt"), "--key", `${badgeKey}.pub`, "--at", "2018-01-31"],
    ["store", "export", "--out", join(at, "store.jsonl")],
    ["store", "copy", "--to", `sqlite:${join(at, "copy.db")}`],
    ["store", "backup", join(at, "backup.db")],
    ["keys", "backup", join(at, "keys-backup.db")]
  ]
  const asked: ReadonlyArray<ReadonlyArray<string>> = [
    ...[["history"], ["blame"], ["diff"], ["explain"], ["replay"]].map((words) => [...words, school]),
    ["school", "show", school],
    ["evidence", school],
    ["criteria", "comments", "1"],
    ["register"],
    ["cpd"],
    ["areas"],
    ["assessors"],
    ["facts-out-of-date"],
    ["store", "info"],
    ["cohort", "list"],
    ["verify", "--key", `${operatorKey}.pub`]
  ]
  const told: Record<string, string> = {}
  const failed: Array<unknown> = []
  for (const words of [...made, ...asked, ...asked.map((each) => [...each, "--json"])]) {
    const { code, err, out } = await award.run(words)
    // A badge without a status list, and a store without a checkpoint, are not wholly checked.
    const unchecked = ["badge verify", "verify --key"].includes(words.slice(0, 2).join(" "))
    if (code !== (unchecked ? 1 : 0)) failed.push({ words, code, err })
    told[words.slice(0, 3).join(" ") + (words.includes("--json") ? " --json" : "")] = `${out}${err}`
  }
  expect(failed).toEqual([])
  return { at, told }
}

/** What is made to tell words: everything with --texts. */
const makeOpened = async (): Promise<Made> => {
  const at = folder()
  const told: Record<string, string> = {}
  for (const words of [
    ["report", school, "--texts", "-o", join(at, "report.html")],
    ["export", "--format", "cloudevents", "--texts", "-o", join(at, "export.cloudevents")],
    ["history", school, "--texts"],
    ["criteria", "comments", "1", "--texts"],
    ["school", "texts", school],
    ...marked.map((person) => ["person", "report", person, "--texts"])
  ]) {
    told[words.slice(0, 3).join(" ")] = await award.done(words)
  }
  return { at, told }
}

const marksTold = ({ told }: Made): ReadonlyArray<string> =>
  Object.entries(told).flatMap(([asked, answer]) => (marks(answer).length > 0 ? [asked] : []))

/** What is refused of commands that carry texts: told without a word of them. */
const refusals = async (): Promise<ReadonlyArray<string>> => {
  const about = marked.slice(1)
  const reason = { about, text: about.map(markerOf).join(" ") }
  const of = { scheme: "lcqm", school }
  const command = (type: string, data: object) => ({
    type,
    id: `refused.${type}`,
    occurredOn: "2018-01-01",
    data
  })
  const tooLong = { ...reason, text: reason.text.repeat(100) }
  const told: Array<string> = []
  for (const [line, env] of [
    // Not theirs to ask for; not in this state; not well formed in three ways; without the key ring.
    [command("RevokeAward", { ...of, reason }), { LCQM_ROLES: "none" }],
    [command("ResumeEnrolment", { ...of, reason }), {}],
    [command("DeferEnrolment", { ...of, reason: tooLong }), {}],
    [command("DeferEnrolment", { ...of, reason: reason.text }), {}],
    [command("DeferEnrolment", { ...of, reason: { ...reason, [reason.text]: 1 } }), {}],
    [command("DeferEnrolment", { ...of, reason }), { LCQM_KEYS: "" }]
  ] as const) {
    for (const form of [[], ["--json"]]) {
      const { code, err, out } = await award.run(["do", linesFile([line]), ...form], env)
      expect({ line, code: code === 0 ? "accepted" : "refused" }).toEqual({ line, code: "refused" })
      told.push(`${out}${err}`)
    }
  }
  const said = ["--said", reason.text.repeat(100), "--about", coach]
  for (const words of [
    ["criteria", "comment", "1", "--comment", "c-2", ...said],
    ["criteria", "comment", "1", reason.text, "--comment", "c-2", ...said]
  ]) {
    const { code, err, out } = await award.run(words)
    expect({ words, code }).toEqual({ words, code: 2 })
    told.push(`${out}${err}`)
  }
  return told
}

beforeAll(async () => {
  award = await sealedAward()
  await award.done(["ledger", "keygen", "log.example/mark", "-o", operatorKey])
  await award.done(["badge", "keygen", "-o", badgeKey])
}, 60_000)

describe("the marker of a person", () => {
  test("is in nothing that is made of the store but what is made to tell it", async () => {
    const made = await makeAll()
    // Nothing was passed over: what was to be made is there, and the badge and the award file hold.
    expect(filesIn(made.at).length).toBeGreaterThan(15)
    expect(made.told["verify " + join(made.at, "award.json") + " --key"]).toContain("verified")
    expect(held(made.at)).toEqual({})
    expect(marksTold(made)).toEqual([])
    expect(held(join(pathOf(award.store), ".."))).toEqual({})
    expect(held(award.folder)).toEqual({ "people.db": marked })
    expect((await refusals()).filter((told) => marks(told).length > 0)).toEqual([])

    const opened = await makeOpened()
    expect(held(opened.at)).toEqual({ "report.html": marked, "export.cloudevents": marked })
    expect(marksTold(opened)).toEqual(
      Object.keys(opened.told).filter((asked) => !asked.startsWith("report") && !asked.startsWith("export"))
    )
    const backup = join(folder(), "people-backup.db")
    await award.done(["person", "backup", backup])
    expect(marks(readFileSync(backup))).toEqual(marked)
    expect(marks(await award.done(["person", "list"]))).toEqual(marked)
  }, 60_000)

  test("is nowhere once the person is erased: not in what is there, nor in anything made anew", async () => {
    const others = [assessor, coach]
    await award.done(["person", "erase", champion, "--request", "dsr-1"])
    const made = await makeAll()
    expect(held(made.at)).toEqual({})
    expect(marksTold(made)).toEqual([])
    expect(held(join(pathOf(award.store), ".."))).toEqual({})
    expect(held(award.folder)).toEqual({ "people.db": others })
    expect((await refusals()).filter((told) => marks(told).length > 0)).toEqual([])

    const opened = await makeOpened()
    // A text about two people goes with either of them.
    expect(held(opened.at)).toEqual({ "report.html": [coach], "export.cloudevents": [coach] })
    for (const told of Object.values(opened.told)) expect(marks(told)).not.toContain(champion)
    const backup = join(folder(), "people-backup.db")
    await award.done(["person", "backup", backup])
    expect(marks(readFileSync(backup))).toEqual(others)
    expect(marks(await award.done(["person", "list"]))).toEqual(others)

    // A ring restored from a backup that was made after it opens no more.
    const restored = join(folder(), "restored.db")
    await award.done(["keys", "restore", join(made.at, "keys-backup.db"), "--keys", restored])
    expect(marks(await award.done(["school", "texts", school], { LCQM_KEYS: restored }))).toEqual([coach])
  }, 60_000)

  test("stays nowhere when the others are erased too", async () => {
    for (const person of [assessor, coach]) {
      await award.done(["person", "erase", person, "--request", `dsr-${person}`])
    }
    const [made, opened] = [await makeAll(), await makeOpened()]
    for (const at of [made.at, opened.at, award.folder, join(pathOf(award.store), "..")])
      expect(held(at)).toEqual({})
    expect([...marksTold(made), ...marksTold(opened)]).toEqual([])
  }, 60_000)
})
