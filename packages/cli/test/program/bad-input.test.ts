// Whatever is wrong with what was given is told with its path, what was expected and what came, ends with 2, and
// leaves stdout empty and nothing written.
import { readdirSync, truncateSync } from "node:fs"
import { join } from "node:path"
import { sampleCriteriaSet } from "@lcqm/core"
import { describe, expect, test } from "vitest"
import { allAt } from "../cases.ts"
import { file, folder, lcqmAsProcess, lcqmHere } from "../running.ts"

interface Told {
  readonly path: string
  readonly expected?: RegExp
  readonly got?: RegExp
}

interface Answer {
  readonly error: {
    readonly problems: ReadonlyArray<{
      readonly path: string
      readonly expected: string
      readonly got: string
    }>
  }
}

const [leadership, ...others] = sampleCriteriaSet.themes

type Misuse = readonly [what: string, words: () => ReadonlyArray<string>, told: Told]

// No command is named, so none can be asked for JSON.
const commandless: ReadonlyArray<Misuse> = [
  ["an unknown command", () => ["nope"], { path: "command", got: /nope/ }],
  ["a misspelt command of a group", () => ["award", "derives"], { path: "command", got: /derives/ }],
  ["a group without a command", () => ["award"], { path: "command", got: /nothing/ }],
  ["no command at all", () => [], { path: "command", got: /nothing/ }],
  ["help on an unknown command", () => ["help", "nope"], { path: "command", got: /nope/ }]
]

// One byte more than is read; a file of gigabytes, and a device that never ends, is told the same.
const tooLarge = (): string => {
  const path = file("")
  truncateSync(path, 32 * 1024 * 1024 + 1)
  return path
}
const tooMuch = { path: "", expected: /at most 33554432 bytes/, got: /more/ }
const operator = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"

