// `lcqm rule check FILE`: whether a file is a rule, and with --criteria whether it can judge by that criteria set.
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { criteriaSetOf, goTogether, onceFromStandardInput, ruleSetOf } from "../given/pinned.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"

const decodeFlags = flagsOf("lcqm rule check", { file: Path, json: Json, criteria: Schema.optionalKey(Path) })

/** Checks a rule. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { criteria: setName, file, json } = yield* decodeFlags(given)
  yield* onceFromStandardInput({ FILE: file, "--criteria": setName })
  const rule = yield* ruleSetOf(file, "FILE", streams)
  const set = setName === undefined ? undefined : yield* criteriaSetOf(setName, "--criteria", streams)
  if (set !== undefined) yield* goTogether(rule, set)
  const { algorithm, id, version } = rule.value
  const setNamed = set === undefined ? {} : { criteriaSet: { id: set.value.id, version: set.value.version } }
  const judgesBy = set === undefined ? "" : ` It goes with criteria set ${set.value.id} ${set.value.version}.`
  yield* Effect.promise(() =>
    streams.out(
      json === true
        ? jsonLine({ ok: true, id, version, algorithm, ...setNamed })
        : `${printable(`This is a rule: ${id} ${version}, read as ${algorithm}.${judgesBy}`)}\n`
    )
  )
  return exitCodes.ok
})
