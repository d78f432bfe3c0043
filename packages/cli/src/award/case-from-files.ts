// One case for the award rule, read from the files the command line names.
import {
  type AwardCase,
  type CriteriaSet,
  decodeEvidence,
  decodeJudgements,
  type EvidenceCounts,
  type RuleSet
} from "@lcqm/core"
import { Effect, Result, Schema } from "effect"
import { type BadInput, malformedIn } from "../failure.ts"
import { Json, Path } from "../given/flags.ts"
import { criteriaSetOf, goTogether, onceFromStandardInput, type Pinned, ruleSetOf } from "../given/pinned.ts"
import { type Named, readJson, sourceOf } from "../given/read-text.ts"
import type { Streams } from "../streams.ts"

/** The flags of every command that judges one case. */
export const caseFlags = {
  criteria: Schema.optionalKey(Path),
  rule: Schema.optionalKey(Path),
  judgements: Path,
  evidence: Schema.optionalKey(Path),
  json: Json
}

/** Those flags, decoded. */
export interface CaseFlags {
  readonly criteria?: string
  readonly rule?: string
  readonly judgements: string
  readonly evidence?: string
}

/** A case, and what its reader must be told of it. */
export interface CaseFromFiles {
  readonly input: AwardCase
  /** Where the judgements came from: what errors about the case name. */
  readonly source: string
  readonly notes: ReadonlyArray<string>
}

/** What must be told of the criteria set and the rule in use. */
export const notesOn = (...pinned: ReadonlyArray<Pinned<unknown>>): ReadonlyArray<string> =>
  pinned.flatMap(({ note }) => note ?? [])

/** The judgements in a file. */
const readJudgements = (named: Named, criteriaSet: CriteriaSet, rule: RuleSet, streams: Streams) =>
  Effect.flatMap(readJson("set of judgements", named, streams), (input) =>
    Effect.fromResult(
      Result.mapError(decodeJudgements(input, criteriaSet, rule), malformedIn(sourceOf(named)))
    )
  )

const readEvidence = (
  named: Named,
  criteriaSet: CriteriaSet,
  streams: Streams
): Effect.Effect<EvidenceCounts, BadInput> =>
  Effect.flatMap(readJson("set of evidence counts", named, streams), (input) =>
    Effect.fromResult(Result.mapError(decodeEvidence(input, criteriaSet), malformedIn(sourceOf(named))))
  )

/** Reads the case. Everything is read and checked before anything is answered. */
export const caseFromFiles = Effect.fnUntraced(function* (flags: CaseFlags, streams: Streams) {
  yield* onceFromStandardInput({
    "--criteria": flags.criteria,
    "--rule": flags.rule,
    "--judgements": flags.judgements,
    "--evidence": flags.evidence
  })
  const criteria = yield* criteriaSetOf(flags.criteria, "--criteria", streams)
  const rule = yield* ruleSetOf(flags.rule, "--rule", streams)
  yield* goTogether(rule, criteria)
  const named = { name: flags.judgements, flag: "--judgements" }
  const judgements = yield* readJudgements(named, criteria.value, rule.value, streams)
  const evidence =
    flags.evidence === undefined
      ? {}
      : {
          evidence: yield* readEvidence({ name: flags.evidence, flag: "--evidence" }, criteria.value, streams)
        }
  const input: AwardCase = { criteriaSet: criteria.value, rule: rule.value, judgements, ...evidence }
  return { input, source: sourceOf(named), notes: notesOn(criteria, rule) } satisfies CaseFromFiles
})
