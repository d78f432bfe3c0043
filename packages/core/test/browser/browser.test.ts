// The promise to whoever embeds this in a page: the packages load there, and what they fold there is what Node folds.
import { nodeHasher } from "@lcqm/ledger/node"
import { describe, expect, it } from "vitest"
import { bundled } from "./bundle.ts"
import { hasChromium, noChromium, onPage } from "./chromium.ts"
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
