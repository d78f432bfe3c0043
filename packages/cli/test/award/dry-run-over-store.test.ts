// A changed rule put to the schools of a store, each by what its enrolment is pinned to.
import { sampleCriteriaSet } from "@lcqm/core"
import { beforeAll, describe, expect, test } from "vitest"
import { file } from "../running.ts"
import { bytesOf, linesFile, over, pathOf, storeWithSchool } from "../stores.ts"

const ids = sampleCriteriaSet.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id))
const champion = { person: "p-champion0", roles: [] }
const atSchool = { scheme: "lcqm", school: "900001" }

const commands = [
  {
    type: "AppointChampion",
    actor: { person: "p-office01", roles: ["SchemeOffice"] },
    data: { ...atSchool, champion: champion.person }
  },
  ...ids.flatMap((criterion) => {
    const evidence = `e-${criterion}`
    const reference = `https://evidence.example/${criterion}`
    const level = criterion === "events.day" ? "bronze" : "gold"
    return [
      {
        type: "SubmitEvidence",
        actor: champion,
        data: { ...atSchool, evidence, kind: "document", reference, producedOn: "2025-09-10" }
      },
      { type: "AssignEvidence", actor: champion, data: { ...atSchool, evidence, criterion } },
      { type: "SelfAssessCriterion", actor: champion, data: { ...atSchool, criterion, judgement: { level } } }
    ]
  })
].map((command, index) => ({
  ...command,
  id: `dry-run-${String(index).padStart(4, "0")}`,
  occurredOn: "2025-09-15"
}))

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
  const { code, err, out } = await over(store, ["do", linesFile(commands)])
  if (code !== 0) throw new Error(`${out}${err}`)
})

const dryRun = (...words: ReadonlyArray<string>) => over(store, ["award", "dry-run", ...words])

describe("lcqm award dry-run over a store", () => {
  test("tells of each school by the rules it is pinned to, and writes nothing", async () => {
    const before = bytesOf(pathOf(store))
    const { code, err, out } = await dryRun("--rule", "secure-fit/1", "--set", "self")
    expect({ code, err }).toEqual({ code: 0, err: "" })
    expect(out).toContain("Rule best-fit 1 before, secure-fit 1 after.")
    expect(out).toContain("Pinned to rule set 1 and criteria set 0.1.0-sample: 1.")
    expect(out).toMatch(/900001 {2}loses: Gold before, Bronze after {2}\(5 of 6 themes at Gold, 6 needed/)
    expect(out).toMatch(/lose +1\nstay +0\n/)
    expect(bytesOf(pathOf(store))).toEqual(before)
  })

  test("--json is one result a line, with what the school is pinned to", async () => {
    const { code, out } = await dryRun("--rule", "six-of-seven-style/1", "--set", "self", "--json")
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      holder: "900001",
      verdict: "stays",
      pinned: { criteriaSet: "0.1.0-sample", ruleSet: "1" }
    })
  })

  test("says so where no school has such judgements", async () => {
    const { code, out } = await dryRun("--rule", "secure-fit/1")
    expect(code).toBe(0)
    expect(out).toContain("No school of lcqm has agreed judgements here.")
  })

  test("is refused, before anyone is told of, where the change can be put to nobody", async () => {
    const fewer = file({ ...sampleCriteriaSet, version: "2", themes: sampleCriteriaSet.themes.slice(0, 5) })
    const { code, err, out } = await dryRun("--criteria-new", fewer, "--set", "self")
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain("community.families")
    expect(err).toContain("what it becomes, or that it has no equivalent")
  })

  test.each([
    [["--rule-now", "best-fit/1"], "--rule-now"],
    [["--criteria", "set.json"], "--criteria"],
    [["--holders", "holders.jsonl", "--set", "self"], "--set"],
    [["--holders", "holders.jsonl", "--store", "memory:"], "--store"],
    [["--set", "nobody"], "--set"]
  ])("does not take %j together: %s", async (words, flag) => {
    const { code, err, out } = await dryRun("--rule", "secure-fit/1", ...words)
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain(`${flag}: expected`)
  })
})
