// `lcqm criteria diff BEFORE AFTER`: how two versions differ, and what is proposed that the old criteria become.
import {
  criteriaDifferenceSentences,
  diffCriteriaSets,
  type ProposedEquivalent,
  proposeMigration,
  SchemeId
} from "@lcqm/core"
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { onceFromStandardInput } from "../given/pinned.ts"
import { storeFlag } from "../given/store.ts"
import { jsonLine } from "../telling/json.ts"
import { plain } from "../telling/plain.ts"
import { printable } from "../telling/printable.ts"
import { wrapped } from "../telling/wrapped.ts"
import { criteriaSetNamed } from "../version/named.ts"

const decodeFlags = flagsOf("lcqm criteria diff", {
  ...storeFlag,
  before: Path,
  after: Path,
  migration: Schema.optionalKey(Schema.Boolean),
  scheme: SchemeId,
  json: Json
})

const proposalText = ({ because, criterion, equivalent }: ProposedEquivalent): string =>
  "becomes" in equivalent
    ? `${criterion} becomes ${equivalent.becomes.join(", ")} (${because}).`
    : `${criterion} has no equivalent (${because}).`

const lines = (sentences: ReadonlyArray<string>): string =>
  sentences.map((sentence) => `${wrapped(printable(sentence))}\n`).join("")

/** Tells how two versions differ. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { after, before, json, migration: mapOnly, scheme, store } = yield* decodeFlags(given)
  yield* onceFromStandardInput({ BEFORE: before, AFTER: after })
  const from = yield* criteriaSetNamed(given, { name: before, flag: "BEFORE", scheme, store }, streams)
  const to = yield* criteriaSetNamed(given, { name: after, flag: "AFTER", scheme, store }, streams)
  const difference = diffCriteriaSets(from, to)
  const { migration, proposals } = proposeMigration(from, to)
  const sentences = criteriaDifferenceSentences(difference)
  const text =
    sentences.length === 0
      ? "They say the same, word for word.\n"
      : lines(sentences) +
        (proposals.length === 0
          ? ""
          : `\nProposed, for a person to look at (--migration prints the map):\n${lines(proposals.map(proposalText))}`)
  const answer =
    mapOnly === true
      ? jsonLine(migration)
      : json === true
        ? jsonLine(plain({ ...difference, sentences, migration, proposals }))
        : text
  yield* Effect.promise(() => streams.out(answer))
  return exitCodes.ok
})
