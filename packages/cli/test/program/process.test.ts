// What only a process can show: pipes that close, colours, the lack of a terminal, and defects.
import { existsSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { allAt } from "../cases.ts"
import { file, folder, lcqmAsProcess, shell } from "../running.ts"

describe("the process", () => {
  test("a reader that has seen enough is no failure", async () => {
    const line = `${JSON.stringify({ judgements: allAt("gold") })}\n`
    const path = file(line.repeat(5_000), "cases.jsonl")
    const { code, err, out } = await shell(
      `set -o pipefail; lcqm award derive --json --batch "${path}" | head -n 1`
    )
    expect(code).toBe(0)
    expect(out.split("\n")).toHaveLength(2)
    expect(err).toMatch(/^\{"notes":.*\}\n$/)
  })

  test.skipIf(!existsSync("/dev/full"))(
    "an output that cannot be written is told, and ends with 1",
    async () => {
      const { code, err } = await shell("lcqm criteria show > /dev/full")
      expect(code).toBe(1)
      expect(err).toMatch(/^lcqm: the output could not be written: .*\n$/)
    }
  )

  test("there are no colours where there is no terminal, and none where they are not wanted", async () => {
    const colour = "\u001b["
    const plain = await lcqmAsProcess(["rule", "show"], { env: { CI: "1", FORCE_COLOR: "", NO_COLOR: "" } })
    const forced = await lcqmAsProcess(["rule", "show"], { env: { FORCE_COLOR: "1", NO_COLOR: "" } })
    const unwanted = await lcqmAsProcess(["rule", "show"], { env: { FORCE_COLOR: "1", NO_COLOR: "1" } })
    expect(plain.out).not.toContain(colour)
    expect(forced.out).toContain(colour)
    expect(unwanted.out).toBe(plain.out)
  })

  test("a defect ends with 70 and says that it is one, with its stack only on demand", async () => {
    // Breaks what the command needs, behind its back.
    const script = 'String.prototype.padEnd=()=>{throw new TypeError("broken")}'
    const broken = `data:text/javascript,${encodeURIComponent(script)}`
    const run = (debug: string) =>
      lcqmAsProcess(["criteria", "show"], { env: { NODE_OPTIONS: `--import=${broken}`, LCQM_DEBUG: debug } })
    const { code, err, out } = await run("")
    expect({ code, out }).toEqual({ code: 70, out: "" })
    expect(err).toMatch(/^lcqm: this should not happen \(TypeError: broken\)\.\nIt is a defect of lcqm /)
    expect(err).not.toMatch(/\n +at /)
    expect((await run("1")).err).toMatch(/\n +at /)
  })

  test("a file may be named relative to where one is, also with a leading hyphen behind --", async () => {
    const { code, out } = await shell(
      `echo '{}' > -rule.json; lcqm rule check --json -- -rule.json`,
      folder()
    )
    expect({ code, out }).toEqual({
      code: 0,
      out: '{"algorithm":"best-fit/1","id":"best-fit","ok":true,"version":"1"}\n'
    })
  })
})
