// Learning networks at the command line: commands by `lcqm do`, and what people ask of the networks.
import { beforeAll, describe, expect, test } from "vitest"
import { cpdText } from "../../src/cpd/text.ts"
import { coloursFor } from "../../src/index.ts"
import { linesFile, newPath, over } from "../stores.ts"

let sent = 0
const on = (occurredOn: string, type: string, data: object, network = "n-harbour") => ({
  type,
  id: `network-${(sent += 1)}-${type}`,
  occurredOn,
  data: { network, ...data }
})
const focus = {
  subject: "mathematics",
  topics: ["using and applying mathematics"],
  years: ["Year 3", "Year 4"]
}

let store: string
beforeAll(async () => {
  store = `sqlite:${newPath()}`
  const lines = [
    on("2025-09-01", "FormNetwork", {
      name: "Harbour Learning Network",
      area: "Harbour",
      schools: [
        { school: "900001", kind: "primary" },
        { school: "900002", kind: "infant" }
      ]
    }),
    on("2025-09-01", "ChooseLearningFocus", focus),
    on("2025-09-08", "BeginNetworkPlanning", {}),
    on("2025-09-15", "EndorseNetwork", {}),
    on("2025-09-15", "FundMathematicsCentre", {}),
    on("2025-09-15", "ArrangeTraining", { models: ["representatives cascade"] }),
    on("2025-09-15", "NameRepresentative", { representative: "p-represent1", school: "900001" }),
    on("2025-09-22", "RecordActivity", { activity: "maths week", schools: ["900001", "900002"] }),
    on("2025-09-29", "RecordEvaluation", { measure: "confidence", finding: "improved" }),
    on("2025-10-01", "RegisterNetwork", {}),
    on("2025-10-01", "GiveContactConsent", { contact: "p-contact01" }),
    on("2025-10-01", "FormNetwork", { name: "Second", schools: [{ school: "900001" }] }, "n-second"),
    on("2025-10-01", "ChooseLearningFocus", { ...focus, years: [] }, "n-second"),
    on("2025-10-01", "RegisterNetwork", {}, "n-second")
  ]
  const { code, err } = await over(store, ["do", linesFile(lines)])
  expect({ code, err }).toEqual({ code: 0, err: "" })
})

const json = async (...words: ReadonlyArray<string>) =>
  JSON.parse((await over(store, ["network", ...words, "--json"])).out)

describe("lcqm network list", () => {
  test("is a line a network, registered or not", async () => {
    const { code, out } = await over(store, ["network", "list"])
    expect(code).toBe(0)
    expect(out).toMatch(/^n-harbour +Harbour Learning Network +endorsed +2 +2025-10-01 +mathematics/m)
    expect((await json("list")).map((each: { network: string }) => each.network)).toEqual([
      "n-harbour",
      "n-second"
    ])
    expect((await over(store, ["network", "list", "--as-at", "2025-08-31"])).out).toBe(
      "No network has been formed.\n"
    )
  })
})

describe("lcqm network show", () => {
  test("tells its schools over time, its work, the CPD that reached it, and what is to be noted", async () => {
    const { code, out } = await over(store, ["network", "show", "n-harbour"])
    expect(code).toBe(0)
    expect(out).toContain("Harbour Learning Network (n-harbour): endorsed, since 2025-09-15")
    expect(out).toContain("Funded as a mathematics centre on 2025-09-15, with a mathematics focus.")
    expect(out).toContain("Take note: school 900001 is in several networks: n-harbour, n-second.")
    expect(out).toContain("Evaluation by confidence: improved (2025-09-29).")
    expect(out).toContain("Evaluation by enthusiasm: none yet.")
    expect(out).toMatch(/^900002 +infant +2025-09-01 +preliminary$/m)
    expect(out).toContain("a bridge of this library's")
    expect(await json("show", "n-harbour")).toMatchObject({
      network: "n-harbour",
      stage: "endorsed",
      contacts: ["p-contact01"],
      cpd: { scheme: "lcqm", sessions: [{ session: 1, arranged: ["representatives cascade"] }, {}, {}, {}] }
    })
  })

  test("of a network that is not there ends with 1 and what to do", async () => {
    const { code, err, out } = await over(store, ["network", "show", "n-nowhere"])
    expect({ code, out }).toEqual({ code: 1, out: "" })
    expect(err).toContain("No network n-nowhere has been formed.")
  })
})

