// The life of a criteria set on the command line: drafted, put out for comment, published, compared, guided, withdrawn.
import { decodeMigration, presets, revisedSampleCriteriaSet, sampleCriteriaSet, sourcesOf } from "@lcqm/core"
import { Result } from "effect"
import { beforeAll, describe, expect, test } from "vitest"
import { file, lcqmHere, type Ran } from "../running.ts"
import { newPath, over } from "../stores.ts"

const store = `sqlite:${newPath()}`
const run = (...words: ReadonlyArray<string>): Promise<Ran> => over(store, words)
const out = async (...words: ReadonlyArray<string>): Promise<string> => {
  const { code, err, out } = await run(...words)
  expect({ code, err }).toEqual({ code: 0, err: "" })
  return out
}
const json = async (...words: ReadonlyArray<string>): Promise<unknown> =>
  JSON.parse(await out(...words, "--json"))

const draft = file({ ...sampleCriteriaSet, version: "1" }, "one.json")
const next = file({ ...revisedSampleCriteriaSet, version: "2" }, "two.json")
const [leadership, ...others] = sampleCriteriaSet.themes
const reworded = file(
  {
    ...sampleCriteriaSet,
    version: "1",
    themes: [{ ...leadership, title: "Leading" }, ...others.slice(0, 4)]
  },
  "reworded.json"
)

beforeAll(async () => {
  await out("criteria", "draft", draft, "--on", "2025-03-01")
})

describe("a draft", () => {
  test("given again tells what of it is new, and nothing where nothing is", async () => {
    expect(await out("criteria", "draft", draft, "--on", "2025-03-02")).toContain("nothing to do")
    const told = await out("criteria", "draft", reworded, "--on", "2025-03-02")
    expect(told).toContain("Drafted: leadership.\nTaken out: community.\n")
    expect(await out("criteria", "draft", draft, "--on", "2025-03-03")).toContain(
      "Drafted: leadership, community.\n"
    )
  })

  test("is put out for comment, and comments are recorded and answered", async () => {
    await out(
      "criteria",
      "consult",
      "1",
      "--from",
      "2025-04-01",
      "--until",
      "2025-06-30",
      "--on",
      "2025-03-20"
    )
    const comment = (id: string, ...more: ReadonlyArray<string>) =>
      out(
        "criteria",
        "comment",
        "1",
        "--comment",
        id,
        "--said",
        "Say how often.",
        "--on",
        "2025-05-10",
        ...more
      )
    await comment("c-1", "--criterion", "events.day", "--from", "mathematics centre")
    await comment("c-2", "--theme", "events", "--about", "p-champion1")
    const answer = ["--outcome", "draft changed", "--answer", "It says: every year.", "--on", "2025-06-01"]
    await out("criteria", "answer", "1", "--comment", "c-1", ...answer)
    expect(await out("criteria", "comments", "1")).toBe(
      [
        "c-1 on events.day, 2025-05-10, from: mathematics centre",
        "  Say how often.",
        "  draft changed, 2025-06-01: It says: every year.",
        "c-2 on events, 2025-05-10",
        "  Say how often.",
        "  not answered",
        ""
      ].join("\n")
    )
    expect(await json("criteria", "comments", "1", "--unanswered")).toEqual([
      {
        comment: "c-2",
        theme: "events",
        receivedOn: "2025-05-10",
        said: { about: ["p-champion1"], text: "Say how often." }
      }
    ])
    expect(await out("criteria", "list", "--as-at", "2025-05-31")).toMatch(
      /^1 +sample-lcqm-like +in consultation until 2025-06-30 +2, 2 unanswered$/m
    )
  })

  test("is published once its consultation is over, and how many comments were not answered is told", async () => {
    const early = await run("criteria", "publish", "--draft", "1", "--on", "2025-06-29")
    expect(early).toMatchObject({ code: 1, out: "" })
    expect(early.err).toContain("is out for comment until 2025-06-30")
    const publishing = ["criteria", "publish", "--draft", "1", "--on", "2025-07-01"]
    const soon = [...publishing, "--in-force-from", "2025-07-11"]
    const short = await run(...soon, "--least-notice", "28")
    expect(short).toMatchObject({ code: 1, out: "" })
    const told = await out(...soon)
    expect(told).toContain(
      [
        "Schools enrol by it with --criteria 1, from 2025-07-11 on.",
        "That is 10 days' notice; two months are usual.",
        "1 comment was not answered by then; answers may still be given.",
        ""
      ].join("\n")
    )
  })

  test("or a file is published: one of them", async () => {
    for (const words of [[], [draft, "--draft", "1"]]) {
      const { code, err, out } = await run("criteria", "publish", ...words)
      expect({ code, out }).toEqual({ code: 2, out: "" })
      expect(err).toContain("either the file of a criteria set, or --draft VERSION")
    }
  })
})

