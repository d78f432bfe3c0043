// The sessions of the documents, as a person types them: every block of shell runs, in order and in one folder, and
// prints the lines that the document shows.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { folder, shell } from "../running.ts"

const blocksOf =
  (document: string) =>
  (language: string): ReadonlyArray<string> =>
    [...document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(
      ([, code = ""]) => code
    )

describe("the worked session", () => {
  test.each([
    ["command-line.md", 16],
    ["personal-data.md", 9],
    ["criteria-life-cycle.md", 16],
    ["importing.md", 12],
    ["views.md", 3]
  ])(
    "of %s runs in a new folder, and prints what it shows",
    async (name, least) => {
      const blocks = blocksOf(readFileSync(join(import.meta.dirname, "../../../../docs", name), "utf8"))
      const script = ["set -e", ...blocks("sh")].join("\n")
      const { code, err, out } = await shell(script, folder())
      expect({ code, out, err: code === 0 ? "" : err }).toMatchObject({ code: 0, err: "" })
      const printed = out.split("\n")
      const shown = blocks("text").flatMap((block) => block.trimEnd().split("\n"))
      expect(shown.length).toBeGreaterThanOrEqual(least)
      let from = 0
      for (const line of shown) {
        const at = printed.indexOf(line, from)
        expect(at, `"${line}" among:\n${printed.slice(from, from + 12).join("\n")}`).toBeGreaterThanOrEqual(0)
        from = at + 1
      }
    },
    120_000
  )
})
