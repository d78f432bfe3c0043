// The script of the award report: it reads the file that the page carries, verifies it, and lets a reader walk along it.
import { fromBase64 } from "@lcqm/ledger"
import { Result } from "effect"
import { historyInFile, readAwardFile } from "../../src/index.ts"
import { filesHere } from "./files.ts"
import { codec } from "./in-page.ts"
import { verifyHere } from "./verifying.ts"
import { walkHere } from "./walking.ts"

const bytes = fromBase64(
  document.getElementById("award-file")?.textContent ?? "",
  "the award file of the page"
)
await verifyHere(bytes)
const file = readAwardFile(bytes)
if (Result.isSuccess(file)) {
  filesHere(file.success, bytes)
  const history = historyInFile(codec, file.success)
  if (Result.isSuccess(history)) walkHere(history.success)
}
document.documentElement.setAttribute("data-ready", "")
