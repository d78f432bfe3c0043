// The script of the award report: it reads the file that the page carries, verifies it, and lets a reader walk along it.
// What the page shows is made anew from that file, so that nothing is called verified that was only written into the page.
import { fromBase64 } from "@lcqm/ledger"
import { Result } from "effect"
import { historyInFile, readAwardFile } from "../../src/index.ts"
import { factEvents, schoolEvents } from "../../src/report/sections/timeline.ts"
import { verdictLine } from "../../src/report/sections/verdict-line.ts"
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
  ["award", "picture", "point", "events", "fact-events"].map((id) => the(id, HTMLElement).textContent).join()
const before = shown()
const read = readAwardFile(bytes)
const file = Result.isSuccess(read) ? read.success : undefined
if (file !== undefined) {
  show("events", schoolEvents(codec, file))
  show("fact-events", factEvents(codec, file))
  const history = historyInFile(codec, file)
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
await verifyHere(bytes, file, markWhereWeAre)
document.documentElement.setAttribute("data-ready", "")
