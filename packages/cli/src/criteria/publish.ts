// `lcqm criteria publish FILE`: a version of the scheme's criteria set, once and for ever.
import { PartialDate } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags, today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Path } from "../given/flags.ts"
import { criteriaSetOf } from "../given/pinned.ts"

const decodeFlags = flagsOf("lcqm criteria publish", {
  ...givingFlags,
  file: Path,
  inForceFrom: Schema.optionalKey(PartialDate)
})

/** Publishes a criteria set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { file, inForceFrom, scheme } = flags
  const { value: criteriaSet } = yield* criteriaSetOf(file, "FILE", streams)
  const publishedOn = flags.on ?? (yield* today)
  const force = inForceFrom === undefined ? {} : { inForceFrom }
  const data = { scheme, criteriaSet, publishedOn, ...force }
  yield* give(given, flags, { type: "PublishCriteriaSet", data }, streams, ({ events }) => {
    const published = events.find((event) => event.type === "CriteriaSetPublished.v1")
    if (published?.type !== "CriteriaSetPublished.v1") return ""
    const { version } = criteriaSet
    return `Schools enrol by it with --criteria ${version}, from ${published.data.inForceFrom} on.\n`
  })
  return exitCodes.ok
})
