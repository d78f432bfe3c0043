// Self-assessment, the assessor's judgements, and the judgements both agree. Setting a criterion aside is a
// judgement in all three sets: the school may claim it, the assessor must share it.
import { Result } from "effect"
import { derive } from "../../award/deriving/derive.ts"
import type { AwardRefusal } from "../../award/refusal.ts"
import { setAsideRefusals } from "../../award/case/set-aside.ts"
import { cohortFact } from "../../cohort/decide.ts"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { knownCriterion, pinnedRules, pinnedRulesOf, type Rules } from "../criteria-facts.ts"
import { reopened } from "../evidence/reopened.ts"
import { handle } from "../slice.ts"
import { given, openToChange, ReasonMissing, SelfAssessmentNotDeclared } from "../standing.ts"
import type { EnrolmentState, Judged, Judgements } from "../state.ts"
import { assessorOf, stillAssesses } from "../visit/assessor.ts"
import { VisitAlreadyHeld, visitHeld } from "../visit/held.ts"
import { awardCaseOf, judgementSetOf } from "./award-case.ts"
import {
  AgreeJudgement,
  AssessCriterion,
  DeclareSelfAssessment,
  ReopenSelfAssessment,
  SelfAssessCriterion
} from "./commands.ts"
import type { Judging } from "./events.ts"

/** Refused: the self-assessment is declared and so not changed. */
export const SelfAssessmentIsDeclared = rejection("SelfAssessmentIsDeclared", (d: { declared: string }) => [
  `The self-assessment is declared (${d.declared}).`,
  "Reopen it first (ReopenSelfAssessment)."
])

/** Refused: a criterion is neither judged nor set aside. */
export const SelfAssessmentIncomplete = rejection(
  "SelfAssessmentIncomplete",
  (d: { unjudged: ReadonlyArray<string> }) => [
    `The self-assessment is not complete: not judged are ${d.unjudged.join(", ")}.`,
    "Judge each of them, or set it aside with a reason."
  ]
)

/** Refused: the award rule cannot judge the case, as where too much is set aside. */
export const RuleRefuses = rejection(
  "RuleRefuses",
  (d: { path: string; expected: string; got: string; remedy: string }) => [
    `The award rule cannot judge this: ${d.path} was expected to be ${d.expected}, and is ${d.got}.`,
    d.remedy
  ]
)

/** Refused: school and assessor both judge a criterion before they agree on it. */
export const CriterionNotAssessed = rejection(
  "CriterionNotAssessed",
  (d: { criterion: string; by: string }) => [
    `Criterion ${d.criterion} has not been judged by ${d.by} yet.`,
    "Both judge a criterion before they agree on it."
  ]
)

/** Refused: a criterion is set aside only where both parties say so. */
export const SetAsideNotShared = rejection("SetAsideNotShared", (d: { criterion: string }) => [
  `Criterion ${d.criterion} is set aside by the one and not by the other.`,
  "The school may claim that it does not apply; the assessor must share that. Agree on a level, or judge it anew."
])

/** What the award rule refuses, as a rejection. */
export const refused = ({ expected, got, path, remedy }: AwardRefusal): Rejection =>
  RuleRefuses({ path, expected, got, remedy })

const same = (judgement: Judging, before: Judged | undefined): boolean =>
  before !== undefined && ("level" in judgement ? judgement.level : "set aside") === before.judgement

// A criterion may be set aside only as far as the rule permits, counted over the set it goes into.
const permitted = (
  { criteriaSet, ruleSet }: Rules,
  set: Judgements,
  criterion: string,
  judgement: Judging
): Result.Result<void, Rejection> => {
  if ("level" in judgement) return Result.void
  const [first] = setAsideRefusals(criteriaSet, ruleSet, {
    ...judgementSetOf(set),
    [criterion]: { setAside: "asked for" }
  })
  return first === undefined ? Result.void : Result.fail(refused(first))
}

const differs = (state: EnrolmentState, criterion: string, agreed: Judging): boolean =>
  !same(agreed, state.self.get(criterion)) || !same(agreed, state.assessor.get(criterion))

