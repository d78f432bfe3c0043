// The report as its reader meets it: in a real browser, from a file, with no network.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { nodeEd25519 } from "@lcqm/ledger/node"
import { beforeAll, describe, expect, it } from "vitest"
import type { Page } from "playwright-core"
import { hasChromium, inChromium, noChromium } from "../../../core/test/browser/chromium.ts"
import { type AwardFile, awardFileBytes, verifyAwardFile } from "@lcqm/audit"
import { type Content, isElement } from "../../src/report/element/element.ts"
import { pointContent } from "../../src/report/sections/point.ts"
import { codec, operator, sealedFile, storeAt } from "../stores.ts"
import { historyIn, key, opened, outcomeWithKey, reportOn } from "./reports.ts"

const policy = { origin: operator.key.name, logKeys: [operator.key], witnesses: [], quorum: 0 }
const timeout = 180_000

const textOf = (content: Content): string =>
  typeof content === "string"
    ? content
    : isElement(content)
      ? content.content.map(textOf).join("")
      : content.map(textOf).join("")

type Events = AwardFile["streams"][number]["events"]
const withEvents = (file: AwardFile, change: (events: Events) => Events): AwardFile => {
  const [{ events, stream }, ...rest] = file.streams
  return { ...file, streams: [{ stream, events: change(events) }, ...rest] }
}
const at = 12
/** The changes of audit: each makes a file that can be read and must not verify. */
const changes: Readonly<Record<string, (events: Events) => Events>> = {
  "an event left out": (events) => events.filter((_, i) => i !== at),
  "two events swapped": (events) =>
    events.map((event, i) => (i === at ? events[at + 1]! : i === at + 1 ? events[at]! : event)),
  "an event edited": (events) =>
    events.map((event, i) =>
      i === at
        ? {
            ...event,
            bytes: event.bytes.replace(
              /"salt":"[0-9a-f]/u,
              (text) => `${text.slice(0, -1)}${text.endsWith("0") ? "1" : "0"}`
            )
          }
        : event
    ),
  "an event inserted again": (events) => [...events.slice(0, at), events[at - 1]!, ...events.slice(at)],
  "the end cut off": (events) => events.slice(0, -2)
}