describe("a version in the store", () => {
  test("is shown as it was drafted then, and is itself a file", async () => {
    expect(await out("criteria", "show", "--stored", "1")).toContain("Leadership and management [leadership]")
    const shown = await out("criteria", "show", "--stored", "1", "--json")
    expect(await out("criteria", "diff", "1", file(shown, "shown.json"))).toBe(
      "They say the same, word for word.\n"
    )
    const then = await json("criteria", "show", "--stored", "1", "--as-at", "2025-03-02")
    expect(then).toMatchObject({ themes: [{ title: "Leading" }, {}, {}, {}, {}] })
    expect(await run("criteria", "show", draft, "--stored", "1")).toMatchObject({ code: 2, out: "" })
    expect(await run("criteria", "show", "--stored", "9")).toMatchObject({ code: 1, out: "" })
  })

  test("of the revised sample shows its top tips, and where they are from", async () => {
    const { out } = await lcqmHere(["criteria", "show", next])
    expect(out).toContain("Top tips\n")
    expect(out).toContain("(Liverpool Counts Quality Mark: making a difference")
  })
})

describe("two versions", () => {
  test("are compared in words, from the store or from files", async () => {
    const told = await out("criteria", "diff", "1", next)
    expect(told).toContain("Criterion workforce.language is essential now.\n")
    expect(told).toContain("events.club becomes events.groups (same title).\n")
    expect(told).toContain("events.challenge has no equivalent (nothing alike).\n")
    for (const line of told.split("\n")) expect(line.length).toBeLessThanOrEqual(100)
    expect(await out("criteria", "diff", "1", draft)).toBe("They say the same, word for word.\n")
    expect(await json("criteria", "diff", draft, next)).toMatchObject({
      from: { version: "1" },
      to: { version: "2" },
      migration: { "events.club": { becomes: ["events.groups"] } }
    })
  })

  test("give a migration map that a dry run takes", async () => {
    const map: unknown = JSON.parse(await out("criteria", "diff", "1", next, "--migration"))
    const migration = Result.getOrThrow(decodeMigration(map))
    expect(Result.isSuccess(sourcesOf(sampleCriteriaSet, revisedSampleCriteriaSet, migration))).toBe(true)
    const holders = file(`${JSON.stringify({ holder: "900001", judgements: {} })}\n`, "holders.jsonl")
    const words = ["award", "dry-run", "--criteria", draft, "--criteria-new", next, "--holders", holders]
    expect((await lcqmHere([...words, "--migration", file(map)])).code).toBe(0)
    expect((await lcqmHere(words)).code).toBe(2)
  })

  test.each([
    [["criteria", "diff", "1", "9"], 1, "There is no version 9 of the scheme's criteria set in this store."],
    [["criteria", "diff", "1", "no such version"], 2, "AFTER: expected a file (its name ends with .json"],
    [["criteria", "diff", "/nowhere/one.json", "1"], 2, "no such file"],
    [["criteria", "diff", "-", "-"], 2, "standard input can be read once"],
    [["ruleset", "diff", "best-fit/1", "7"], 1, "There is no version 7 of the scheme's rule set"],
    [["criteria", "comments", "9"], 1, "There is no version 9"],
    [["criteria", "guidance", "list", "9"], 1, "There is no version 9"]
  ] as const)("that are not there are told: %j", async (words, code, said) => {
    const ran = await run(...words)
    expect(ran).toMatchObject({ code, out: "" })
    expect(ran.err).toContain(said)
  })
})

