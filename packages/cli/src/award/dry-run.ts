// `lcqm award dry-run`: before a changed rule or criteria set is in force, who would gain, lose or stay, and why.
import { decodeMigration, dryRun, type DryRunChange, type Holder, type Migration, SchemeId } from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import type { Run } from "../carry-out.ts"
import { exitCodes } from "../exit-codes.ts"
import { type BadInput, badInput, commandLine, malformedIn } from "../failure.ts"
import { flagsOf, Json, Path } from "../given/flags.ts"
import { bytesOf, jsonLinesExpected, lineGroups } from "../given/json-lines.ts"
import { criteriaSetOf, goTogether, onceFromStandardInput, ruleSetOf } from "../given/pinned.ts"
import { readingFrom, readJson, sourceOf } from "../given/read-text.ts"
import { storeFlag, storeGiven } from "../given/store.ts"
import type { Streams } from "../streams.ts"
import { jsonLine } from "../telling/json.ts"
import { cannotChange } from "./cannot-change.ts"
import { notesOn } from "./case-from-files.ts"
import { dryRunOverStore } from "./dry-run-over-store.ts"
import { changeText, holderText, noVerdicts, type Verdicts, verdictsText } from "./dry-run-text.ts"
import { holderInLine } from "./holder-line.ts"
import { tellNotes } from "./notes.ts"

const JudgementSet = Schema.Literals(["self", "assessor", "agreed"])

const decodeFlags = flagsOf("lcqm award dry-run", {
  criteria: Schema.optionalKey(Path),
  criteriaNew: Schema.optionalKey(Path),
  migration: Schema.optionalKey(Path),
  rule: Schema.optionalKey(Path),
  ruleNow: Schema.optionalKey(Path),
  holders: Schema.optionalKey(Path),
  set: Schema.optionalKey(JudgementSet),
  scheme: SchemeId,
  ...storeFlag,
  json: Json
})

// What holds now is what each school of a store is pinned to, and whose judgements a file of holders gives it says.
const onlyForAFile = ["criteria", "ruleNow"] as const
const onlyForAStore = ["set", "store"] as const

const migrationOf = (name: string, streams: Streams): Effect.Effect<Migration, BadInput> => {
  const named = { name, flag: "--migration" }
  return Effect.flatMap(readJson("migration map", named, streams), (input) =>
    Effect.fromResult(Result.mapError(decodeMigration(input), malformedIn(sourceOf(named))))
  )
}

const putToAll = async (
  bytes: AsyncIterable<Buffer>,
  change: DryRunChange,
  json: boolean,
  streams: Streams
): Promise<Verdicts> => {
  const verdicts = noVerdicts()
  const resultFor = (holder: Holder) => {
    const [result] = Result.getOrThrow(dryRun(change, [holder]))
    return result
  }
  for await (const group of lineGroups(bytes)) {
    let answers = ""
    for (const line of group) {
      const holder = line.ok ? holderInLine(line.value, change.before) : Result.fail(line.problem)
      if (Result.isFailure(holder)) {
        verdicts.wrong += 1
        const { expected, got, path } = holder.failure
        answers += json
          ? jsonLine({ error: holder.failure })
          : `(no holder)  ${path === "" ? "the whole line" : path}: expected ${expected}, got ${got}\n`
        continue
      }
      const result = resultFor(holder.success)
      if (result === undefined) continue
      verdicts[result.verdict] += 1
      answers += json ? jsonLine(result) : holderText(result)
    }
    await streams.out(answers)
  }
  return verdicts
}

/** Says what a change would do to each holder. */
export const run: Run = Effect.fnUntraced(function* (given, streams) {
  const flags = yield* decodeFlags(given)
  const json = flags.json === true
  if (flags.rule === undefined && flags.criteriaNew === undefined) {
    const expected = "the changed rule (--rule), the changed criteria set (--criteria-new), or both"
    const problem = { path: "--rule", expected, got: "neither" }
    return yield* Effect.fail(badInput("command line of lcqm award dry-run", commandLine, problem))
  }
  const { holders } = flags
  const amiss = (holders === undefined ? onlyForAFile : onlyForAStore).find((flag) => flag in given.flags)
  if (amiss !== undefined) {
    const [expected, got] =
      holders === undefined
        ? [
            "left out: the schools of a store are judged by what they are pinned to",
            "given without --holders"
          ]
        : ["either --holders FILE or the schools of a store", "given with --holders"]
    const problem = { path: amiss === "ruleNow" ? "--rule-now" : `--${amiss}`, expected, got }
    return yield* Effect.fail(badInput("command line of lcqm award dry-run", commandLine, problem))
  }
  yield* onceFromStandardInput({
    "--criteria": flags.criteria,
    "--criteria-new": flags.criteriaNew,
    "--migration": flags.migration,
    "--rule": flags.rule,
    "--rule-now": flags.ruleNow,
    "--holders": holders
  })
  if (holders === undefined) {
    const { criteriaNew, migration, rule, scheme, set = "agreed" } = flags
    const changed = {
      scheme,
      set,
      ...(rule === undefined ? {} : { rule: (yield* ruleSetOf(rule, "--rule", streams)).value }),
      ...(criteriaNew === undefined
        ? {}
        : { criteriaSet: (yield* criteriaSetOf(criteriaNew, "--criteria-new", streams)).value }),
      ...(migration === undefined ? {} : { migration: yield* migrationOf(migration, streams) })
    }
    yield* dryRunOverStore(storeGiven(given, flags.store), changed, json, streams)
    return exitCodes.ok
  }
  const criteria = yield* criteriaSetOf(flags.criteria, "--criteria", streams)
  const ruleNow = yield* ruleSetOf(flags.ruleNow, "--rule-now", streams)
  yield* goTogether(ruleNow, criteria)
  const criteriaAfter =
    flags.criteriaNew === undefined
      ? criteria
      : yield* criteriaSetOf(flags.criteriaNew, "--criteria-new", streams)
  const ruleAfter = flags.rule === undefined ? ruleNow : yield* ruleSetOf(flags.rule, "--rule", streams)
  yield* goTogether(ruleAfter, criteriaAfter)
  const change: DryRunChange = {
    before: { criteriaSet: criteria.value, rule: ruleNow.value },
    after: { criteriaSet: criteriaAfter.value, rule: ruleAfter.value },
    ...(flags.migration === undefined ? {} : { migration: yield* migrationOf(flags.migration, streams) })
  }
  // Whether the change can be put to anyone is known before the first holder is read.
  const source = flags.migration ?? "the change"
  yield* Effect.fromResult(Result.mapError(dryRun(change, []), cannotChange(source)))

  const named = { name: holders, flag: "--holders" }
  const bytes = yield* bytesOf(named, streams)
  yield* tellNotes(notesOn(criteria, ruleNow), json ? "json" : "text", streams)
  if (!json) yield* Effect.promise(() => streams.out(changeText(change)))
  const verdicts = yield* readingFrom(named, jsonLinesExpected, () => putToAll(bytes, change, json, streams))
  if (!json) yield* Effect.promise(() => streams.out(verdictsText(verdicts)))
  return verdicts.wrong === 0 ? exitCodes.ok : exitCodes.refused
})
