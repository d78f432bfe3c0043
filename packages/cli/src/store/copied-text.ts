// What a copy or an import came to, and why it did not, as this program tells it.
import type { Copied, ImportError } from "@lcqm/core"
import { badInput, type Failure } from "../failure.ts"
import { toldFailure } from "../told-failure.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"

/** What was brought, and into which store, by the name that it has in errors: a URL may hold a password. */
export interface CopiedInto extends Copied {
  readonly store: string
}

/** What it came to, in a line. */
export const copiedText = ({ appended, events, held, root, store }: CopiedInto): string => {
  const news =
    appended === 0 ? "It held them all already" : `New are ${appended}, and ${held} were there before`
  return `${printable(store)} holds ${counted(events, "event")}, verified. ${news}.\nRoot ${root}\n`
}

/** Tells of a line that is no event as of other bad input, and of everything else by its own name. */
export const notImported =
  (source: string) =>
  (failure: ImportError): Failure => {
    if (failure._tag !== "LineNotAnEvent") return toldFailure(source)(failure)
    const { expected, got, line } = failure
    const remedy = "Nothing was written. Export the events again, or fetch the file anew."
    return badInput("file of events", source, { path: `line ${line}`, expected, got }, remedy)
  }
