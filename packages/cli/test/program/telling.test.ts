// How things are told, whatever they are.
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { defectText } from "../../src/defect.ts"
import { exitCodeOf } from "../../src/exit-codes.ts"
import { badInput, failedBy, type Failure, malformedIn } from "../../src/failure.ts"
import { coloursFor } from "../../src/index.ts"
import { failureText } from "../../src/telling/failure-text.ts"
import { jsonLine } from "../../src/telling/json.ts"
import { printable } from "../../src/telling/printable.ts"
import { table } from "../../src/telling/table.ts"
import { lineWidth, wrapped } from "../../src/telling/wrapped.ts"

const anyText = fc.string({ unit: "binary" })

describe("text from outside", () => {
  test("shows no control character, and is otherwise as it was", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(printable(text)).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u)
        expect(printable(printable(text))).toBe(printable(text))
      })
    )
    expect(printable("naïve – 数学 🎲")).toBe("naïve – 数学 🎲")
  })
})

describe("a long line", () => {
  test("is broken at spaces only, and loses nothing", () => {
    const word = fc.stringMatching(/^[a-z]{1,30}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), fc.nat({ max: 12 }), (words, indent) => {
        const lines = wrapped(`${" ".repeat(indent)}${words.join(" ")}`).split("\n")
        for (const line of lines) expect(line.length).toBeLessThanOrEqual(lineWidth)
        expect(lines.flatMap((line) => line.trim().split(" "))).toEqual(words)
      })
    )
  })
})

describe("a table", () => {
  test("of many rows is the same lines as of few: one heading, one width a column, each row once", () => {
    const columns = [{ title: "Name" }, { title: "Number", align: "right" as const }, { title: "Note" }]
    const row = (n: number) => [
      `school ${n} 数学`,
      n,
      n === 150 ? "the longest note of all, far down" : "note"
    ]
    const rows = Array.from({ length: 450 }, (_, n) => row(n))
    const lines = table(columns, rows).trimEnd().split("\n")
    expect(lines).toHaveLength(452)
    expect(lines.filter((line) => line.startsWith("Name"))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith("─"))).toHaveLength(1)
    for (const [n, line] of lines.slice(2).entries()) {
      expect(line.startsWith(`school ${n} 数学`)).toBe(true)
      expect(line.trimEnd().endsWith(String(row(n)[2]))).toBe(true)
      expect(line.indexOf(String(row(n)[2]))).toBe(lines[2]?.indexOf("note"))
    }
  })

  test("has no trailing space, and its columns one apart where two would be too wide", () => {
    const titles = Array.from({ length: 12 }, (_, index) => ({ title: `Column${index}` }))
    const narrow = table(titles.slice(0, 3), [["a", 1, "b"]])
    expect(narrow.split("\n")[0]).toBe("Column0  Column1  Column2")
    const wide = table(titles, [titles.map(() => "cell")])
    expect(wide.split("\n")[0]).toHaveLength(97)
    for (const line of `${narrow}${wide}`.split("\n")) expect(line).toBe(line.trimEnd())
  })
})

describe("a failure", () => {
  const problem = { path: "themes[0].id", expected: "a theme id", got: "1" }

  test("for a person names the path, what was expected and what came", () => {
    const told = failureText(badInput("criteria set", "mine.json", problem), false)
    expect(told).toBe(
      "lcqm: this is no criteria set (mine.json):\n" +
        "  themes[0].id: expected a theme id, got 1\n" +
        "Correct what is named and run it again; nothing was written.\n"
    )
  })

  test("of many problems shows the first twenty, and all as JSON", () => {
    const problems = Array.from({ length: 30 }, (_, index) => ({ ...problem, path: `p${index}` }))
    const [first = problem, ...rest] = problems
    const failure = malformedIn("mine.json")({
      _tag: "Malformed",
      what: "criteria set",
      problems: [first, ...rest],
      message: "",
      remedy: ""
    })
    expect(failureText(failure, false)).toContain("  and 10 more; --json lists all\n")
    expect(JSON.parse(failureText(failure, true))).toMatchObject({ error: { problems } })
  })

  test("is bad input, with 2, or did not hold, with 1", () => {
    const failures: ReadonlyArray<Failure> = [
      badInput("file", "x", problem),
      failedBy("CorruptEvent", "Event 3 cannot be trusted.", "Restore it.")
    ]
    expect(failures.map(exitCodeOf)).toEqual([2, 1])
    expect(failureText(failures[1] ?? badInput("", "", problem), true)).toBe(
      '{"error":{"_tag":"CorruptEvent","details":{},"message":"Event 3 cannot be trusted.","remedy":"Restore it."}}\n'
    )
  })
})

describe("JSON", () => {
  test("is written for any text, half surrogate pairs included", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) }),
        (text) => {
          const line = jsonLine({ [text]: [text] })
          expect(Buffer.from(line).toString()).toBe(line)
          expect(() => JSON.parse(line) as unknown).not.toThrow()
        }
      )
    )
  })
})

describe("a defect", () => {
  test("is told in a few lines, with the stack on demand", () => {
    const error = new TypeError("x is not a function")
    expect(defectText(error, {}, "1.0.0").split("\n")).toHaveLength(4)
    expect(defectText(error, { LCQM_DEBUG: "1" }, "1.0.0")).toContain("telling.test.ts")
  })
})

describe("colours", () => {
  test("are for terminals that have not asked to be spared", () => {
    const cases: ReadonlyArray<readonly [boolean, Record<string, string>, boolean]> = [
      [true, {}, true],
      [false, {}, false],
      [false, { CI: "true" }, false],
      [true, { NO_COLOR: "1" }, false],
      [true, { NO_COLOR: "" }, true],
      [true, { TERM: "dumb" }, false],
      [false, { FORCE_COLOR: "1" }, true],
      [false, { FORCE_COLOR: "0" }, false],
      [true, { FORCE_COLOR: "1", NO_COLOR: "1" }, false]
    ]
    for (const [isTerminal, env, coloured] of cases) {
      expect([env, coloursFor(isTerminal, env).isColorSupported]).toEqual([env, coloured])
    }
  })
})
