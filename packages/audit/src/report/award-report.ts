// The report on one award: one HTML file with everything in it. It asks the network for nothing, reads without
// JavaScript, and with it verifies itself before the reader's eyes.
import { toBase64 } from "@lcqm/ledger"
import type { Codec } from "@lcqm/core"
import { Result } from "effect"
import type { AwardFile } from "../award-file/award-file.ts"
import { awardFileBytes } from "../award-file/read-award-file.ts"
import {
  historyInFile,
  type HistoryUnreadable,
  type SchoolHistory,
  withTexts
} from "../history/school-history.ts"
import { documentOf, type PageParts } from "./document.ts"
import { type Content, element } from "./element/element.ts"
import { visible } from "./element/plain-text.ts"
import { pointContent } from "./sections/point.ts"
import { factEvents, noMarks, schoolEvents } from "./sections/timeline.ts"
import { timelinePicture } from "./sections/timeline-picture.ts"
import { textsNotice } from "./sections/texts-notice.ts"
import { verdictLine } from "./sections/verdict-line.ts"
import { carriedTexts, type ReportTexts, tellsMore } from "./texts-carried.ts"
import { said } from "./words.ts"

const section = (id: string, title: string, ...content: ReadonlyArray<Content>): Content =>
  element(
    "section",
    { id, "aria-labelledby": `${id}-title` },
    element("h2", { id: `${id}-title` }, title),
    content
  )

// A verifier key is its name, a fingerprint of eight digits, and the key; the key itself may hold a plus too.
const fingerprintOf = (key: string): string => key.split("+", 2)[1] ?? "none"

const verification = (file: AwardFile): Content =>
  section(
    "verification",
    "Is it true?",
    element(
      "div",
      { id: "verdict", role: "status" },
      element(
        "p",
        {},
        "Not checked: this page checks itself where JavaScript may run. Without it, use lcqm verify."
      )
    ),
    element("p", { id: "page-told", role: "status" }),
    file.log === undefined
      ? element("p", {}, "Nothing in this file is signed by an operator.")
      : element(
          "p",
          {},
          "The file says it is signed with the key of fingerprint ",
          element("code", {}, said(fingerprintOf(file.log.key))),
          ", ",
          element("code", { id: "key-claimed" }, said(file.log.key)),
          ". Verified with its own key a file proves nothing: get the operator's key from somewhere else."
        ),
    element(
      "form",
      { id: "key-form", class: "needs-script", hidden: true },
      element("label", { for: "key" }, "The operator's verifier key, from a source you trust"),
      element("input", { id: "key", name: "key", autocomplete: "off", spellcheck: "false" }),
      element("button", { type: "submit" }, "Verify with this key"),
      element("p", { id: "key-told", role: "status" })
    )
  )

const walk = (last: number, history: SchoolHistory | undefined, unreadable: string): Content =>
  section(
    "walk",
    "The school at a point in time",
    element("div", { id: "picture" }, history === undefined ? "" : timelinePicture(history)),
    element(
      "form",
      { id: "walk-form", class: "needs-script", hidden: true },
      element("label", { for: "slider" }, "As of event, in the order of recording"),
      element("input", { id: "slider", type: "range", min: 0, max: Math.max(0, last), value: last, step: 1 }),
      element(
        "label",
        { for: "occurred" },
        "Only what had happened by then, as 2018, 2018-04 or 2018-04-30 (empty: everything)"
      ),
      element("input", { id: "occurred", autocomplete: "off", spellcheck: "false" }),
      element("p", { id: "walk-told", role: "status" }),
      element(
        "div",
        { class: "buttons" },
        element("button", { id: "save-event", type: "button" }, "Save this event's bytes"),
        element("button", { id: "save-proof", type: "button" }, "Save the proof that it is in the log")
      )
    ),
    element(
      "div",
      { id: "point" },
      history === undefined
        ? element("p", {}, visible(unreadable))
        : pointContent(history, { revision: last })
    )
  )

const files: Content = element(
  "section",
  { id: "files", class: "needs-script", hidden: true, "aria-labelledby": "files-title" },
  element("h2", { id: "files-title" }, "Files"),
  element(
    "div",
    { class: "buttons" },
    element("button", { id: "save-file", type: "button" }, "Save the award file that this report is of"),
    element("button", { id: "save-events", type: "button" }, "Save all events' bytes, a line each"),
    element("button", { id: "save-checkpoint", type: "button" }, "Save the checkpoint"),
    element("button", { id: "save-head", type: "button" }, "Save the stream head")
  ),
  element("label", { for: "other" }, "Compare with another award file"),
  element("input", { id: "other", type: "file", accept: ".json,application/json" }),
  element("div", { id: "compared", role: "status" })
)

const awardContent = (history: Result.Result<SchoolHistory, HistoryUnreadable>, school: string): Content =>
  Result.isSuccess(history)
    ? verdictLine(history.success)
    : element(
        "p",
        { class: "headline" },
        "School ",
        element("strong", {}, said(school)),
        ": the history in this file cannot be read, so it is not said here what was awarded."
      )

/**
 * Makes the report on an award file, as the text of an HTML file. What the file holds is shown as it is, whether it
 * verifies or not: that is for the page to say.
 * - `page`: the page's own script and style, from `pageParts`.
 * - `texts`: what is told of the file's sealed texts, which otherwise read `[sealed]`. Words in it make the report
 *   personal data; it says so.
 * @example
 * ```ts
 * import { awardReport, pageParts } from "@lcqm/audit/report"
 * import { codecOf, lcqmCatalogue } from "@lcqm/core"
 * import { nodeHasher } from "@lcqm/ledger/node"
 * const stream = "school-lcqm-900001"
 * const file = { format: "lcqm-award-file/1", scheme: "lcqm", school: "900001", streams: [{ stream, events: [] }] } as const
 * awardReport(codecOf(lcqmCatalogue, nodeHasher), file, pageParts()).includes("900001") // => true
 * ```
 */
export const awardReport = (
  codec: Codec,
  file: AwardFile,
  page: Required<PageParts>,
  texts?: ReportTexts
): string => {
  const told = texts?.told ?? []
  const history = Result.map(historyInFile(codec, file), (recorded) => withTexts(recorded, told))
  const readable = Result.isSuccess(history) ? history.success : undefined
  const unreadable = Result.isFailure(history) ? history.failure.message : ""
  return documentOf({
    title: `Award report: school ${file.school}`,
    page,
    embedded: [
      { id: "award-file", text: toBase64(awardFileBytes(file)) },
      // A report of which nothing more is told is the same on any day.
      ...(texts !== undefined && tellsMore(texts) ? [{ id: "texts-told", text: carriedTexts(texts) }] : [])
    ],
    body: [
      element(
        "header",
        {},
        element("h1", {}, "Award report"),
        element(
          "p",
          { class: "brief" },
          "Verification: ",
          element("span", { id: "brief" }, element("span", { class: "outcome-word" }, "not checked"))
        ),
        element("div", { id: "award" }, awardContent(history, file.school)),
        element("div", { id: "texts" }, textsNotice(texts)),
        element(
          "p",
          { class: "notice" },
          "Everything here is computed from the events recorded; people stand under pseudonyms."
        )
      ),
      element(
        "main",
        {},
        verification(file),
        walk(file.streams[0].events.length - 1, readable, unreadable),
        section(
          "timeline",
          "What happened",
          element("div", { id: "events" }, schoolEvents(codec, file, noMarks, told))
        ),
        section(
          "facts",
          "What the decisions read",
          element("div", { id: "fact-events" }, factEvents(codec, file, noMarks, told))
        ),
        files
      )
    ]
  })
}