describe("lcqm network similar", () => {
  test("ranks registered networks, of a network or of a focus that is typed, and says why", async () => {
    const { out } = await over(store, ["network", "similar", "n-harbour"])
    expect(out).toMatch(
      /^ +80 +n-second +Second +both work on mathematics; words of both: using, applying +not shown$/m
    )
    const typed = ["--subject", "mathematics", "--year", "Year 3", "Year 5", "--most", "1"]
    expect(await json("similar", ...typed)).toMatchObject([
      { entry: { network: "n-harbour" }, inCommon: { subject: "mathematics", years: ["Year 3"] } }
    ])
    expect((await over(store, ["network", "similar", "--subject", "writing"])).out).toBe(
      "No registered network has a focus that is in any way similar.\n"
    )
  })

  test.each([
    [["similar"], "NETWORK: expected a network, or a focus by --subject"],
    [
      ["similar", "n-harbour", "--subject", "mathematics"],
      "NETWORK: expected a network, or a focus by --subject"
    ],
    [["similar", "N HARBOUR"], "NETWORK: expected a network: 3 to 40"],
    [["similar", "--subject", "Mathematics"], "--subject: expected a subject or topic"],
    [["similar", "--subject", "mathematics", "--year", "3"], "--year[0]: expected a year group"],
    [["similar", "n-harbour", "--most", "0"], "--most: expected how many"]
  ] as const)("%j is bad input", async (words, said) => {
    const { code, err, out } = await over(store, ["network", ...words])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain(said)
  })
})

describe("lcqm network directory", () => {
  test("shows a contact with consent, and none after it was withdrawn, also as at a date before", async () => {
    const asked = (...words: ReadonlyArray<string>) => over(store, ["network", "directory", ...words])
    expect((await asked()).out).toContain("Contact: p-contact01.")
    expect((await asked("--as-at", "2025-10-01")).out).toContain("Contact: p-contact01.")
    expect((await asked("--as-at", "2025-09-30")).out).toBe(
      "Directory of learning networks, as at 2025-09-30: 0 networks\n"
    )
    const withdrawing = on("2025-11-03", "WithdrawContactConsent", { contact: "p-contact01" })
    expect((await over(store, ["do", linesFile([withdrawing])])).code).toBe(0)
    for (const words of [[], ["--as-at", "2025-10-01"], ["--as-at", "2025-10"]]) {
      const { out } = await asked(...words)
      expect(out).toContain("Harbour Learning Network (n-harbour), Harbour")
      expect(out).not.toContain("p-contact01")
      expect(out).toContain("No contact is shown.")
    }
    expect(JSON.stringify(await json("directory", "--as-at", "2025-10-01"))).not.toContain("p-contact01")
    expect(JSON.stringify(await json("list", "--as-at", "2025-10-01"))).not.toContain("p-contact01")
    expect(JSON.stringify(await json("show", "n-harbour", "--as-at", "2025-10-01"))).not.toContain(
      "p-contact01"
    )
  })
})

describe("lcqm cpd", () => {
  const coverage = {
    scheme: "lcqm",
    school: "900002",
    cohort: "1",
    champion: "p-champion1",
    attended: [1] as const,
    missing: [2, 3, 4] as const,
    throughNetwork: [],
    notCounted: []
  }
  const told = (more: object) => cpdText("lcqm", [{ ...coverage, ...more }], {}, coloursFor(false, {}))

  test("says which sessions came through a network, which do not count and why, and whose bridge that is", () => {
    const mode = { cascadedBy: "p-represent1", network: "n-harbour" }
    const out = told({
      throughNetwork: [
        { session: 1, mode },
        { session: 2, mode: { deliveredTo: "n-harbour" } }
      ],
      notCounted: [{ session: 3, mode, why: "p-represent1 passed it on, and has no attendance of their own" }]
    })
    expect(out).toContain("a bridge of this library's")
    expect(out).toContain("School 900002, session 1: through network n-harbour, passed on by p-represent1.")
    expect(out).toContain("School 900002, session 2: delivered to network n-harbour.")
    expect(out).toContain("School 900002, session 3 does not count: p-represent1 passed it on, and has no")
  })

  test("says nothing of networks where every session was attended", () => {
    expect(told({})).not.toContain("network")
  })
})
