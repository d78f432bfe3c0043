// The criteria set and rule set a school's enrolment is pinned to, as facts of its decisions.
import { Result } from "effect"
import { checkRuleAgainst } from "../award/rule/rule-set.ts"
import type { RuleSet } from "../award/rule/rule-set.ts"
import type { CriteriaSet } from "../criteria/set/criteria-set.ts"
import { criteriaFact } from "../criteria/version/slice.ts"
import { criteriaSetOf, type CriteriaState } from "../criteria/version/state.ts"
import type { RulesApplied } from "../deciding/declaring/basis.ts"
import { type Rejection, rejection } from "../deciding/declaring/rejection.ts"
import type { Fact } from "../deciding/declaring/slice.ts"
import { ruleSetFact } from "../ruleset/decide.ts"
import type { RuleSetState } from "../ruleset/fold.ts"
import type { EnrolmentState } from "./state.ts"

/** Refused: the pinned criteria set has no such criterion. */
export const CriterionUnknown = rejection(
  "CriterionUnknown",
  (d: { criterion: string; criteriaSet: string; version: string }) => [
    `Criteria set ${d.criteriaSet} ${d.version}, which this enrolment is pinned to, has no criterion ${d.criterion}.`,
    "Name a criterion of that set (lcqm criteria show)."
  ]
)

/** Refused: no such version of the criteria set is published. */
export const CriteriaSetUnknown = rejection("CriteriaSetUnknown", (d: { version: string }) => [
  `No version ${d.version} of the scheme's criteria set is published.`,
  "Publish it first (PublishCriteriaSet), or name one that is."
])

/** Refused: no such version of the rule set is published. */
export const RuleSetUnknown = rejection("RuleSetUnknown", (d: { version: string }) => [
  `No version ${d.version} of the scheme's rule set is published.`,
  "Publish it first (PublishRuleSet), or name one that is."
])

/** Refused: the rule set asks for more themes than the criteria set has. */
export const RuleSetDoesNotFit = rejection(
  "RuleSetDoesNotFit",
  (d: { path: string; expected: string; got: string }) => [
    `Rule set and criteria set do not go together: ${d.path} was expected to be ${d.expected}, and is ${d.got}.`,
    "Choose a rule set made for a criteria set with so many themes."
  ]
)

/** The rules in hand: what a decision is computed with, and what its basis names. */
export interface Rules {
  readonly criteriaSet: CriteriaSet
  readonly ruleSet: RuleSet
  readonly applied: RulesApplied
}

/** The facts of an enrolment's pinned criteria set. */
export const pinnedCriteria = (scheme: string, { criteriaSet }: EnrolmentState) => ({
  criteria: criteriaFact(scheme, criteriaSet?.version ?? "")
})

/** The facts of an enrolment's pinned criteria set and rule set. */
export const pinnedRules = (scheme: string, state: EnrolmentState) => ({
  ...pinnedCriteria(scheme, state),
  rules: ruleSetFact(scheme, state.ruleSet?.version ?? "")
})

/** The rules of facts that have been read, where both are published and go together. */
export const rulesOf = (
  facts: { readonly criteria: Fact<CriteriaState>; readonly rules: Fact<RuleSetState> },
  versions: { readonly criteriaSet: string; readonly ruleSet: string }
): Result.Result<Rules, Rejection> => {
  const { criteria, rules } = facts
  if (criteria.state.published === undefined) {
    return Result.fail(CriteriaSetUnknown({ version: versions.criteriaSet }))
  }
  if (rules.state.published === undefined || rules.state.ruleSet === undefined) {
    return Result.fail(RuleSetUnknown({ version: versions.ruleSet }))
  }
  const criteriaSet = criteriaSetOf(criteria.state)
  const ruleSet = rules.state.ruleSet
  const fit = checkRuleAgainst(ruleSet, criteriaSet)
  if (Result.isFailure(fit)) {
    const { expected, got, path } = fit.failure
    return Result.fail(RuleSetDoesNotFit({ path, expected, got }))
  }
  return Result.succeed({
    criteriaSet,
    ruleSet,
    applied: {
      algorithm: ruleSet.algorithm,
      ruleSet: versions.ruleSet,
      ruleSetHash: rules.state.published.hash,
      criteriaSet: versions.criteriaSet,
      criteriaSetHash: criteria.state.published.hash
    }
  })
}

/** The rules an enrolment is pinned to. */
export const pinnedRulesOf = (
  facts: { readonly criteria: Fact<CriteriaState>; readonly rules: Fact<RuleSetState> },
  { criteriaSet, ruleSet }: EnrolmentState
): Result.Result<Rules, Rejection> =>
  rulesOf(facts, { criteriaSet: criteriaSet?.version ?? "", ruleSet: ruleSet?.version ?? "" })

/** Whether the pinned criteria set has the criterion, else why the command is refused. */
export const knownCriterion = (
  { state }: Fact<CriteriaState>,
  criterion: string
): Result.Result<string, Rejection> =>
  state.themes.some(({ criteria }) => criteria.some(({ id }) => id === criterion))
    ? Result.succeed(criterion)
    : Result.fail(CriterionUnknown({ criterion, criteriaSet: state.id, version: state.version }))
