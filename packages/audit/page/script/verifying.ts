// The verdict, anew with every key the reader brings; and how each event stands, on its own line.
import { type AwardFileVerdict, verifyAwardFile } from "../../src/index.ts"
import { parseVerifierKey, type LogPolicy } from "@lcqm/ledger"
import { verdictContent } from "../../src/report/sections/verification.ts"
import { canVerifySignatures, codec, ed25519, hasher } from "./in-page.ts"
import { show, the } from "./to-dom.ts"

/** A policy of one key: its name is the log's. */
const policyOf = (text: string): LogPolicy => {
  const key = parseVerifierKey(hasher, text)
  return { origin: key.name, logKeys: [key], witnesses: [], quorum: 0 }
}

const markEvents = ({ events }: AwardFileVerdict): void => {
  const [own] = events
  for (const { revision, stands, stream } of events) {
    if (stream !== own?.stream || revision === undefined) continue
    const mark = document.querySelector(`tr[data-of="event-${revision}"] .stands`)
    if (mark === null) continue
    mark.setAttribute("data-stands", stands)
    mark.textContent = stands === "verified" ? "✔ verified" : stands === "wrong" ? "✘ wrong" : stands
  }
}

/** Verifies bytes, by a key where the reader gave one. */
export const verdictOn = (bytes: Uint8Array, key: string | undefined): Promise<AwardFileVerdict> =>
  verifyAwardFile(bytes, { codec, ed25519, ...(key === undefined ? {} : { policy: policyOf(key) }) })

const told = async (bytes: Uint8Array, key: string | undefined): Promise<void> => {
  const verdict = await verdictOn(bytes, key)
  show("verdict", verdictContent(verdict))
  markEvents(verdict)
}

/** Verifies the file of the page, and again whenever a key is given. */
export const verifyHere = async (bytes: Uint8Array): Promise<void> => {
  const form = the("key-form", HTMLFormElement)
  form.hidden = false
  form.addEventListener("submit", (event) => {
    event.preventDefault()
    const key = the("key", HTMLInputElement).value.trim()
    const say = (text: string) => show("key-told", text)
    told(bytes, key === "" ? undefined : key)
      .then(() => say(key === "" ? "Verified without a key." : "Verified with the key you gave."))
      .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
  })
  await told(bytes, undefined)
  if (!(await canVerifySignatures())) {
    show(
      "key-told",
      "This browser cannot verify Ed25519 signatures: nothing signed is believed here. Use lcqm verify."
    )
  }
}
