// `lcqm ruleset publish FILE`: a version of the rule that the scheme judges by, once and for ever.
import { longestNotice, PartialDate, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags, today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Path, wholeNumber } from "../given/flags.ts"
import { ruleSetOf } from "../given/pinned.ts"
import { publishedText } from "../version/text.ts"

const decodeFlags = flagsOf("lcqm ruleset publish", {
  ...givingFlags,
  file: Path,
  as: Schema.optionalKey(Version),
  inForceFrom: Schema.optionalKey(PartialDate),
  leastNotice: Schema.optionalKey(wholeNumber("a notice in days", 0, longestNotice))
})

/** Publishes a rule set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { as: publishedAs, file, inForceFrom, leastNotice, scheme } = flags
  const { value: ruleSet } = yield* ruleSetOf(file, "FILE", streams)
  const publishedOn = flags.on ?? (yield* today)
  const data = {
    scheme,
    ruleSet,
    publishedOn,
    ...(publishedAs === undefined ? {} : { publishedAs }),
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(leastNotice === undefined ? {} : { leastNotice })
  }
  yield* give(given, flags, { type: "PublishRuleSet", data }, streams, ({ events: [published] }) =>
    published?.type === "RuleSetPublished.v1"
      ? publishedText("--rule", publishedAs ?? ruleSet.version, published.data)
      : ""
  )
  return exitCodes.ok
})
