// The session of docs/command-line.md, as a person types it: every block of shell runs, in order and in one folder,
// and prints the lines that the document shows.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { folder, shell } from "./running.ts"

const document = readFileSync(join(import.meta.dirname, "../../../docs/command-line.md"), "utf8")

const blocks = (language: string): ReadonlyArray<string> =>
  [...document.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, "gms"))].map(([, code = ""]) => code)

describe("the worked session", () => {
  test("runs from a new folder to the register and a verified copy, and prints what it shows", async () => {
    const script = ["set -e", ...blocks("sh")].join("\n")
    const { code, err, out } = await shell(script, folder())
    expect({ code, out, err: code === 0 ? "" : err }).toMatchObject({ code: 0, err: "" })
    const printed = out.split("\n")
    const shown = blocks("text").flatMap((block) => block.trimEnd().split("\n"))
    expect(shown.length).toBeGreaterThan(15)
    let from = 0
    for (const line of shown) {
      const at = printed.indexOf(line, from)
      expect(at, `"${line}" among:\n${printed.slice(from, from + 12).join("\n")}`).toBeGreaterThanOrEqual(0)
      from = at + 1
    }
  }, 120_000)
})
