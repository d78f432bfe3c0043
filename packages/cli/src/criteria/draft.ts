// `lcqm criteria draft FILE`: a draft, or what of it is new. Given again it drafts only the themes that changed.
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Path } from "../given/flags.ts"
import { criteriaSetOf } from "../given/pinned.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm criteria draft", { ...givingFlags, file: Path })

/** Drafts a criteria set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { value: criteriaSet } = yield* criteriaSetOf(flags.file, "FILE", streams)
  const data = { scheme: flags.scheme, criteriaSet }
  yield* give(given, flags, { type: "DraftCriteriaSet", data }, streams, ({ events }) => {
    const drafted = events.flatMap((event) => (event.type === "ThemeDrafted.v1" ? [event.data.theme.id] : []))
    const dropped = events.flatMap((event) => (event.type === "ThemeDropped.v1" ? [event.data.theme] : []))
    // A theme that only moved is dropped and drafted again.
    const gone = dropped.filter((theme) => !drafted.includes(theme))
    return [
      drafted.length === 0 ? "" : `Drafted: ${printable(drafted.join(", "))}.\n`,
      gone.length === 0 ? "" : `Taken out: ${printable(gone.join(", "))}.\n`
    ].join("")
  })
  return exitCodes.ok
})
