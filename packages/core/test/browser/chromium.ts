// A headless Chromium for the tests of one file: Debian's, driven over its own protocol. It is launched by the first test
// that needs it and closed behind the last. What tests share is the process and nothing in it: each has a context of its
// own, with its own pages, cache, storage and downloads, thrown away afterwards.
import { existsSync } from "node:fs"
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core"
import { afterAll } from "vitest"

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

let launched: Promise<Browser> | undefined

// A browser that has crashed fails the test it crashed under, and not those behind it.
const browser = async (): Promise<Browser> => {
  const running = await launched
  if (running?.isConnected() === true) return running
  launched = chromium.launch({ executablePath, args })
  return launched
}

afterAll(async () => {
  const running = await launched
  launched = undefined
  await running?.close()
})

/** Opens a page in a context of its own, hands it to `use`, and closes the context whatever comes of it. */
export const inChromium = async <Value>(
  options: BrowserContextOptions,
  use: (page: Page) => Promise<Value>
): Promise<Value> => {
  const context = await (await browser()).newContext(options)
  try {
    return await use(await context.newPage())
  } finally {
    await context.close()
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
