// The README is run: what it says comes out is what comes out.
import { readFileSync } from "node:fs"
import { anyAwardCase } from "@lcqm/testing/arbitraries"
import { checkAwardLaws, monotone, violationOf } from "@lcqm/testing/award"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { told, tries } from "../src/index.ts"

const readme = readFileSync(new URL("../README.md", import.meta.url), "utf8")

const shownFor = (name: string): string => {
  const [, block = ""] = new RegExp(`<!-- ${name} -->\\s*\`\`\`text\n([^]*?)\`\`\``).exec(readme) ?? []
  return block.trimEnd()
}

// How many cases reached each level is chance; that each was reached is not.
const withoutCounts = (text: string): string => text.replaceAll(/ \(\d[^)]*\)/g, "")

const broken = (name: keyof typeof tries): ReadonlyArray<string> =>
  checkAwardLaws(tries[name]).laws.flatMap(({ law, outcome }) => (outcome === "broken" ? law : []))

describe("the three tries", () => {
  it.each(["mostCommon", "inTheMiddle", "nearTheLowest"] as const)(
    "say what the README shows: %s",
    (name) => {
      expect(withoutCounts(told(name).join("\n"))).toBe(withoutCounts(shownFor(name)))
    }
  )

  it("break fewer laws from one to the next", () => {
    expect(broken("mostCommon")).toEqual(["monotone", "bounds"])
    expect(broken("inTheMiddle")).toEqual(["bounds"])
    expect(broken("nearTheLowest")).toEqual([])
  })

  it("can be put to one law in a property test of one's own", () => {
    fc.assert(
      fc.property(anyAwardCase({ evidence: false }), (input) => {
        expect(violationOf(monotone, tries.nearTheLowest, input)).toBeNull()
      })
    )
  })
})
