// A headless Chromium with a profile of its own, thrown away afterwards: Debian's, driven over its own protocol.
import { existsSync } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type BrowserContextOptions, chromium, type Page } from "playwright-core"

const executablePath = "/usr/bin/chromium"

/** Whether there is a browser to test in. */
export const hasChromium = existsSync(executablePath)

/** What to do where there is none. */
export const noChromium = `no browser at ${executablePath}: apt-get install chromium`

// No network, no services of its own: a test must not depend on what a browser does beside it.
const args = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync"
]

/** Opens a page in a browser of its own, hands it to `use`, and closes the browser whatever comes of it. */
export const inChromium = async <Value>(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<Value>
): Promise<Value> => {
  const profile = await mkdtemp(join(tmpdir(), "lcqm-chromium-"))
  try {
    const browser = await chromium.launchPersistentContext(profile, { executablePath, args, ...options })
    try {
      return await use(await browser.newPage())
    } finally {
      await browser.close()
    }
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

/** Runs a module script on an empty page to its end, and hands the page to `use`. */
export const onPage = <Value>(script: string, use: (page: Page) => Promise<Value>): Promise<Value> =>
  inChromium({}, async (page) => {
    // The tag is there before a module in it has run.
    await page.addScriptTag({ content: `${script}\nglobalThis.hasRun = true`, type: "module" })
    await page.waitForFunction("globalThis.hasRun === true")
    return use(page)
  })
