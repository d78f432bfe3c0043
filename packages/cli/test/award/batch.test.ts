// Many cases, one a line: in order, each line answered, and the rest going on after a line that is wrong.
import { sampleCriteriaSet } from "@lcqm/core"
import { describe, expect, test } from "vitest"
import { allAt } from "../cases.ts"
import { file, lcqmHere } from "../running.ts"

const derive = ["award", "derive", "--criteria", "", "--rule", "best-fit/1", "--batch", "-"]

const batch = (input: string | Buffer, ...more: ReadonlyArray<string>) =>
  lcqmHere([...derive.map((word) => (word === "" ? file(sampleCriteriaSet) : word)), ...more], { input })

const answers = (out: string): ReadonlyArray<unknown> =>
  out
    .split("\n")
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line))

const pathOf = (answer: unknown): unknown => Reflect.get(Object(Reflect.get(Object(answer), "error")), "path")

const line = (value: unknown): string => `${JSON.stringify(value)}\n`

describe("lcqm award derive --batch", () => {
  test("answers each line with its result, in order", async () => {
    const levels = ["gold", "silver", "bronze", "none"] as const
    const { code, out } = await batch(levels.map((level) => line({ judgements: allAt(level) })).join(""))
    expect(code).toBe(0)
    expect(answers(out)).toMatchObject(levels.map((level) => ({ complete: true, level })))
  })

  test("the result of a line is that of the case alone, to the byte", async () => {
    const judgements = allAt("silver", { "events.day": { setAside: "no" } })
    const alone = await lcqmHere(["award", "derive", "--judgements", file(judgements), "--json"])
    expect((await batch(line({ judgements }))).out).toBe(alone.out)
  })

  test("a line may bring its own set, rule and evidence", async () => {
    const judgements = allAt("gold", { "events.day": "silver" })
    const small = { id: "s", version: "1", title: "S", themes: sampleCriteriaSet.themes.slice(0, 2) }
    const { code, out } = await batch(
      line({ judgements, rule: "secure-fit/1" }) +
        line({ judgements, rule: { minEvidence: 2 }, evidence: { "events.day": 1 } }) +
        line({ judgements: {}, criteriaSet: small }) +
        line({ judgements })
    )
    expect(code).toBe(0)
    expect(answers(out)).toMatchObject([
      { level: "silver" },
      { level: "none" },
      { level: null, unjudged: small.themes.flatMap(({ criteria }) => criteria.map(({ id }) => id)) },
      { level: "gold" }
    ])
  })

  test("a bad line is answered as such, the rest goes on, and the code is 1", async () => {
    const good = line({ judgements: allAt("gold") })
    const { code, err, out } = await batch(
      [
        good,
        "{\n",
        "\n",
        "[]\n",
        line({}),
        line({ judgements: {}, judgement: {} }),
        line({ judgements: { "leadership.coach": "gold" } }),
        line({ judgements: { "events.day": "platinum" } }),
        line({ judgements: {}, evidence: { "events.day": 1.5 } }),
        line({ judgements: {}, rule: "mode/1" }),
        line({ judgements: {}, rule: { allowBelow: 6 } }),
        line({ judgements: {}, criteriaSet: { id: "x" } }),
        good
      ].join("")
    )
    expect(code).toBe(1)
    expect(err).toContain("lcqm: 11 of 13 lines could not be judged")
    const found = answers(out)
    expect(found).toHaveLength(13)
    expect(found.at(0)).toMatchObject({ level: "gold" })
    expect(found.at(-1)).toMatchObject({ level: "gold" })
    const paths = found.slice(1, -1).map(pathOf)
    expect(paths).toEqual([
      "",
      "",
      "",
      "judgements",
      "judgement",
      "judgements.leadership.coach",
      "judgements.events.day",
      "evidence.events.day",
      "rule",
      "allowBelow",
      "criteriaSet.version"
    ])
    expect(found[1]).toEqual({ error: { path: "", expected: "JSON", got: '"{"' } })
  })

  test("lines are cut where they end, wherever the reads are cut", async () => {
    const judged = [
      { judgements: allAt("gold") },
      { judgements: { "events.day": { setAside: "naïve – 数学 🎲" } } }
    ]
    const text = judged.map(line).join("")
    const whole = await batch(text)
    expect(whole.code).toBe(0)
    const withoutEnd = await batch(text.slice(0, -1))
    const withCarriageReturns = await batch(text.replaceAll("\n", "\r\n"))
    const withByteOrderMark = await batch(`\uFEFF${text}`)
    for (const other of [withoutEnd, withCarriageReturns, withByteOrderMark])
      expect(other.out).toBe(whole.out)
  })

  test("nothing in is nothing out", async () => {
    expect(await batch("")).toMatchObject({ code: 0, out: "" })
  })

  test("bytes that are no UTF-8 spoil their own line only", async () => {
    const good = Buffer.from(line({ judgements: allAt("gold") }))
    const { code, out } = await batch(Buffer.concat([good, Buffer.from([0x22, 0xff, 0x22, 0x0a]), good]))
    expect(code).toBe(1)
    expect(answers(out)).toMatchObject([
      { level: "gold" },
      { error: { expected: "UTF-8" } },
      { level: "gold" }
    ])
  })

  test("half a surrogate pair in a line is shown, not fatal", async () => {
    const { code, out } = await batch('{"judgements":{"\\ud800":"gold"}}\n')
    expect(code).toBe(1)
    expect(answers(out)).toMatchObject([{ error: { path: "judgements.\uFFFD" } }])
  })

  test("a line longer than any case is passed over without being kept", async () => {
    const good = line({ judgements: allAt("gold") })
    const { code, out } = await batch(`${good}${"x".repeat(9 * 1024 * 1024)}\n${good}`)
    expect(code).toBe(1)
    expect(answers(out)).toMatchObject([
      { level: "gold" },
      { error: { got: "a longer one" } },
      { level: "gold" }
    ])
  })

  test("--reasons explains each line", async () => {
    const { out } = await batch(line({ judgements: allAt("silver") }), "--reasons")
    expect(answers(out)).toMatchObject([{ reasons: { next: { level: "gold" } } }])
  })
})