const misuses: ReadonlyArray<Misuse> = [
  ["an award file that is too large", () => ["verify", tooLarge(), "--key", operator], tooMuch],
  ["an operator's key that is too large", () => ["verify", file(""), "--key", tooLarge()], tooMuch],
  [
    "a checkpoint that is too large",
    () => ["verify", file(""), "--key", operator, "--checkpoint", tooLarge()],
    tooMuch
  ],
  ["an issuer's key that is too large", () => ["badge", "verify", file(""), "--key", tooLarge()], tooMuch],
  [
    "a place to write to that looks like standard output",
    () => ["store", "export", "--out", "-"],
    { path: "--out", expected: /left out/, got: /"-"/ }
  ],
  ["an unknown flag", () => ["demo", "--sed", "3"], { path: "--sed", expected: /--seed/ }],
  ["a flag without its value", () => ["demo", "--seed"], { path: "--seed" }],
  ["a required flag left out", () => ["award", "explain"], { path: "--judgements" }],
  ["a required argument left out", () => ["criteria", "check"], { path: "FILE" }],
  ["one argument too many", () => ["rule", "show", "best-fit/1", "more"], { path: "arguments" }],
  ["a seed that is no number", () => ["demo", "--seed", "seven"], { path: "--seed", got: /seven/ }],
  [
    "a seed that is too large",
    () => ["demo", "--seed", "4294967296"],
    { path: "--seed", expected: /4294967295/ }
  ],
  ["a negative seed", () => ["demo", "--seed=-1"], { path: "--seed" }],
  ["a seed with a fraction", () => ["demo", "--seed", "1.5"], { path: "--seed" }],
  ["a seed written as a power", () => ["demo", "--seed", "1e3"], { path: "--seed" }],
  ["an empty seed", () => ["demo", "--seed", ""], { path: "--seed" }],
  [
    "a store of an unknown scheme",
    () => ["demo", "--store", "mongo:x"],
    { path: "--store", expected: /memory: or sqlite:PATH/ }
  ],
  ["a store that is no URL", () => ["demo", "--store", "here"], { path: "--store" }],
  ["a store in a file without a name", () => ["register", "--store", "sqlite:"], { path: "--store" }],
  ["a memory store with a name", () => ["demo", "--store", "memory:x"], { path: "--store" }],
  ["a scheme that objects have", () => ["demo", "--store", "constructor:"], { path: "--store" }],
  [
    "a folder to write to that is a file",
    () => ["demo", "--out", file({})],
    { path: "--out", got: /a file/ }
  ],
  ["a folder below a file", () => ["demo", "--out", join(file({}), "x")], { path: "--out" }],
  ["an empty folder name", () => ["demo", "--out", ""], { path: "--out" }],
  [
    "a file that is not there",
    () => ["criteria", "check", "/nope.json"],
    { path: "FILE", got: /no such file/ }
  ],
  ["a folder for a file", () => ["criteria", "check", folder()], { path: "FILE", got: /a folder/ }],
  [
    "a rule neither file nor preset",
    () => ["rule", "check", "mode/1"],
    { path: "FILE", expected: /secure-fit\/1/ }
  ],
  ["a file that is no JSON", () => ["criteria", "check", file("{,}")], { path: "", expected: /JSON/ }],
  ["an empty file", () => ["criteria", "check", file("")], { path: "", got: /empty/ }],
  [
    "a file that is no UTF-8",
    () => ["rule", "check", file(Buffer.from([0x22, 0xff, 0x22]))],
    { path: "", expected: /UTF-8/ }
  ],
  [
    "a criteria set with an unknown key",
    () => ["criteria", "check", file({ ...sampleCriteriaSet, theme: 1 })],
    { path: "theme" }
  ],
  [
    "a criteria set with a duplicate criterion",
    () => {
      const criteria = [...(leadership?.criteria ?? []), ...(leadership?.criteria ?? []).slice(0, 1)]
      return [
        "criteria",
        "check",
        file({ ...sampleCriteriaSet, themes: [{ ...leadership, criteria }, ...others] })
      ]
    },
    { path: "themes[0].criteria[3].id" }
  ],
  [
    "a criteria set with a theme without criteria",
    () => ["criteria", "check", file({ ...sampleCriteriaSet, themes: [{ ...leadership, criteria: [] }] })],
    { path: "themes[0].criteria" }
  ],
  [
    "a majority over the whole",
    () => ["rule", "check", file({ themeMajority: { num: 3, den: 2 } })],
    { path: "themeMajority.num" }
  ],
  [
    "a rule that lets as many themes stay below as there are",
    () => ["rule", "check", file({ allowBelow: 6 }), "--criteria", file(sampleCriteriaSet)],
    { path: "allowBelow", got: /6/ }
  ],
  [
    "the same, found by a command that judges",
    () => ["award", "derive", "--rule", file({ allowBelow: 6 }), "--judgements", file({})],
    { path: "allowBelow" }
  ],
  [
    "a judgement of an unknown criterion",
    () => ["award", "derive", "--judgements", file({ "leadership.coach": "gold" })],
    { path: "leadership.coach" }
  ],
  [
    "a judgement at no level",
    () => ["award", "explain", "--judgements", file({ "leadership.champion": "platinum" })],
    { path: "leadership.champion", got: /platinum/ }
  ],
  [
    "more set aside than the rule permits",
    () => {
      const setAside = { setAside: "not here" }
      return [
        "award",
        "derive",
        "--judgements",
        file(allAt("gold", { "events.day": setAside, "events.club": setAside }))
      ]
    },
    { path: "events.club" }
  ],
  [
    "an essential criterion set aside",
    () => {
      const criteria = [
        { id: "a.one", title: "One", essential: true },
        { id: "a.two", title: "Two" }
      ]
      const themes = [
        { id: "a", title: "A", criteria },
        { id: "b", title: "B", criteria: [{ id: "b.one", title: "One" }] }
      ]
      const set = file({ id: "mine", version: "1", title: "Mine", themes })
      const rule = file({ setAsideCap: { num: 1, den: 1 } })
      return [
        "award",
        "derive",
        "--criteria",
        set,
        "--rule",
        rule,
        "--judgements",
        file({ "a.one": { setAside: "no" } })
      ]
    },
    { path: "a.one", expected: /essential/ }
  ],
  [
    "evidence that is no count",
    () => ["award", "derive", "--judgements", file({}), "--evidence", file({ "events.day": -1 })],
    { path: "events.day" }
  ],
  [
    "standard input named twice",
    () => ["award", "derive", "--judgements", "-", "--rule", "-"],
    { path: "--judgements" }
  ],
  ["neither one case nor a batch", () => ["award", "derive"], { path: "--judgements", got: /neither/ }],
  [
    "one case and a batch",
    () => ["award", "derive", "--judgements", "a", "--batch", "b"],
    { path: "--judgements", got: /both/ }
  ],
  [
    "a level there is not",
    () => ["award", "what-if", "--to", "platinum", "--judgements", file({})],
    { path: "--to" }
  ],
  [
    "no sets to list",
    () => ["award", "what-if", "--to", "gold", "--most", "0", "--judgements", file({})],
    { path: "--most" }
  ],
  [
    "a batch that is not there",
    () => ["award", "derive", "--batch", "/nope.jsonl"],
    { path: "--batch", got: /no such file/ }
  ],
  [
    "a dry run of no change",
    () => ["award", "dry-run", "--holders", file("")],
    { path: "--rule", got: /neither/ }
  ],
  [
    "a migration map that leaves criteria out",
    () => {
      const fewer = file({ ...sampleCriteriaSet, themes: sampleCriteriaSet.themes.slice(0, 5) })
      return ["award", "dry-run", "--criteria-new", fewer, "--holders", file("")]
    },
    { path: "community.families" }
  ]
]

// Before the first flag, since a flag without its value would take it for one.
const withJson = (words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const at = words.findIndex((word) => word.startsWith("--"))
  return at < 0 ? [...words, "--json"] : words.toSpliced(at, 0, "--json")
}

describe("bad input", () => {
  const expectTold = async (words: ReadonlyArray<string>, { path }: Told) => {
    const { code, err, out } = await lcqmHere(words)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toMatch(/lcqm: this is no .+:\n {2}.+: expected .+, got .+/)
    expect(err).toContain(`\n  ${path === "" ? "the whole" : path}: expected `)
  }

  test.each([...commandless, ...misuses])("%s is told, and ends with 2", (_, words, told) =>
    expectTold(words(), told)
  )

  test.each(misuses)("%s is told as JSON", async (_, words, told) => {
    const { code, err, out } = await lcqmHere(withJson(words()))
    expect({ code, out }).toEqual({ code: 2, out: "" })
    const answer: Answer = JSON.parse(err)
    const found = answer.error.problems.find(({ path }) => path === told.path)
    expect(answer.error.problems.map(({ path }) => path)).toContain(told.path)
    expect(found?.expected).toMatch(told.expected ?? /./)
    expect(found?.got).toMatch(told.got ?? /./)
  })

  test("the process ends with the same code, and writes nothing", async () => {
    const made = folder()
    const out = join(made, "story")
    const seeded = await lcqmAsProcess(["demo", "--seed", "x", "--out", out])
    expect(seeded).toMatchObject({ code: 2, out: "" })
    expect(readdirSync(made)).toEqual([])
  })
})
