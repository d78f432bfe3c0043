// The script of the award report: it reads the file that the page carries, verifies it, and lets a reader walk along it.
// What the page shows is made anew from that file, so that nothing is called verified that was only written into the page.
import { fromBase64 } from "@lcqm/ledger"
import { Result } from "effect"
import { historyInFile, readAwardFile, withTexts } from "../../src/index.ts"
import { textsNotice } from "../../src/report/sections/texts-notice.ts"
import { factEvents, noMarks, schoolEvents } from "../../src/report/sections/timeline.ts"
import { verdictLine } from "../../src/report/sections/verdict-line.ts"
import { textsCarried } from "../../src/report/texts-carried.ts"
import { comparingHere } from "./comparing.ts"
import { codec } from "./in-page.ts"
import { savingHere } from "./saving.ts"
import { show, the } from "./to-dom.ts"
import { verifyHere } from "./verifying.ts"
import { markWhereWeAre, walkHere } from "./walking.ts"

const bytes = fromBase64(
  document.getElementById("award-file")?.textContent ?? "",
  "the award file of the page"
)
const shown = (): string =>
  ["award", "texts", "picture", "point", "events", "fact-events"]
    .map((id) => the(id, HTMLElement).textContent)
    .join()
const before = shown()
const read = readAwardFile(bytes)
// What the maker told of sealed texts is no part of the file, and the notice says so.
const texts = textsCarried(document.getElementById("texts-told")?.textContent ?? "")
const told = texts?.told ?? []
const file = Result.isSuccess(read) ? read.success : undefined
if (file !== undefined) {
  show("texts", textsNotice(texts))
  show("events", schoolEvents(codec, file, noMarks, told))
  show("fact-events", factEvents(codec, file, noMarks, told))
  const history = Result.map(historyInFile(codec, file), (recorded) => withTexts(recorded, told))
  if (Result.isSuccess(history)) {
    show("award", verdictLine(history.success))
    walkHere(history.success)
  }
  if (shown() !== before) {
    show(
      "page-told",
      "✘ Somebody changed this page: what stood in it was not what its file says. From here on it shows the file."
    )
  }
  savingHere(file, bytes)
  comparingHere(file)
}
await verifyHere({ bytes, file, told }, markWhereWeAre)
document.documentElement.setAttribute("data-ready", "")
