// Reports of the small world's award as files, for the tests in a browser.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { Result } from "effect"
import { type AwardFile, type AwardFileVerdict, historyInFile, type SchoolHistory } from "@lcqm/audit"
import { awardReport, pageParts, type ReportTexts } from "@lcqm/audit/report"
import { verifierKeyText } from "@lcqm/ledger"
import type { Page } from "playwright-core"
import { codec, operator } from "../stores.ts"

/** The operator's key as a reader has it from elsewhere. */
export const key = verifierKeyText(operator.key)

/** The report on a file. */
export const reportOn = (file: AwardFile, texts?: ReportTexts): string =>
  awardReport(codec, file, pageParts(), texts)

/** A report whose page carries other bytes than those it was made of, as one that was changed afterwards. */
export const carrying = (html: string, bytes: Uint8Array, id = "award-file"): string =>
  html.replace(
    new RegExp(`(<script type="text/plain" id="${id}">)[^<]*`, "u"),
    (_, start: string) => `${start}${Buffer.from(bytes).toString("base64")}`
  )

/** How the page marks the events of the file and what it misses, as a verdict tells it. */
export const marksShown = (page: Page) =>
  page.evaluate<{ verified: Array<string>; wrong: Array<string>; gaps: Array<string>; found: Array<string> }>(
    `(() => {
      const rows = [...document.querySelectorAll("tr[data-place]")]
      const of = (stands) => rows
        .filter((row) => row.querySelector(".stands").dataset.stands === stands)
        .map((row) => row.dataset.stream + " " + row.dataset.place)
      const gaps = [...document.querySelectorAll("tr[data-gap]")]
      const found = document.querySelectorAll("#verdict .findings tbody th")
      return {
        verified: of("verified"),
        wrong: of("wrong"),
        gaps: gaps.map((row) => row.dataset.stream + " " + row.dataset.gap),
        found: [...found].map((cell) => cell.textContent)
      }
    })()`
  )

/** The same of a verdict. */
export const marksOf = ({ events, findings }: AwardFileVerdict) => {
  const of = (stands: string) =>
    events.filter((event) => event.stands === stands).map(({ place, stream }) => `${stream} ${place}`)
  const gaps = findings
    .filter(({ kind }) => kind === "event left out" || kind === "cut at its end")
    .map(({ where: { revision = 0, stream, to = revision } }) => `${stream} ${revision}-${to}`)
  return { verified: of("verified"), wrong: of("wrong"), gaps, found: findings.map(({ kind }) => kind) }
}

/** The history in a file. */
export const historyIn = (file: AwardFile): SchoolHistory => Result.getOrThrow(historyInFile(codec, file))

/** What a page did that it must not: requests but for itself, errors, refusals by its policy. */
export interface Misdeeds {
  readonly requests: ReadonlyArray<string>
  readonly said: ReadonlyArray<string>
}

/** Opens a report in the page, waits until it has checked itself, and answers with what it did that it must not. */
export const opened = async (page: Page, html: string): Promise<Misdeeds> => {
  const folder = mkdtempSync(join(tmpdir(), "lcqm-report-"))
  const path = join(folder, "report.html")
  writeFileSync(path, html)
  const url = pathToFileURL(path).href
  const requests: Array<string> = []
  const said: Array<string> = []
  page.on("request", (request) => {
    if (request.url() !== url) requests.push(request.url())
  })
  page.on("console", (message) => said.push(message.text()))
  page.on("pageerror", (error) => said.push(error.message))
  await page.goto(url)
  await page.waitForSelector("html[data-ready]", { state: "attached", timeout: 30_000 })
  rmSync(folder, { recursive: true })
  return { requests, said }
}

/** Gives the page the operator's key, and answers with the outcome it then shows. */
export const outcomeWithKey = async (page: Page, given = key): Promise<string | null> => {
  await page.fill("#key", given)
  await page.click("#key-form button")
  await page.waitForFunction("document.getElementById('key-told').textContent !== ''")
  const outcome = await page.getAttribute(".outcome", "data-outcome")
  await page.evaluate("document.getElementById('key-told').textContent = ''")
  return outcome
}