describe("guidance", () => {
  test("is linked, listed for a reader, and withdrawn", async () => {
    const linking = ["criteria", "guidance", "link", "1", "--on", "2025-09-01"]
    const link = (id: string, ...more: ReadonlyArray<string>) => {
      const what = ["--guidance", id, "--title", `About ${id}`, "--link", `https://guidance.example/${id}`]
      return out(...linking, ...what, ...more)
    }
    await link("games", "--criterion", "events.day", "--year-groups", "Year 3,Year 4", "--phase", "primary")
    await link("begin")
    expect(await out("criteria", "guidance", "list", "1", "--year-group", "Year 3")).toBe(
      [
        "games  About games",
        "  on events.day, for primary, Year 3, Year 4",
        "  https://guidance.example/games",
        "begin  About begin",
        "  on the whole, for everyone",
        "  https://guidance.example/begin",
        ""
      ].join("\n")
    )
    expect(await json("criteria", "guidance", "list", "1", "--year-group", "Year 6")).toMatchObject([
      { guidance: "begin" }
    ])
    await out(
      "criteria",
      "guidance",
      "withdraw",
      "1",
      "--guidance",
      "begin",
      "--reason",
      "Out of date.",
      "--on",
      "2025-10-01"
    )
    expect(await json("criteria", "guidance", "list", "1")).toMatchObject([{ guidance: "games" }])
    expect(await json("criteria", "guidance", "list", "1", "--as-at", "2025-09-30")).toHaveLength(2)
  })

  test.each([
    ["--link", "http://guidance.example/", "--link: expected an https link"],
    ["--year-groups", "Year 3, Year 99", "--year-groups: expected year groups"]
  ])("is refused where %s is %s", async (flag, value, said) => {
    const words = ["criteria", "guidance", "link", "1", "--guidance", "g", "--title", "T"]
    const link = flag === "--link" ? [] : ["--link", "https://guidance.example/"]
    const { code, err, out } = await run(...words, ...link, flag, value)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain(said)
  })
})

describe("a version", () => {
  test("that is withdrawn takes no new school, and the next in force is enrolled by unless another is named", async () => {
    await out("criteria", "publish", next, "--on", "2025-10-01", "--in-force-from", "2026-01-01")
    await out("ruleset", "publish", "best-fit/1", "--on", "2025-06-01")
    await out("cohort", "launch", "5", "--on", "2025-09-01")
    const enrol = (urn: string, on: string) => run("enrol", urn, "--cohort", "5", "--on", on)
    const first = await enrol("900001", "2025-12-31")
    expect(first.out).toContain("By criteria set 1 and rule set 1, the latest in force on 2025-12-31.")
    expect((await enrol("900002", "2026-01-01")).out).toContain("By criteria set 2 and rule set 1")
    await out("criteria", "withdraw", "2", "--reason", "Two criteria ask the same.", "--on", "2026-01-10")
    expect((await enrol("900003", "2026-01-10")).out).toContain("By criteria set 1 and rule set 1")
    const named = await run("enrol", "900004", "--cohort", "5", "--criteria", "2", "--on", "2026-01-10")
    expect(named).toMatchObject({ code: 1, out: "" })
    expect(named.err).toContain("criteria set 2 was withdrawn on 2026-01-10")
    const never = await enrol("900005", "2025-05-01")
    expect(never).toMatchObject({ code: 1, out: "" })
    expect(never.err).toContain("No criteria set of lcqm was in force on 2025-05-01.")
  })

  test("is listed as it stands on a day", async () => {
    expect(await out("criteria", "list", "--as-at", "2026-01-05")).toMatch(
      /^2 .* in force, latest +2025-10-01 +2026-01-01/m
    )
    expect(await json("criteria", "list", "--as-at", "2026-01-10")).toMatchObject([
      { version: "1", status: "in force", latest: true },
      { version: "2", status: "withdrawn", latest: false, withdrawnOn: "2026-01-10" }
    ])
    expect(await out("criteria", "list", "--scheme", "other")).toBe(
      "No version of the scheme's criteria set has been drafted.\n"
    )
  })

  test("of the rule set is compared, listed and withdrawn", async () => {
    expect(await out("ruleset", "diff", "1", "best-fit/1")).toBe("They set every parameter alike.\n")
    const { changes } = JSON.parse(await out("ruleset", "diff", "1", "secure-fit/1", "--json")) as {
      readonly changes: ReadonlyArray<{ readonly path: string }>
    }
    expect(changes.map(({ path }) => path)).toContain("id")
    expect(presets["secure-fit/1"].id).toBe("secure-fit")
    await out("ruleset", "withdraw", "1", "--reason", "Nobody reached it.", "--on", "2026-02-01")
    expect(await out("ruleset", "list", "--as-at", "2026-02-01")).toMatch(
      /^1 +best-fit +withdrawn 2026-02-01/m
    )
  })
})
