// Every command says what it does, and says it without loading what does it.
import { describe, expect, test } from "vitest"
import { programOf } from "../../src/program.ts"
import { version } from "../../src/version.ts"
import { lcqmAsProcess, lcqmHere } from "../running.ts"

interface Named {
  readonly commands: ReadonlyArray<Named>
  readonly name: () => string
}

const leavesIn = (command: Named, before: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> =>
  command.commands.flatMap((each) => {
    const words = [...before, each.name()]
    return each.commands.length === 0 ? [words] : leavesIn(each, words)
  })

const namesIn = (command: Named, before: ReadonlyArray<string> = []): ReadonlyArray<ReadonlyArray<string>> =>
  command.commands.flatMap((each) => {
    const words = [...before, each.name()]
    return [words, ...namesIn(each, words)]
  })

const commands = namesIn(programOf(async () => undefined)).map((words) => words.join(" "))

describe("help", () => {
  test("there are the commands that were promised", () => {
    expect(commands).toEqual([
      "demo",
      "award",
      "award derive",
      "award explain",
      "award what-if",
      "award dry-run",
      "award laws",
      "criteria",
      "criteria show",
      "criteria check",
      "criteria draft",
      "criteria consult",
      "criteria comment",
      "criteria answer",
      "criteria comments",
      "criteria publish",
      "criteria withdraw",
      "criteria list",
      "criteria diff",
      "criteria guidance",
      "criteria guidance list",
      "criteria guidance link",
      "criteria guidance withdraw",
      "rule",
      "rule show",
      "rule check",
      "ruleset",
      "ruleset publish",
      "ruleset withdraw",
      "ruleset list",
      "ruleset diff",
      "cohort",
      "cohort launch",
      "cohort show",
      "cohort list",
      "cohort board",
      "enrol",
      "school",
      "school show",
      "school texts",
      "do",
      "register",
      "network",
      "network list",
      "network show",
      "network directory",
      "network similar",
      "cpd",
      "evidence",
      "assessors",
      "areas",
      "facts-out-of-date",
      "import",
      "import schools",
      "import cohorts",
      "import enrolments",
      "store",
      "store info",
      "store export",
      "store import",
      "store copy",
      "store backup",
      "history",
      "explain",
      "diff",
      "blame",
      "replay",
      "verify",
      "award-file",
      "ledger",
      "ledger keygen",
      "ledger checkpoint",
      "ledger cosign",
      "ledger head",
      "ledger prove",
      "ledger tiles",
      "export",
      "badge",
      "badge keygen",
      "badge verify",
      "report",
      "person",
      "person add",
      "person show",
      "person list",
      "person report",
      "person erase",
      "person due",
      "person backup",
      "person restore",
      "keys",
      "keys init",
      "keys rotate",
      "keys backup",
      "keys restore",
      "keys finish"
    ])
  })

  test.each(commands)("lcqm %s --help", async (command) => {
    const { code, err, out } = await lcqmHere([...command.split(" "), "--help"])
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toMatch(new RegExp(`^Usage: lcqm ${command} `))
    expect(out).not.toContain("undefined")
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(110)
  })

  const leaves = leavesIn(programOf(async () => undefined)).map((words) => words.join(" "))

  test.each(leaves)("lcqm %s --help shows an example of it, and offers --json", async (command) => {
    const { out } = await lcqmHere([...command.split(" "), "--help"])
    const example = /\nExamples?:\n(.*)$/s.exec(out)?.[1] ?? ""
    expect(example).toContain(`lcqm ${command}`)
    expect(out).toContain("--json")
  })

  test("lcqm help COMMAND is the same", async () => {
    expect(await lcqmHere(["help", "demo"])).toEqual(await lcqmHere(["demo", "--help"]))
  })

  test("lcqm --help names the exit codes", async () => {
    const { code, out } = await lcqmAsProcess(["--help"])
    expect(code).toBe(0)
    expect(out).toMatch(/Exit codes:\n {2}0 .*\n {2}1 .*\n {2}2 .*\n {2}70 /)
  })

  test("lcqm --version", async () => {
    expect(await lcqmAsProcess(["--version"])).toEqual({ code: 0, out: `${version()}\n`, err: "" })
  })
})
