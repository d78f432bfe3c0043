// The verdict, anew with every key the reader brings; and how each event stands, on its own line.
import { type AwardFile, type AwardFileVerdict, verifyAwardFile } from "../../src/index.ts"
import type { TextTold } from "@lcqm/core"
import { parseVerifierKey, type LogPolicy } from "@lcqm/ledger"
import { factEvents, schoolEvents } from "../../src/report/sections/timeline.ts"
import { outcomeWord, verdictContent } from "../../src/report/sections/verification.ts"
import { canVerifySignatures, codec, ed25519, hasher } from "./in-page.ts"
import { show, the } from "./to-dom.ts"

/** A policy of one key: its name is the log's. */
const policyOf = (text: string): LogPolicy => {
  const key = parseVerifierKey(hasher, text)
  return { origin: key.name, logKeys: [key], witnesses: [], quorum: 0 }
}

/** Verifies bytes, by a key where the reader gave one. */
export const verdictOn = (bytes: Uint8Array, key: string | undefined): Promise<AwardFileVerdict> =>
  verifyAwardFile(bytes, { codec, ed25519, ...(key === undefined ? {} : { policy: policyOf(key) }) })

/** The file of the page as bytes and, where it can be read, as data; and what is told of its sealed texts. */
export interface FileOfPage {
  readonly bytes: Uint8Array
  readonly file: AwardFile | undefined
  readonly told: ReadonlyArray<TextTold>
}

/** Verifies the file of the page, and again whenever a key is given. `then` follows each time the lines are anew. */
export const verifyHere = async ({ bytes, file, told }: FileOfPage, then: () => void): Promise<void> => {
  const tell = async (key: string | undefined): Promise<void> => {
    const verdict = await verdictOn(bytes, key)
    show("verdict", verdictContent(verdict))
    show("brief", outcomeWord(verdict))
    if (file !== undefined) {
      show("events", schoolEvents(codec, file, verdict, told))
      show("fact-events", factEvents(codec, file, verdict, told))
    }
    then()
  }
  const form = the("key-form", HTMLFormElement)
  form.hidden = false
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const key = the("key", HTMLInputElement).value.trim()
    const say = (text: string) => show("key-told", text)
    tell(key === "" ? undefined : key)
      .then(() => say(key === "" ? "Looked at without a key." : "Looked at with the key you gave."))
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
  })
  await tell(undefined)
  if (!(await canVerifySignatures())) {
    show(
      "key-told",
      "This browser cannot verify Ed25519 signatures: nothing signed is believed here. Use lcqm verify."
    )
  }
}
