// Reports as files. What they show is the audit package's to test; here: that they come whole, and from what.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll, describe, expect, test } from "vitest"
import { file, folder } from "../running.ts"
import { over, storeWithSchool } from "../stores.ts"

let store: string
beforeAll(async () => {
  store = await storeWithSchool()
})
const place = () => join(folder(), "report.html")

describe("lcqm report", () => {
  test("of a school is one HTML file that loads nothing", async () => {
    const path = place()
    const { code, out } = await over(store, ["report", "900001", "-o", path])
    expect({ code, told: out.startsWith("Report in ") }).toEqual({ code: 0, told: true })
    const html = readFileSync(path, "utf8")
    expect(html).toContain("default-src &#39;none&#39;")
    expect(html).toContain("School <strong><bdi>900001</bdi></strong> has no award")
    expect(html).not.toMatch(/<(?:link|img|iframe|script[^>]* src)/)
  })

  test("of the register is a table without any script", async () => {
    const path = place()
    expect(await over(store, ["report", "--register", "-o", path, "--json"])).toMatchObject({ code: 0 })
    const html = readFileSync(path, "utf8")
    expect(html).toContain("script-src &#39;none&#39;")
    expect(html).not.toContain("<script")
  })

  test.each([
    [["-o", "x.html"], "URN"],
    [["900001", "--register", "-o", "x.html"], "URN"],
    [["900001"], "--out"],
    [["12", "-o", "x.html"], "URN"],
    [["--award-file", "not-there.json", "-o", "x.html"], "--award-file"]
  ])("%j is refused with exit code 2, naming %s", async (words, named) => {
    const { code, err, out } = await over(store, ["report", ...words])
    expect({ code, out }).toEqual({ code: 2, out: "" })
    expect(err).toContain(named)
    expect(existsSync("x.html")).toBe(false)
  })

  test("of what is no award file says what it should be", async () => {
    const { code, err } = await over(store, [
      "report",
      "--award-file",
      file({ format: "else" }),
      "-o",
      place()
    ])
    expect(code).toBe(2)
    expect(err).toContain("award file")
  })

  test("of a school that has no history makes no file", async () => {
    const path = place()
    expect((await over(store, ["report", "900099", "-o", path])).code).toBe(1)
    expect(existsSync(path)).toBe(false)
  })
})
