// What a reader must be told before the answer: that the criteria are a sample, or which rule was taken because
// none was given. Where stdout is for machines it goes to stderr, so that stdout holds results alone.
import { Effect } from "effect"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

/** How the results are written: for a person, as JSON because a flag says so, or as JSON in any case. */
export type Form = "text" | "json" | "batch"

/** Tells the notes. */
export const tellNotes = (
  notes: ReadonlyArray<string>,
  form: Form,
  { colours, err, out }: Pick<Streams, "colours" | "err" | "out">
): Effect.Effect<void> => {
  if (notes.length === 0) return Effect.void
  const lines = notes.map(printable)
  return Effect.promise(() => {
    if (form === "json") return err(jsonLine({ notes }))
    return form === "batch"
      ? err(lines.map((line) => `lcqm: ${line}\n`).join(""))
      : out(`${lines.map((line) => `${colours.dim(line)}\n`).join("")}\n`)
  })
}
