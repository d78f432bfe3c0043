// `lcqm criteria answer VERSION`: what came of a comment, and what is answered to it.
import { CommentId, CommentOutcome, Version } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { give, givingFlags } from "../command/give.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf } from "../given/flags.ts"
import { aboutFlag, textGiven, Words } from "../given/texts.ts"

const decodeFlags = flagsOf("lcqm criteria answer", {
  ...givingFlags,
  ...aboutFlag,
  version: Version,
  comment: CommentId,
  outcome: CommentOutcome,
  answer: Words
})

/** Answers a comment. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const { about, answer, comment, outcome, scheme, version } = flags
  const data = { scheme, version, comment, outcome, answer: textGiven(answer, about) }
  yield* give(given, flags, { type: "AnswerComment", data }, streams)
  return exitCodes.ok
})
