// Judgements from outside, read against a criteria set and a rule.
import { Result } from "effect"
import type { CriteriaSet, CriterionId } from "../../criteria/set/criteria-set.ts"
import type { Level } from "../../vocabulary/level.ts"
import { decoderOf, type Malformed, malformed, type Problem, shown } from "../../vocabulary/malformed.ts"
import { criterionIdsOf } from "./criterion-ids.ts"
import { isSetAside, type Judgement, type JudgementSet, SetAside } from "./judgement.ts"
import type { RuleSet } from "../rule/rule-set.ts"
import { setAsideRefusals } from "./set-aside.ts"

const what = "set of judgements"

const decodeSetAside = decoderOf("judgement", SetAside)

const isLevel = (value: unknown): value is Level =>
  value === "none" || value === "bronze" || value === "silver" || value === "gold"

// A level is recognised here rather than by the schema's union, since thousands of judgement sets a second are
// read and nearly all judgements are levels; what is an object goes to the schema.
const decodeJudgement = (id: string, value: unknown): Result.Result<Judgement, ReadonlyArray<Problem>> => {
  if (isLevel(value)) return Result.succeed(value)
  if (typeof value !== "object" || value === null) {
    const expected = 'none, bronze, silver, gold or { "setAside": reason }'
    return Result.fail([{ path: id, expected, got: shown(value) }])
  }
  return Result.mapError(decodeSetAside(value), ({ problems }) =>
    problems.map(({ path, ...told }) => ({ path: path === "" ? id : `${id}.${path}`, ...told }))
  )
}

/**
 * Reads a judgement set from outside (parsed JSON) against a criteria set and a rule. Refused, each with its
 * criterion as the path: a criterion the set does not have, what is no judgement, setting aside an essential
 * criterion or more of a theme than the rule's `setAsideCap`. Fails with `Malformed`, which names every problem.
 * Source: design, "Interchange".
 * @example
 * ```ts
 * import { decodeJudgements, presets, sampleCriteriaSet } from "@lcqm/core"
 * import { Result } from "effect"
 * const read = decodeJudgements({ "leadership.coach": "gold" }, sampleCriteriaSet, presets["best-fit/1"])
 * Result.isFailure(read) && read.failure.problems[0].path // => "leadership.coach"
 * ```
 */
export const decodeJudgements = (
  input: unknown,
  criteriaSet: CriteriaSet,
  rule: Pick<RuleSet, "setAsideCap">
): Result.Result<JudgementSet, Malformed> => {
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return Result.fail(
      malformed(what, [{ path: "", expected: "judgements by criterion id", got: shown(input) }])
    )
  }
  const known = criterionIdsOf(criteriaSet)
  const problems: Array<Problem> = []
  const read: Array<readonly [CriterionId, Judgement]> = []
  for (const [id, value] of Object.entries(input)) {
    if (!known.has(id)) {
      problems.push({
        path: id,
        expected: `a criterion of ${criteriaSet.id} ${criteriaSet.version}`,
        got: shown(id)
      })
      continue
    }
    const judgement = decodeJudgement(id, value)
    if (Result.isSuccess(judgement)) read.push([id, judgement.success])
    else problems.push(...judgement.failure)
  }
  const judgements: JudgementSet = Object.fromEntries(read)
  if (read.some(([, judgement]) => isSetAside(judgement))) {
    for (const { path, expected, got } of setAsideRefusals(criteriaSet, rule, judgements)) {
      problems.push({ path, expected, got })
    }
  }
  const [first, ...rest] = problems
  return first === undefined ? Result.succeed(judgements) : Result.fail(malformed(what, [first, ...rest]))
}
