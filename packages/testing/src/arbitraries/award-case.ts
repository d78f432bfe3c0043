// Whole cases of the award rule: a criteria set, a rule that goes with it, judgements, and evidence or none.
import type { AwardCase } from "@lcqm/core"
import * as fc from "fast-check"
import { anyCriteriaSet, type CriteriaSetOptions } from "./criteria-set.ts"
import { anyEvidenceCounts } from "./evidence-counts.ts"
import { anyJudgementSet, type JudgementSetOptions } from "./judgement-set.ts"
import { anyRuleSetFor } from "./rule-set.ts"

/** What a case may hold. */
export interface AwardCaseOptions extends CriteriaSetOptions, JudgementSetOptions {
  /** Whether the evidence gate is put to some of the cases (default true). */
  readonly evidence?: boolean
}

/**
 * Any case that may be put to the award rule. Where the cap permits setting whole themes aside, nothing may
 * apply; `derive` refuses such a case. Shrinks to one criterion judged at one level.
 * @example
 * ```ts
 * import { derive } from "@lcqm/core"
 * import { anyAwardCase } from "@lcqm/testing/arbitraries"
 * import { Result } from "effect"
 * import fc from "fast-check"
 * const drawn = fc.sample(anyAwardCase(), { seed: 1, numRuns: 300 }).map((input) => derive(input))
 * const reached = drawn.flatMap((result) => (Result.isSuccess(result) ? [result.success.level] : []))
 * ["none", "bronze", "silver", "gold"].every((level) => reached.some((each) => each === level)) // => true
 * ```
 */
export const anyAwardCase = (options: AwardCaseOptions = {}): fc.Arbitrary<AwardCase> =>
  anyCriteriaSet(options).chain((criteriaSet) =>
    anyRuleSetFor(criteriaSet).chain((rule) =>
      fc
        .record({
          judgements: anyJudgementSet(criteriaSet, rule, options),
          evidence:
            options.evidence === false
              ? fc.constant(undefined)
              : fc.option(anyEvidenceCounts(criteriaSet), { nil: undefined })
        })
        .map(({ evidence, judgements }) => ({
          criteriaSet,
          rule,
          judgements,
          ...(evidence === undefined ? {} : { evidence })
        }))
    )
  )
