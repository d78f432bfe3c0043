// What is held about somebody, for a person to read.
import type { PersonDetails, PersonRef } from "@lcqm/core"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"
import { table } from "../telling/table.ts"
import { wrapped } from "../telling/wrapped.ts"
import { entryText } from "./entry-text.ts"
import type { EventAbout } from "./held.ts"
import type { KeyState } from "./key-state.ts"
import type { TextAbout } from "./texts.ts"

/** What is held about a person: in the register, on the key ring, and in the store. */
export interface PersonReport {
  readonly person: PersonRef
  /** Undefined where the register does not know them. */
  readonly details: PersonDetails | undefined
  readonly key: KeyState
  readonly events: ReadonlyArray<EventAbout>
  readonly sealedTexts: number
  readonly openTexts: number
  /** The texts themselves, where they were asked for. */
  readonly texts: ReadonlyArray<TextAbout> | undefined
}

const counts = ({ key, openTexts, sealedTexts }: PersonReport): string => {
  const gone = key === "forgotten" && sealedTexts > 0 ? ", which nobody opens any more" : ""
  return `${counted(sealedTexts, "sealed text")}${gone}, and ${openTexts} not sealed`
}

/** The report as text. */
export const reportText = (report: PersonReport): string => {
  const { details, events, key, person } = report
  const entry = entryText(person, details, key)
  if (events.length === 0) return `${entry}\nThe store says nothing of them.\n`
  const columns = ["Stream", "Revision", "Type", "Happened", "Where", "As"].map((title) => ({ title }))
  const rows = events.flatMap(({ occurredOn, places, revision, stream, type }) =>
    places.map(({ as, path }, at) =>
      at === 0 ? [stream, revision, type, occurredOn, path, as] : ["", "", "", "", path, as]
    )
  )
  const beyond =
    "This is what the store, the register and the key ring hold. Reports, exports and letters that were made of it, and backups, are elsewhere."
  const said = (report.texts ?? []).map(
    ({ revision, stream, text }) =>
      `${printable(`${stream} ${revision}`)}\n${wrapped(`  ${printable(text)}`, 2)}\n`
  )
  return `${entry}\n${counted(events.length, "event")} about them: ${counts(report)}\n\n${table(columns, rows)}\n${said.length === 0 ? "" : `${said.join("")}\n`}${wrapped(beyond, 0)}\n`
}
