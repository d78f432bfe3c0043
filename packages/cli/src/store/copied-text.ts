// What a copy or an import came to, and why it did not, as this program tells it.
import type { Copied, ImportError } from "@lcqm/core"
import { badInput, type Failure } from "../failure.ts"
import { toldFailure } from "../told-failure.ts"
import { counted } from "../telling/counted.ts"
import { printable } from "../telling/printable.ts"

/** What it came to, in a line. */
export const copiedText = (to: string, { appended, events, held, root }: Copied): string => {
  const news =
    appended === 0 ? "It held them all already" : `New are ${appended}, and ${held} were there before`
  return `${printable(to)} holds ${counted(events, "event")}, verified. ${news}.\nRoot ${root}\n`
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
