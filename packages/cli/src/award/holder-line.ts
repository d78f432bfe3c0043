// One line of a dry run's holders: who, and their judgements (and evidence counts) under what holds now.
import {
  type CriteriaAndRule,
  decodeEvidence,
  decodeJudgements,
  decoderOf,
  type Holder,
  longestHolder,
  type Problem
} from "@lcqm/core"
import { Result, Schema } from "effect"
import { firstUnder } from "./batch-line.ts"

const decodeLine = decoderOf(
  "holder",
  Schema.Struct({
    holder: Schema.String.check(
      Schema.isMinLength(1, { expected: "who it is: a text of at least one character" }),
      Schema.isMaxLength(longestHolder, {
        expected: `who it is: a text of at most ${longestHolder} characters`
      })
    ),
    judgements: Schema.Unknown,
    evidence: Schema.optionalKey(Schema.Unknown)
  })
)

/** The holder in a line, as parsed; or the first thing that is wrong with it. */
export const holderInLine = (
  input: unknown,
  { criteriaSet, rule }: CriteriaAndRule
): Result.Result<Holder, Problem> =>
  Result.gen(function* () {
    const line = yield* Result.mapError(decodeLine(input), firstUnder(""))
    const judgements = yield* Result.mapError(
      decodeJudgements(line.judgements, criteriaSet, rule),
      firstUnder("judgements")
    )
    const { holder } = line
    if (line.evidence === undefined) return { holder, judgements }
    const evidence = yield* Result.mapError(
      decodeEvidence(line.evidence, criteriaSet),
      firstUnder("evidence")
    )
    return { holder, judgements, evidence }
  })
