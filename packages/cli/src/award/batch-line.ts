// One line of a batch: a case in, its result or what is wrong with it out.
import {
  type AwardCase,
  type AwardRefusal,
  type CriteriaSet,
  decodeCriteriaSet,
  decodeEvidence,
  decodeJudgements,
  decodeRuleSet,
  decoderOf,
  derive,
  explain,
  type InterchangeResult,
  type Malformed,
  type PresetName,
  presets,
  type Problem,
  type RuleSet,
  toInterchange
} from "@lcqm/core"
import { Result, Schema } from "effect"

/** What the lines leave out, and whether their explanations are asked for. */
export interface Defaults {
  readonly criteriaSet: CriteriaSet
  readonly rule: RuleSet
  readonly reasons: boolean
}

const decodeLine = decoderOf(
  "case",
  Schema.Struct({
    criteriaSet: Schema.optionalKey(Schema.Unknown),
    rule: Schema.optionalKey(Schema.Unknown),
    judgements: Schema.Unknown,
    evidence: Schema.optionalKey(Schema.Unknown)
  })
)

/** The first thing wrong, under the key of the line it is in: the form of a batch has room for one. */
export const firstUnder =
  (key: string) =>
  ({ problems: [{ expected, got, path }] }: Malformed): Problem => ({
    path: key === "" || path === "" ? `${key}${path}` : `${key}.${path}`,
    expected,
    got
  })

const told = ({ expected, got, path }: AwardRefusal): Problem => ({ path, expected, got })

const isPreset = (input: unknown): input is PresetName =>
  typeof input === "string" && Object.hasOwn(presets, input)

const criteriaSetIn = (input: unknown, { criteriaSet }: Defaults): Result.Result<CriteriaSet, Problem> =>
  input === undefined
    ? Result.succeed(criteriaSet)
    : Result.mapError(decodeCriteriaSet(input), firstUnder("criteriaSet"))

const ruleIn = (input: unknown, { rule }: Defaults): Result.Result<RuleSet, Problem> => {
  if (input === undefined) return Result.succeed(rule)
  if (isPreset(input)) return Result.succeed(presets[input])
  return Result.mapError(decodeRuleSet(input), firstUnder("rule"))
}

const caseIn = (input: unknown, defaults: Defaults): Result.Result<AwardCase, Problem> =>
  Result.gen(function* () {
    const line = yield* Result.mapError(decodeLine(input), firstUnder(""))
    const criteriaSet = yield* criteriaSetIn(line.criteriaSet, defaults)
    const rule = yield* ruleIn(line.rule, defaults)
    const judgements = yield* Result.mapError(
      decodeJudgements(line.judgements, criteriaSet, rule),
      firstUnder("judgements")
    )
    if (line.evidence === undefined) return { criteriaSet, rule, judgements }
    const evidence = yield* Result.mapError(
      decodeEvidence(line.evidence, criteriaSet),
      firstUnder("evidence")
    )
    return { criteriaSet, rule, judgements, evidence }
  })

/** The result of the case in a line, as parsed; or the first thing that is wrong with it. */
export const resultOfLine = (
  input: unknown,
  defaults: Defaults
): Result.Result<InterchangeResult, Problem> => {
  const found = caseIn(input, defaults)
  if (Result.isFailure(found)) return Result.fail(found.failure)
  const indicated = derive(found.success)
  if (Result.isFailure(indicated)) return Result.fail(told(indicated.failure))
  if (!defaults.reasons) return Result.succeed(toInterchange(indicated.success))
  const tree = explain(found.success)
  return Result.isFailure(tree)
    ? Result.fail(told(tree.failure))
    : Result.succeed(toInterchange(indicated.success, tree.success))
}
