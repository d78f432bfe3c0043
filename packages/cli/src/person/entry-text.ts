// A person's entry for a person to read.
import type { PersonDetails, PersonRef } from "@lcqm/core"
import { printable } from "../telling/printable.ts"
import { type KeyState, keyText } from "./key-state.ts"

const lines = (label: string, text: string | undefined): ReadonlyArray<string> =>
  text === undefined
    ? []
    : text.split("\n").map((line, at) => `  ${(at === 0 ? label : "").padEnd(8)} ${printable(line)}`)

/** Who somebody is, a line each. */
export const entryText = (person: PersonRef, details: PersonDetails | undefined, key: KeyState): string =>
  [
    `${person}${details === undefined ? " is not in the people register" : ""}`,
    ...lines("Name", details?.name),
    ...lines("Address", details?.address),
    ...lines("Role", details?.role),
    ...lines("Key", keyText[key]),
    ""
  ].join("\n")
