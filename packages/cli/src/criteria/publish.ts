// `lcqm criteria publish FILE` or `--draft VERSION`: a version of the scheme's criteria set, once and for ever.
import { longestNotice, PartialDate, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { type Asked, give, givingFlags, today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { badInput, commandLine } from "../failure.ts"
import { flagsOf, Path, wholeNumber } from "../given/flags.ts"
import { criteriaSetOf } from "../given/pinned.ts"
import { publishedText } from "../version/text.ts"

const decodeFlags = flagsOf("lcqm criteria publish", {
  ...givingFlags,
  file: Schema.optionalKey(Path),
  draft: Schema.optionalKey(Version),
  inForceFrom: Schema.optionalKey(PartialDate),
  leastNotice: Schema.optionalKey(wholeNumber("a notice in days", 0, longestNotice))
})

/** Publishes a criteria set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { draft, file, inForceFrom, leastNotice, scheme } = flags
  const dates = {
    publishedOn: flags.on ?? (yield* today),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(leastNotice === undefined ? {} : { leastNotice })
  }
  if ((file === undefined) === (draft === undefined)) {
    const got = file === undefined ? "neither" : "both"
    const expected = "either the file of a criteria set, or --draft VERSION"
    return yield* Effect.fail(
      badInput("criteria set to publish", commandLine, { path: "FILE", expected, got })
    )
  }
  const criteriaSet = file === undefined ? undefined : (yield* criteriaSetOf(file, "FILE", streams)).value
  const version = criteriaSet?.version ?? draft ?? ""
  const asked: Asked =
    criteriaSet === undefined
      ? { type: "PublishDraft", data: { scheme, version, ...dates } }
      : { type: "PublishCriteriaSet", data: { scheme, criteriaSet, ...dates } }
  yield* give(given, flags, asked, streams, ({ events }) => {
    const published = events.find((event) => event.type === "CriteriaSetPublished.v1")
    return published?.type === "CriteriaSetPublished.v1"
      ? publishedText("--criteria", version, published.data)
      : ""
  })
  return exitCodes.ok
})