/** How every command about judgements is decided. */
export const judgementHandlers = [
  handle(SelfAssessCriterion, {
    facts: ({ data }, state) => pinnedRules(data.scheme, state),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { criterion, judgement } = data
        yield* openToChange(state, data.school)
        yield* knownCriterion(facts.criteria, criterion)
        if (state.furtherWork === undefined && state.declaration !== undefined) {
          return yield* Result.fail(SelfAssessmentIsDeclared({ declared: state.declaration.declared }))
        }
        yield* reopened(state, criterion, state.self)
        yield* permitted(yield* pinnedRulesOf(facts, state), state.self, criterion, judgement)
        return same(judgement, state.self.get(criterion))
          ? []
          : ([{ type: "CriterionSelfAssessed.v1", data: { criterion, judgement } }] as const)
      })
  }),
  handle(DeclareSelfAssessment, {
    facts: ({ data }, state) => ({
      ...pinnedRules(data.scheme, state),
      cohort: cohortFact(data.scheme, state.cohort)
    }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { declared, reason } = data
        yield* openToChange(state, data.school)
        if (state.declaration !== undefined) {
          return yield* Result.fail(SelfAssessmentIsDeclared({ declared: state.declaration.declared }))
        }
        const rules = yield* pinnedRulesOf(facts, state)
        const indicated = yield* Result.mapError(
          derive(awardCaseOf("self", state, rules, facts.cohort.state, {})),
          refused
        )
        if (!indicated.complete) {
          return yield* Result.fail(SelfAssessmentIncomplete({ unjudged: indicated.unjudged }))
        }
        if (declared !== indicated.level && reason === undefined) {
          return yield* Result.fail(
            ReasonMissing({ why: `${declared} is declared where best fit indicates ${indicated.level}` })
          )
        }
        return [
          {
            type: "SelfAssessmentDeclared.v1",
            data: { indicated: indicated.level, declared, ...given("reason", reason), basis: rules.applied }
          }
        ] as const
      })
  }),
  handle(ReopenSelfAssessment, {
    decide: ({ data: { reason, school } }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, school)
        if (state.declaration === undefined) return yield* Result.fail(SelfAssessmentNotDeclared({ school }))
        if (state.visit?.held !== undefined) {
          return yield* Result.fail(VisitAlreadyHeld({ school, on: state.visit.held }))
        }
        return [{ type: "SelfAssessmentReopened.v1", data: { reason } }] as const
      })
  }),
  handle(AssessCriterion, {
    facts: ({ data }, state) => ({ ...pinnedRules(data.scheme, state), ...assessorOf(state) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { criterion, judgement } = data
        yield* openToChange(state, data.school)
        yield* visitHeld(state, data.school)
        yield* stillAssesses(state, facts.assessor, data)
        yield* knownCriterion(facts.criteria, criterion)
        yield* reopened(state, criterion)
        yield* permitted(yield* pinnedRulesOf(facts, state), state.assessor, criterion, judgement)
        return same(judgement, state.assessor.get(criterion))
          ? []
          : ([{ type: "CriterionAssessed.v1", data: { criterion, judgement } }] as const)
      })
  }),
  handle(AgreeJudgement, {
    facts: ({ data }, state) => ({ ...pinnedRules(data.scheme, state), ...assessorOf(state) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { criterion, judgement, reason } = data
        yield* openToChange(state, data.school)
        yield* visitHeld(state, data.school)
        yield* stillAssesses(state, facts.assessor, data)
        yield* knownCriterion(facts.criteria, criterion)
        yield* reopened(state, criterion)
        const [self, assessor] = [state.self.get(criterion), state.assessor.get(criterion)]
        if (self === undefined)
          return yield* Result.fail(CriterionNotAssessed({ criterion, by: "the school" }))
        if (assessor === undefined) {
          return yield* Result.fail(CriterionNotAssessed({ criterion, by: "the assessor" }))
        }
        if (
          "setAside" in judgement &&
          (self.judgement !== "set aside" || assessor.judgement !== "set aside")
        ) {
          return yield* Result.fail(SetAsideNotShared({ criterion }))
        }
        yield* permitted(yield* pinnedRulesOf(facts, state), state.agreed, criterion, judgement)
        if (same(judgement, state.agreed.get(criterion))) return []
        if (differs(state, criterion, judgement) && reason === undefined) {
          return yield* Result.fail(
            ReasonMissing({
              why: `the school says ${self.judgement}, the assessor ${assessor.judgement}, and another is agreed for ${criterion} than at least one of them`
            })
          )
        }
        return [
          { type: "JudgementAgreed.v1", data: { criterion, judgement, ...given("reason", reason) } }
        ] as const
      })
  })
]
