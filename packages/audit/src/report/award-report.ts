// The report on one award: one HTML file with everything in it. It asks the network for nothing, reads without
// JavaScript, and with it verifies itself before the reader's eyes.
import { toBase64 } from "@lcqm/ledger"
import type { Codec } from "@lcqm/core"
import { Result } from "effect"
import type { AwardFile } from "../award-file/award-file.ts"
import { awardFileBytes } from "../award-file/read-award-file.ts"
import { historyInFile, type HistoryUnreadable, type SchoolHistory } from "../history/school-history.ts"
import { documentOf, type PageParts } from "./document.ts"
import { type Content, element } from "./element/element.ts"
import { pointContent } from "./sections/point.ts"
import { timeline } from "./sections/timeline.ts"
import { verdictLine } from "./sections/verdict-line.ts"
import { said } from "./words.ts"

const verification = (file: AwardFile): Content =>
  element(
    "section",
    { id: "verification", "aria-labelledby": "verification-title" },
    element("h2", { id: "verification-title" }, "Is it true?"),
    element(
      "div",
      { id: "verdict", role: "status" },
      element(
        "p",
        {},
        "Not checked: this page checks itself where JavaScript may run. Without it, use lcqm verify."
      )
    ),
    file.log === undefined
      ? element("p", {}, "Nothing in this file is signed by an operator.")
      : [
          element("p", {}, "The file says it is signed with this key:"),
          element("p", {}, element("code", { id: "key-claimed" }, said(file.log.key))),
          element(
            "p",
            {},
            "A file that is verified with its own key proves nothing. Get the operator's key from somewhere else, and put it here."
          )
        ],
    element(
      "form",
      { id: "key-form", class: "needs-script", hidden: true },
      element("label", { for: "key" }, "The operator's verifier key"),
      element("input", { id: "key", name: "key", autocomplete: "off", spellcheck: "false" }),
      element("button", { type: "submit" }, "Verify with this key"),
      element("p", { id: "key-told", role: "status" })
    )
  )

const walk = (history: SchoolHistory): Content => {
  const last = history.events.length - 1
  return element(
    "section",
    { id: "walk", "aria-labelledby": "walk-title" },
    element("h2", { id: "walk-title" }, "The school at a point in time"),
    element(
      "form",
      { id: "walk-form", class: "needs-script", hidden: true },
      element("label", { for: "slider" }, "As of event (in the order of recording)"),
      element("input", { id: "slider", type: "range", min: 0, max: last, value: last, step: 1 }),
      element(
        "label",
        { for: "occurred" },
        "Only what had happened by (2018, 2018-04 or 2018-04-30; empty: all)"
      ),
      element("input", { id: "occurred", autocomplete: "off", spellcheck: "false" }),
      element("p", { id: "walk-told", role: "status" })
    ),
    element("div", { id: "point" }, pointContent(history, { revision: last }))
  )
}

const files: Content = element(
  "section",
  { id: "files", class: "needs-script", hidden: true, "aria-labelledby": "files-title" },
  element("h2", { id: "files-title" }, "Files"),
  element("button", { id: "download", type: "button" }, "Save the award file that this report is of"),
  element("label", { for: "other" }, "Compare with another award file"),
  element("input", { id: "other", type: "file", accept: ".json,application/json" }),
  element("div", { id: "compared", role: "status" })
)

/**
 * Makes the report on an award file, as the text of an HTML file.
 * - `page`: the page's own script and style, from `pageParts`.
 *
 * Fails with a {@link HistoryUnreadable} where an event of the file cannot be read.
 * @example
 * ```ts
 * import { awardReport, pageParts } from "@lcqm/audit/report"
 * import { codecOf, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * import { Result } from "effect"
 * const stream = "school-lcqm-900001"
 * const file = { format: "lcqm-award-file/1", scheme: "lcqm", school: "900001", streams: [{ stream, events: [] }] } as const
 * Result.isSuccess(awardReport(codecOf(lcqmCatalogue, nodeHasher), file, pageParts())) // => true
 * ```
 */
export const awardReport = (
  codec: Codec,
  file: AwardFile,
  page: Required<PageParts>
): Result.Result<string, HistoryUnreadable> =>
  Result.map(historyInFile(codec, file), (history) =>
    documentOf({
      title: `Award report: school ${file.school}`,
      page,
      embedded: { id: "award-file", text: toBase64(awardFileBytes(file)) },
      body: [
        element(
          "header",
          {},
          element("h1", {}, "Award report"),
          verdictLine(history),
          element(
            "p",
            { class: "notice" },
            "Everything here is computed from the events recorded; people stand under pseudonyms."
          )
        ),
        element("main", {}, verification(file), walk(history), timeline(history), files)
      ]
    })
  )
