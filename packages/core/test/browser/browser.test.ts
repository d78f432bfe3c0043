// The promise to whoever embeds this in a page: the packages load there, and what they fold there is what Node folds.
import { nodeHasher } from "@lcqm/ledger/node"
import { describe, expect, it } from "vitest"
import { bundled } from "./bundle.ts"
import { hasChromium, inChromium, noChromium, onPage } from "./chromium.ts"
import { storyFolded } from "./whole-story.ts"

const seed = 7

describe("core, ledger and the portable memory store", () => {
  it("bundle for a browser without any module of Node's", async () => {
    const { code, nodeModules } = await bundled("every-entry.ts")
    expect(nodeModules).toEqual([])
    // The catalogue's last event type: the bundle holds the whole of the domain, not a part that happens to be free.
    expect(code).toContain("AwardWithheld")
  })

  it("would be found out if they asked for one", async () => {
    const { nodeModules } = await bundled("asks-for-node.ts")
    expect(nodeModules.join()).toContain("node:crypto")
  })
})

describe("the demo's story in headless Chromium", () => {
  it("folds into the register that Node folds it into", { timeout: 180_000 }, async ({ skip }) => {
    skip(!hasChromium && process.env["CI"] === undefined, noChromium)
    expect(hasChromium, noChromium).toBe(true)
    const { code, nodeModules } = await bundled("page.ts")
    expect(nodeModules).toEqual([])
    const inBrowser = await onPage(code, (page) => page.evaluate(`tellStory(${seed})`))
    const inNode = await storyFolded(nodeHasher, seed)
    expect(inBrowser).toEqual(inNode)
    expect(JSON.parse(inNode.register)).not.toEqual([])
  })
})

describe("the browser that the tests of a file share", () => {
  it("hands nothing that one of them did in it to the next", { timeout: 60_000 }, async ({ skip }) => {
    skip(!hasChromium && process.env["CI"] === undefined, noChromium)
    const seen = () =>
      inChromium({}, async (page) => {
        const context = page.context()
        const before = { pages: context.pages().length, cookies: await context.cookies() }
        await context.addCookies([{ name: "left", value: "behind", url: "https://sample.example/" }])
        await context.newPage()
        return { ...before, browser: context.browser() }
      })
    const [first, second] = [await seen(), await seen()]
    expect(second.browser).toBe(first.browser)
    expect(second).toMatchObject({ pages: 1, cookies: [] })
  })
})
