// What erasing somebody did, and what it leaves to do.
import type { PersonRef } from "@lcqm/core"
import { wrapped } from "../telling/wrapped.ts"
import type { ToPurge } from "./purge.ts"
import type { Unchecked } from "./unchecked.ts"

/** Whether something went now, had gone before, or was never there. */
export type WasThere = "now" | "before" | "never"

/** What was done. */
export interface Erased {
  readonly person: PersonRef
  /** What the request is filed under. */
  readonly request: string
  /** Where it is recorded. */
  readonly stream: string
  readonly recorded: "now" | "before"
  readonly key: WasThere
  /** Their entry in the register; "never" also where it was removed before. */
  readonly entry: WasThere
  /** What could not be checked; nothing, where their key was read before it was forgotten. */
  readonly unchecked: ReadonlyArray<Unchecked>
  readonly toPurge: ReadonlyArray<ToPurge>
}

const keyText: Readonly<Record<WasThere, string>> = {
  now: "forgotten: what was sealed under it is never opened again",
  before: "was forgotten before",
  never: "there was none; none is made from now on"
}

const list = (each: ReadonlyArray<ToPurge | Unchecked>): ReadonlyArray<string> =>
  each.map(({ what, why }) => wrapped(`  - ${what}: ${why}`, 4))

/** The same as text. */
export const erasedText = ({
  entry,
  key,
  person,
  recorded,
  request,
  stream,
  toPurge,
  unchecked
}: Erased): string =>
  [
    `${person} is erased, for the request ${request}.`,
    `  Record   ${recorded === "now" ? `PersonErased in ${stream}` : `was in ${stream} before`}`,
    `  Key      ${keyText[key]}`,
    `  Entry    ${entry === "now" ? "removed from the people register" : "there was none, or not any more"}`,
    "",
    ...(unchecked.length === 0 ? [] : ["Not checked:", ...list(unchecked), ""]),
    "Still to do, since copies elsewhere are not reached from here:",
    ...list(toPurge),
    ""
  ].join("\n")
