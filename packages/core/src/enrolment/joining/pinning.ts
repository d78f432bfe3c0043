// What an enrolment and a renewal begin with: an open cohort, and a criteria set and a rule set that are published,
// go together, are in force and are not withdrawn. Both are pinned for good.
import { Result } from "effect"
import { CohortIsClosed, CohortUnknown } from "../../cohort/decide.ts"
import type { CohortState } from "../../cohort/fold.ts"
import type { CriteriaState } from "../../criteria/version/state.ts"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { Fact } from "../../deciding/declaring/slice.ts"
import type { RuleSetState } from "../../ruleset/fold.ts"
import { isCertainlyBefore, type PartialDate, spanOf } from "../../vocabulary/index.ts"
import { rulesOf } from "../criteria-facts.ts"
import type { Pin } from "./events.ts"

/** Refused: a version was to be pinned before it is in force. */
export const NotYetInForce = rejection(
  "NotYetInForce",
  (d: { what: string; version: string; inForceFrom: string; occurredOn: string }) => [
    `The ${d.what} ${d.version} is in force from ${d.inForceFrom}, and the school was enrolled on ${d.occurredOn}.`,
    "Enrol on or after that date, or pin a version that was in force."
  ]
)

/** Refused: a version was to be pinned after it was withdrawn. */
export const NoLongerInForce = rejection(
  "NoLongerInForce",
  (d: { what: string; version: string; withdrawnOn: string; occurredOn: string }) => [
    `The ${d.what} ${d.version} was withdrawn on ${d.withdrawnOn}, and the school was enrolled on ${d.occurredOn}.`,
    "Pin a version that is in force on that day; who began with this one goes on with it."
  ]
)

// A day on which it was withdrawn is one day too late, and a date that can be an earlier day is not.
const canBeBefore = (occurredOn: PartialDate, withdrawnOn: PartialDate): boolean => {
  const [{ first }, { last }] = [spanOf(occurredOn), spanOf(withdrawnOn)]
  return first === null || last === null || first < last
}

/** Whether schools may come into the cohort. */
export const openCohort = (state: CohortState, cohort: string): Result.Result<CohortState, Rejection> =>
  !state.launched
    ? Result.fail(CohortUnknown({ cohort }))
    : state.closed
      ? Result.fail(CohortIsClosed({ cohort }))
      : Result.succeed(state)

/** The pins an enrolment begins with. */
export const pinnedToBegin = (
  facts: {
    readonly cohort: Fact<CohortState>
    readonly criteria: Fact<CriteriaState>
    readonly rules: Fact<RuleSetState>
  },
  asked: { readonly cohort: string; readonly criteriaSet: string; readonly ruleSet: string },
  occurredOn: PartialDate
): Result.Result<{ readonly criteriaSet: Pin; readonly ruleSet: Pin }, Rejection> =>
  Result.gen(function* () {
    yield* openCohort(facts.cohort.state, asked.cohort)
    const { applied } = yield* rulesOf(facts, asked)
    for (const [what, version, { published, withdrawn }] of [
      ["criteria set", asked.criteriaSet, facts.criteria.state],
      ["rule set", asked.ruleSet, facts.rules.state]
    ] as const) {
      const inForceFrom = published?.inForceFrom ?? occurredOn
      if (isCertainlyBefore(occurredOn, inForceFrom)) {
        return yield* Result.fail(NotYetInForce({ what, version, inForceFrom, occurredOn }))
      }
      if (withdrawn !== undefined && !canBeBefore(occurredOn, withdrawn.on)) {
        return yield* Result.fail(NoLongerInForce({ what, version, withdrawnOn: withdrawn.on, occurredOn }))
      }
    }
    return {
      criteriaSet: { version: applied.criteriaSet, hash: applied.criteriaSetHash },
      ruleSet: { version: applied.ruleSet, hash: applied.ruleSetHash }
    }
  })
