// `lcqm ruleset publish FILE`: a version of the rule that the scheme judges by, once and for ever.
import { PartialDate, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags, today } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Path } from "../given/flags.ts"
import { ruleSetOf } from "../given/pinned.ts"

const decodeFlags = flagsOf("lcqm ruleset publish", {
  ...givingFlags,
  file: Path,
  as: Schema.optionalKey(Version),
  inForceFrom: Schema.optionalKey(PartialDate)
})

/** Publishes a rule set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { as: publishedAs, file, inForceFrom, scheme } = flags
  const { value: ruleSet } = yield* ruleSetOf(file, "FILE", streams)
  const publishedOn = flags.on ?? (yield* today)
  const data = {
    scheme,
    ruleSet,
    publishedOn,
    ...(publishedAs === undefined ? {} : { publishedAs }),
    ...(inForceFrom === undefined ? {} : { inForceFrom })
  }
  yield* give(given, flags, { type: "PublishRuleSet", data }, streams, ({ events: [published] }) =>
    published?.type === "RuleSetPublished.v1"
      ? `Schools enrol by it with --rule ${publishedAs ?? ruleSet.version}, from ${published.data.inForceFrom} on.\n`
      : ""
  )
  return exitCodes.ok
})
