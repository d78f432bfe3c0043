// `lcqm ruleset diff BEFORE AFTER`: which parameters two rules set differently.
import { diffRuleSets, ruleSetDifferenceSentences, SchemeId } from "@lcqm/core"
import { Effect } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { onceFromStandardInput } from "../given/pinned.ts"
import { storeFlag } from "../given/store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { printable } from "../telling/printable.ts"
import { ruleSetNamed } from "../version/named.ts"

const decodeFlags = flagsOf("lcqm ruleset diff", {
  ...storeFlag,
  before: Path,
  after: Path,
  scheme: SchemeId,
  json: Json
})

/** Tells how two rules differ. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { after, before, json, scheme, store } = yield* decodeFlags(given)
  yield* onceFromStandardInput({ BEFORE: before, AFTER: after })
  const from = yield* ruleSetNamed(given, { name: before, flag: "BEFORE", scheme, store }, streams)
  const to = yield* ruleSetNamed(given, { name: after, flag: "AFTER", scheme, store }, streams)
  const changes = diffRuleSets(from, to)
  const sentences = ruleSetDifferenceSentences(changes)
  const text =
    sentences.length === 0
      ? "They set every parameter alike.\n"
      : sentences.map((sentence) => `${printable(sentence)}\n`).join("")
  yield* Effect.promise(() => streams.out(json === true ? jsonLine(plain({ changes, sentences })) : text))
  return exitCodes.ok
})
