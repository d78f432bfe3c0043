// `lcqm criteria check FILE`: whether a file is a criteria set, and with --rule whether that rule can judge by it.
import { Effect, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { criteriaSetOf, goTogether, onceFromStandardInput, ruleSetOf } from "../given/pinned.ts"
import { jsonLine } from "../telling/json.ts"
import { printable } from "../telling/printable.ts"
import { criteriaIn, summary } from "./text.ts"

const decodeFlags = flagsOf("lcqm criteria check", { file: Path, json: Json, rule: Schema.optionalKey(Path) })

/** Checks a criteria set. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const { file, json, rule: ruleName } = yield* decodeFlags(given)
  yield* onceFromStandardInput({ FILE: file, "--rule": ruleName })
  const set = yield* criteriaSetOf(file, "FILE", streams)
  const rule = ruleName === undefined ? undefined : yield* ruleSetOf(ruleName, "--rule", streams)
  if (rule !== undefined) yield* goTogether(rule, set)
  const { id, themes, version } = set.value
  const ruleNamed = rule === undefined ? {} : { rule: { id: rule.value.id, version: rule.value.version } }
  const judgedBy = rule === undefined ? "" : ` It goes with rule ${rule.value.id} ${rule.value.version}.`
  yield* Effect.promise(() =>
    streams.out(
      json === true
        ? jsonLine({
            ok: true,
            id,
            version,
            themes: themes.length,
            criteria: criteriaIn(set.value),
            ...ruleNamed
          })
        : `This is a criteria set: ${summary(set.value)}.${printable(judgedBy)}\n`
    )
  )
  return exitCodes.ok
})
