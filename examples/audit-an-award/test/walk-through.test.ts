// The walk-through of README.md, as a person follows it: every block of shell runs, in order and in one folder, and
// prints the lines that stand under it. The sample beside it is what its source makes.
import { execFileSync } from "node:child_process"
import { copyFileSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { folder, shell } from "../../../packages/cli/test/running.ts"
import { sampleFiles } from "./sample.ts"

const here = join(import.meta.dirname, "..")
const document = readFileSync(join(here, "README.md"), "utf8")

interface Block {
  readonly language: string
  readonly code: string
}
const blocks: ReadonlyArray<Block> = [...document.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
  ([, language = "", code = ""]) => ({ language, code })
)

const missing = ["python3", "openssl"].filter((program) => {
  try {
    execFileSync(program, [program === "openssl" ? "version" : "--version"], { stdio: "ignore" })
    return false
  } catch {
    return true
  }
})
const skipped = missing.length > 0 && process.env["CI"] === undefined
const why = missing.length === 0 ? "" : ` (needs ${missing.join(" and ")}, not on this machine)`

describe("the sample award", () => {
  it("is what its source makes, byte for byte (npm run docs:sample makes it anew)", async () => {
    for (const [name, content] of Object.entries(await sampleFiles())) {
      if (process.env["LCQM_SAMPLE"] === "write") writeFileSync(join(here, name), content)
      expect(readFileSync(join(here, name), "utf8") === content, `${name} is not what sample.ts makes`).toBe(
        true
      )
    }
  })

  it("says in itself that it is none of a real scheme's", () => {
    const file = readFileSync(join(here, "award.json"), "utf8")
    expect(file).toContain("illustrative, not the LCQM criteria")
    expect(file).toContain("sample.example/quality-mark")
  })
})

describe.skipIf(skipped)(`the walk-through${why}`, () => {
  it("goes from a file to a verdict by other people's programs, and lcqm agrees, also on tampered files", async () => {
    const place = folder()
    for (const name of ["award.json", "operator.key.pub"]) copyFileSync(join(here, name), join(place, name))
    const marked = blocks.map(({ code, language }, at) =>
      language === "sh" ? `${code}echo "-- after ${at}"\n` : ""
    )
    const { code, err, out } = await shell(["set -e", ...marked].join("\n"), place)
    expect({ code, err: code === 0 ? "" : err, out }).toMatchObject({ code: 0, err: "" })
    let shown = 0
    blocks.forEach((block, at) => {
      if (block.language !== "text") return
      const [before = ""] = out.split(`-- after ${at - 1}\n`)
      const printed = (before.split(/^-- after \d+\n/mu).at(-1) ?? "").split("\n")
      let from = 0
      for (const line of block.code.trimEnd().split("\n")) {
        const found = printed.indexOf(line, from)
        expect(found, `"${line}" among:\n${printed.join("\n")}`).toBeGreaterThanOrEqual(0)
        from = found + 1
        shown += 1
      }
    })
    expect(shown).toBeGreaterThan(25)
  }, 120_000)
})
