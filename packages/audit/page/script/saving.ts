// Files out of the page: the award file itself, the bytes of its events, and what is signed and proved about them, each
// in the form that other programs read. Nothing leaves the page but to the reader's own disk.
import { fromBase64, writeTlogProof } from "@lcqm/ledger"
import type { AwardFile } from "../../src/index.ts"
import { show, the } from "./to-dom.ts"

const save = (content: Uint8Array | string, name: string, type: string): void => {
  const bytes = typeof content === "string" ? content : content.slice()
  const url = URL.createObjectURL(new Blob([bytes], { type }))
  const link = document.createElement("a")
  link.download = name
  link.setAttribute("href", url)
  link.click()
  URL.revokeObjectURL(url)
}

const onClick = (id: string, act: () => void): void =>
  the(id, HTMLButtonElement).addEventListener("click", act)

const [json, plain] = ["application/json", "text/plain"]

/** The name of a file about one event: its id, where its bytes say one. */
const idOf = (bytes: string, place: number): string =>
  /"id":"([0-9a-f-]{36})"/u.exec(bytes)?.[1] ?? `place-${place}`

/** Makes the buttons save what they say. */
export const savingHere = (file: AwardFile, bytes: Uint8Array): void => {
  const name = `${file.scheme}-${file.school}`
  const { log, streams } = file
  const [own] = streams
  onClick("save-file", () => save(bytes, `award-${name}.json`, json))
  onClick("save-events", () => {
    const lines = streams.flatMap(({ events }) => events.map((event) => `${event.bytes}\n`))
    save(lines.join(""), `events-${name}.jsonl`, json)
  })
  const here = () => Number(the("slider", HTMLInputElement).value)
  onClick("save-event", () => {
    const event = own.events[here()]
    if (event !== undefined) save(event.bytes, `event-${idOf(event.bytes, here())}.json`, json)
  })
  onClick("save-proof", () => {
    const event = own.events[here()]
    if (event?.place === undefined || log === undefined) {
      return show("walk-told", "The file holds no proof of this event: nothing in it is signed.")
    }
    const { index, proof } = event.place
    const { checkpoint } = log
    try {
      const hashes = proof.map((hash) => fromBase64(hash))
      const text = writeTlogProof({ index, proof: hashes, checkpoint, extra: undefined })
      save(text, `event-${idOf(event.bytes, here())}.tlog-proof`, plain)
    } catch (error) {
      show("walk-told", error instanceof Error ? error.message : String(error))
    }
  })
  const signed = [
    ["save-checkpoint", log?.checkpoint, "checkpoint"],
    ["save-head", log?.head, `head-${name}`]
  ] as const
  for (const [id, note, as] of signed) {
    the(id, HTMLButtonElement).hidden = note === undefined
    onClick(id, () => save(note ?? "", as, plain))
  }
}
