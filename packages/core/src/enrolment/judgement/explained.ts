// Why the rule indicates what it does for a school's state: one computation, whether the state is the store's of today
// or what was known at some point of a history.
import { Result } from "effect"
import type { JudgementSetName } from "../../award/case/judgement.ts"
import type { LimiterFacts } from "../../award/deriving/limiters.ts"
import { explain } from "../../award/explanation/explain.ts"
import type { AwardNode } from "../../award/explanation/explanation.ts"
import type { RuleSet } from "../../award/rule/rule-set.ts"
import { type CohortState, cohortFact } from "../../cohort/index.ts"
import type { CriteriaState } from "../../criteria/version/state.ts"
import type { Rejection } from "../../deciding/declaring/rejection.ts"
import type { Fact } from "../../deciding/declaring/slice.ts"
import type { StreamName } from "../../event-store/index.ts"
import { networkFacts, type NetworkFacts } from "../../network/index.ts"
import { type PersonState, personFact } from "../../person/index.ts"
import type { RuleSetState } from "../../ruleset/fold.ts"
import { pinnedRules, pinnedRulesOf } from "../criteria-facts.ts"
import { NotEnrolled } from "../standing.ts"
import type { EnrolmentState } from "../state.ts"
import { notExternal } from "../visit/external.ts"
import { awardCaseOf, cpdShortfall } from "./award-case.ts"
import { refused } from "./decide.ts"

/** What other streams say that limits an award: of the people, and of the networks that the school has joined. */
export interface LimitingFacts extends NetworkFacts {
  readonly champion: PersonState
  readonly assessor: PersonState
}

/** What limits an award of a school's state; nothing limits the school's own judgements. */
export const limitersOf = (
  set: JudgementSetName,
  key: { readonly scheme: string; readonly school: string },
  state: Pick<EnrolmentState, "insiders" | "visit">,
  { assessor: person, champion, networks }: LimitingFacts
): LimiterFacts =>
  set === "self"
    ? {}
    : {
        cpdShortfall: cpdShortfall(champion, key.scheme),
        conflictOfInterest:
          notExternal({ ref: state.visit?.assessor ?? "", person, networks }, key, state) !== undefined
      }

/**
 * The facts that an explanation rests on: the rules, the cohort, and where they can limit an award the people and the
 * networks that the school has joined, which are looked up by `networksJoinedBy`.
 */
export const factsToExplain = (
  scheme: string,
  state: EnrolmentState,
  set: JudgementSetName,
  networks: ReadonlyArray<StreamName>
) => ({
  ...pinnedRules(scheme, state),
  cohort: cohortFact(scheme, state.cohort),
  ...(set === "self"
    ? {}
    : {
        champion: personFact(state.champion ?? ""),
        assessor: personFact(state.visit?.assessor ?? "")
      }),
  ...networkFacts(set === "self" ? [] : networks)
})

/** Those facts as they were read. */
export interface FactsToExplain extends NetworkFacts {
  readonly criteria: Fact<CriteriaState>
  readonly rules: Fact<RuleSetState>
  readonly cohort: Fact<CohortState>
  readonly champion?: Fact<PersonState>
  readonly assessor?: Fact<PersonState>
}

/**
 * Explains one judgement set of a school's state, on facts as they were read; under another rule set than the pinned one
 * where one is given, which is another question.
 */
export const explainEnrolment = (
  key: { readonly scheme: string; readonly school: string },
  set: JudgementSetName,
  state: EnrolmentState,
  facts: FactsToExplain,
  other?: RuleSet
): Result.Result<AwardNode, Rejection> =>
  Result.gen(function* () {
    if (state.enrolment === 0) return yield* Result.fail(NotEnrolled({ school: key.school }))
    const { criteriaSet, ruleSet } = yield* pinnedRulesOf(facts, state)
    const nobody = personFact("").fold.initial
    const limiters = limitersOf(set, key, state, {
      champion: facts.champion?.state ?? nobody,
      assessor: facts.assessor?.state ?? nobody,
      networks: facts.networks
    })
    const rules = { criteriaSet, ruleSet: other ?? ruleSet }
    return yield* Result.mapError(
      explain(awardCaseOf(set, state, rules, facts.cohort.state, limiters)),
      refused
    )
  })
