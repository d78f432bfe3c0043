// The report as its reader meets it: in a real browser, from a file, with no network.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { leafHashOfText, verifyTlogProof } from "@lcqm/ledger"
import { nodeEd25519, nodeHasher } from "@lcqm/ledger/node"
import { byOffice, given, smallWorld } from "@lcqm/testing/given-when-then"
import { beforeAll, describe, expect, it } from "vitest"
import type { Page } from "playwright-core"
import { hasChromium, inChromium, noChromium } from "../../../core/test/browser/chromium.ts"
import { type AwardFile, awardFileBytes, verifyAwardFile } from "@lcqm/audit"
import { type Content, isElement } from "../../src/report/element/element.ts"
import { pointContent } from "../../src/report/sections/point.ts"
import { codec, operator, sealedFile, storeAt, storeHolding } from "../stores.ts"
import { expectEveryChangeMarked } from "./every-change.ts"
import { carriedTexts } from "../../src/report/texts-carried.ts"
import { revokedWith } from "./opened-texts.ts"
import { carrying, historyIn, key, marksOf, marksShown, opened, outcomeWithKey, reportOn } from "./reports.ts"

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
          const events = file.streams.reduce((sum, stream) => sum + stream.events.length, 0)
          expect(await page.locator('tr [data-stands="verified"]').count()).toBe(events)
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

    it(`marks ${Object.keys(changes).join(", ")}, each as the library names it`, { timeout }, () =>
      inChromium({}, async (page) => {
        for (const [what, change] of Object.entries(changes)) {
          const changed = withEvents(file, change)
          const given = { codec, ed25519: nodeEd25519, policy }
          const verdict = await verifyAwardFile(awardFileBytes(changed), given)
          expect(verdict.outcome, what).toBe("does not verify")
          await opened(page, reportOn(changed))
          expect(await outcomeWithKey(page), what).toBe("does not verify")
          expect(await marksShown(page), what).toEqual(marksOf(verdict))
          expect(await page.textContent("#brief")).toContain("does not verify")
        }
      })
    )

    it("marks every kind of single change, over any history, as the library names it", { timeout }, () =>
      expectEveryChangeMarked({ histories: 2, changesOfEach: 1 })
    )

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

    it("saves the file, an event's bytes and its proof, which hold elsewhere", { timeout }, () =>
      inChromium({}, async (page) => {
        await opened(page, reportOn(file))
        const saved = async (id: string) => {
          const [download] = await Promise.all([page.waitForEvent("download"), page.click(`#${id}`)])
          return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
        }
        expect(await saved("save-file")).toEqual({
          name: `award-lcqm-${file.school}.json`,
          bytes: Buffer.from(awardFileBytes(file))
        })
        await page.fill("#slider", String(at))
        const event = file.streams[0].events[at]
        expect((await saved("save-event")).bytes.toString()).toBe(event?.bytes)
        const proof = await saved("save-proof")
        expect(proof.name).toMatch(/^event-[0-9a-f-]{36}\.tlog-proof$/u)
        const verdict = await verifyTlogProof(nodeHasher, nodeEd25519, {
          policy,
          leafHash: leafHashOfText(nodeHasher, event?.bytes ?? ""),
          file: proof.bytes.toString()
        })
        expect(verdict.ok).toBe(true)
        expect((await saved("save-checkpoint")).bytes.toString()).toBe(file.log?.checkpoint)
        expect((await saved("save-head")).bytes.toString()).toBe(file.log?.head)
        const lines = (await saved("save-events")).bytes.toString().trimEnd().split("\n")
        expect(lines).toEqual(file.streams.flatMap(({ events }) => events.map(({ bytes }) => bytes)))
      })
    )

    it("does not show what was only written into the page, and says that somebody did", { timeout }, () =>
      inChromium({}, async (page) => {
        const html = reportOn(file)
        await opened(page, html)
        expect(await page.textContent("#page-told")).toBe("")
        const silver = '<span class="level silver">Silver</span>'
        expect(html).toContain(`was awarded ${silver}`)
        const better = '<span class="level gold">Gold</span>'
        await opened(page, html.replace(`was awarded ${silver}`, `was awarded ${better}`))
        expect(await page.textContent("#award")).toContain("was awarded Silver")
        expect(await page.textContent("#page-told")).toContain("Somebody changed this page")
      })
    )

    it("says of an award that was revoked that it no longer stands, before anything else", { timeout }, () =>
      inChromium({}, async (page) => {
        const reason = { about: [], text: "As the office has it in writing." }
        const { events } = given(smallWorld.at("agreed")).having(byOffice("RevokeAward", { reason }))
        await opened(page, reportOn(await sealedFile(storeHolding(events))))
        expect(await page.textContent("#award")).toMatch(
          /was awarded Silver.*It no longer stands: it was revoked/su
        )
      })
    )

    it("of a file with an event that no program can read shows the others, and marks it", { timeout }, () =>
      inChromium({}, async (page) => {
        const spoilt = withEvents(file, (events) =>
          events.map((event, i) => (i === at ? { ...event, bytes: "{" } : event))
        )
        await opened(page, reportOn(spoilt))
        expect(await outcomeWithKey(page)).toBe("does not verify")
        expect((await marksShown(page)).wrong).toEqual([`${file.streams[0].stream} ${at}`])
        expect(await page.textContent("#award")).toContain("cannot be read")
      })
    )

    it(
      "names the byte at which its own file is no longer canonical, and calls nothing verified",
      { timeout },
      () =>
        inChromium({}, async (page) => {
          const bytes = awardFileBytes(file)
          await opened(
            page,
            carrying(reportOn(file), Uint8Array.from([...bytes.slice(0, 1), 32, ...bytes.slice(1)]))
          )
          expect(await outcomeWithKey(page)).toBe("does not verify")
          expect(await page.textContent("#verdict .findings")).toMatch(/not an award file.*byte 1\b/su)
          expect(await page.locator('[data-stands="verified"]').count()).toBe(0)
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

    it(
      "shows the texts that its maker opened as text, says what it is, and proves of the file what it proves without",
      { timeout },
      () =>
        inChromium({}, async (page) => {
          const hostile = "</script><img src=x onerror=alert(1)><b>bold</b>\u202Egnp"
          const { file: revoked, texts } = await revokedWith(hostile)
          expect(awardFileBytes(revoked)).not.toContain("bold")
          const seen = "</script><img src=x onerror=alert(1)><b>bold</b>[U+202E]gnp"
          for (const given of [undefined, key]) {
            const html = reportOn(revoked, texts)
            expect(html).not.toContain("<img")
            expect(await opened(page, html)).toEqual({ requests: [], said: [] })
            if (given !== undefined) expect(await outcomeWithKey(page)).toBe("verified")
            expect(await page.textContent("#texts")).toMatch(
              /This report holds personal data\. 1 sealed text was opened.*nothing in the file proves it/u
            )
            expect(await page.locator("#events .text").allTextContents()).toEqual([`reason: ${seen}`])
            expect(await page.locator("img, bdi b").count()).toBe(0)
            expect(await page.textContent("#page-told")).toBe("")
            expect(await page.textContent("body")).not.toContain("\u202E")
          }
          await opened(page, reportOn(revoked))
          expect(await page.textContent("#texts")).toBe("")
          expect(await page.locator("#events .text").allTextContents()).toEqual(["reason: [sealed]"])
        })
    )

    it(
      "says that somebody changed it where what its maker told was changed, or is no such thing",
      { timeout },
      () =>
        inChromium({}, async (page) => {
          const { file: revoked, texts } = await revokedWith("As the office has it in writing.")
          const html = reportOn(revoked, texts)
          const other = carriedTexts({
            ...texts,
            told: texts.told.map(({ place }) => ({ place, told: { about: [], text: "Other words." } }))
          })
          for (const [told, shown] of [
            [Buffer.from(other, "base64"), "reason: Other words."],
            [Buffer.from("{}"), "reason: [sealed]"],
            [Buffer.from([0xff]), "reason: [sealed]"]
          ] as const) {
            const { said } = await opened(page, carrying(html, told, "texts-told"))
            expect(said).toEqual([])
            expect(await page.locator("#events .text").allTextContents()).toEqual([shown])
            expect(await page.textContent("#page-told")).toContain("Somebody changed this page")
            expect(await outcomeWithKey(page)).toBe("verified")
          }
        })
    )

    it.each([
      [1280, "screen"],
      [390, "screen"],
      [718, "print"]
    ] as const)(
      "cuts off nothing that somebody wrote, %i pixels wide on %s: a word without a space breaks",
      { timeout },
      (width, media) =>
        inChromium({ viewport: { width, height: 900 } }, async (page) => {
          const { file: revoked, texts } = await revokedWith(`Sample words: ${"x".repeat(400)}`)
          await opened(page, reportOn(revoked, texts))
          await page.emulateMedia({ media })
          expect(await page.locator("#events .text").textContent()).toContain("xxx")
          // Tables of fields are moved sideways on a small screen; what is said in words is not.
          const cut = await page.evaluate<Array<string>>(
            `[...document.querySelectorAll("html, .scrolling:has(> .events, > .judgements)")]
              .filter((each) => each.checkVisibility() && each.scrollWidth > each.clientWidth)
              .map((each) => each.getAttribute("aria-label") ?? each.tagName)`
          )
          expect(cut).toEqual([])
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
