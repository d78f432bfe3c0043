// `lcqm criteria comment VERSION`: what somebody said of a draft that is out for comment.
import { CommentFrom, CommentId, CriterionId, ThemeId, Version } from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { aboutFlag, textGiven, Words } from "../given/texts.ts"

const decodeFlags = flagsOf("lcqm criteria comment", {
  ...givingFlags,
  ...aboutFlag,
  version: Version,
  comment: CommentId,
  said: Words,
  theme: Schema.optionalKey(ThemeId),
  criterion: Schema.optionalKey(CriterionId),
  from: Schema.optionalKey(CommentFrom)
})

/** Records a comment. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { about, comment, criterion, from, said, scheme, theme, version } = flags
  const data = {
    scheme,
    version,
    comment,
    ...(theme === undefined ? {} : { theme }),
    ...(criterion === undefined ? {} : { criterion }),
    ...(from === undefined ? {} : { from }),
    said: textGiven(said, about)
  }
  yield* give(given, flags, { type: "ReceiveComment", data }, streams)
  return exitCodes.ok
})