describe.skipIf(!hasChromium && process.env["CI"] === undefined)(
  `the report in headless Chromium (${noChromium})`,
  () => {
    let file: AwardFile
    beforeAll(async () => {
      expect(hasChromium, noChromium).toBe(true)
      file = await sealedFile(storeAt("agreed"))
    })

    it(
      "asks the network for nothing, breaks no policy, and calls nothing verified before it has a key",
      { timeout },
      () =>
        inChromium({}, async (page) => {
          const misdeeds = await opened(page, reportOn(file))
          expect(await page.getAttribute(".outcome", "data-outcome")).toBe("complete up to the award only")
          expect(await page.locator('[data-stands="verified"]').count()).toBe(0)
          expect(await outcomeWithKey(page)).toBe("verified")
          expect(await page.locator('[data-stands="verified"]').count()).toBe(file.streams[0].events.length)
          expect(misdeeds).toEqual({ requests: [], said: [] })
        })
    )

    it("says what a key is not where it is none, and does not believe another's", { timeout }, () =>
      inChromium({}, async (page) => {
        await opened(page, reportOn(file))
        await page.fill("#key", "nonsense")
        await page.click("#key-form button")
        await page.waitForFunction("document.getElementById('key-told').textContent.includes('key')")
        expect(await page.locator('[data-stands="verified"]').count()).toBe(0)
      })
    )

    it.each(Object.entries(changes))("marks %s as the library names it", { timeout }, async (_, change) => {
      const changed = withEvents(file, change)
      const verdict = await verifyAwardFile(awardFileBytes(changed), { codec, ed25519: nodeEd25519, policy })
      expect(verdict.outcome).toBe("does not verify")
      await inChromium({}, async (page) => {
        await opened(page, reportOn(changed))
        expect(await outcomeWithKey(page)).toBe("does not verify")
        const named = await page.locator(".outcome table").first().locator("tbody th").allTextContents()
        expect(named).toEqual(verdict.findings.map(({ kind }) => kind))
        const own = verdict.events.filter(({ stream }) => stream === changed.streams[0].stream)
        const wrong = new Set(
          own.filter(({ stands }) => stands === "wrong").map(({ revision }) => `event-${revision}`)
        )
        const marked = await page
          .locator('tr:has([data-stands="wrong"])')
          .evaluateAll((rows) => rows.map((row) => row.getAttribute("data-of")))
        expect(new Set(marked)).toEqual(wrong)
      })
    })

    it(
      "shows at every stop of the slider what the library tells of that point, by keyboard too",
      { timeout },
      () =>
        inChromium({}, async (page) => {
          await opened(page, reportOn(file))
          const history = historyIn(file)
          const shown = () => page.textContent("#point")
          await page.focus("#slider")
          for (let revision = history.events.length - 1; revision >= 0; revision -= 1) {
            expect(await shown()).toBe(textOf(pointContent(history, { revision })))
            await page.keyboard.press("ArrowLeft")
          }
          const stop = Math.floor(history.events.length / 2)
          const occurred = history.events[3]!.metadata.occurredOn
          await page.fill("#slider", String(stop))
          await page.fill("#occurred", occurred)
          await page.press("#occurred", "Tab")
          expect(await shown()).toBe(textOf(pointContent(history, { revision: stop, occurred })))
          await page.fill("#occurred", "yesterday")
          await page.press("#occurred", "Tab")
          expect(await page.textContent("#walk-told")).toContain("yesterday is no date")
        })
    )

    it("holds another file against this one, and says where they part", { timeout }, () =>
      inChromium({}, async (page) => {
        await opened(page, reportOn(file))
        const other = (of: AwardFile) => ({
          name: "other.json",
          mimeType: "application/json",
          buffer: Buffer.from(awardFileBytes(of))
        })
        await page.setInputFiles("#other", other(file))
        await page.waitForSelector("#compared p:has-text('the same, to the byte')")
        await page.setInputFiles("#other", other(withEvents(file, changes["the end cut off"]!)))
        await page.waitForSelector("#compared table:has-text('Where the two files part')")
        await page.setInputFiles("#other", {
          name: "x.json",
          mimeType: "application/json",
          buffer: Buffer.from("{")
        })
        const verdict = page.locator("#compared [data-outcome='does not verify']")
        await verdict.waitFor()
        expect(await verdict.textContent()).toContain("not an award file")
      })
    )

    it(
      "makes nothing that somebody wrote into markup, script or another direction of writing",
      { timeout },
      () =>
        inChromium({}, async (page) => {
          const hostile = "</script><img src=x onerror=alert(1)><b>bold</b>\u202Egnp\u0007"
          const written = withEvents(file, (events) =>
            events.map((event) => ({
              ...event,
              bytes: event.bytes.replaceAll(/"text":"[^"]*"/gu, () => `"text":${JSON.stringify(hostile)}`)
            }))
          )
          expect(awardFileBytes(written)).not.toEqual(awardFileBytes(file))
          const { requests, said } = await opened(page, reportOn(written))
          expect({ requests, said }).toEqual({ requests: [], said: [] })
          expect(await page.locator("img, bdi b").count()).toBe(0)
          const shown = (await page.locator("#timeline pre").allTextContents()).join("\n")
          expect(shown).toContain("</script><img src=x onerror=alert(1)><b>bold</b>[U+202E]gnp")
          expect(await page.textContent("body")).not.toContain("\u202E")
        })
    )

    it("is a readable table without JavaScript", { timeout }, () =>
      inChromium({ javaScriptEnabled: false }, async (page) => {
        await page.setContent(reportOn(file))
        expect(await page.locator("#timeline tbody tr").count()).toBe(file.streams[0].events.length)
        expect(await page.textContent("#verdict")).toContain("Not checked")
        expect(await page.locator(".needs-script:visible").count()).toBe(0)
      })
    )

    it("is printed without what only a screen can do", { timeout }, () =>
      inChromium({}, async (page) => {
        await opened(page, reportOn(file))
        await page.emulateMedia({ media: "print" })
        expect(await page.locator("button:visible, .needs-script:visible").count()).toBe(0)
        expect(await page.locator("#timeline tbody tr:visible").count()).toBe(file.streams[0].events.length)
      })
    )

    const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
    const violations = async (page: Page): Promise<ReadonlyArray<string>> => {
      await page.addScriptTag({ content: axe })
      const found = await page.evaluate<Array<{ id: string; nodes: Array<{ html: string }> }>>(
        "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(({ violations }) => violations)"
      )
      return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)
    }

    it.each(["light", "dark"] as const)(
      "has nothing that axe objects to, in %s",
      { timeout },
      (colorScheme) =>
        inChromium({ colorScheme, bypassCSP: true }, async (page) => {
          await opened(page, reportOn(file))
          expect(await violations(page)).toEqual([])
          await outcomeWithKey(page, key)
          expect(await violations(page)).toEqual([])
        })
    )
  }
)
