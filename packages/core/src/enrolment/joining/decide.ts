// Coming into a scheme, moving to another cohort, pausing and leaving. Planned is not awarded: all of these
// are ordinary.
import { Result, Schema } from "effect"
import { cohortFact } from "../../cohort/decide.ts"
import { criteriaFact } from "../../criteria/version/slice.ts"
import { commandType } from "../../deciding/declaring/command.ts"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { ruleSetFact } from "../../ruleset/decide.ts"
import { CohortLabel, PartialDate, Phase, Text, Version } from "../../vocabulary/index.ts"
import { noAppealOpen } from "../afterwards/appeal/lodged.ts"
import { notClosed } from "../afterwards/school/closed.ts"
import { handle } from "../slice.ts"
import { given, openToChange, school, underWay } from "../standing.ts"
import type { Stage } from "../state.ts"
import { openCohort, pinnedToBegin } from "./pinning.ts"

/** Enrol a school in a cohort, pinning criteria and rules. */
export const EnrolSchool = commandType(
  "EnrolSchool",
  "Enrol a school in a cohort, pinning criteria and rules.",
  {
    ...school,
    cohort: CohortLabel,
    /** Left out where it is not stated. */
    phase: Schema.optionalKey(Phase),
    criteriaSet: Version,
    ruleSet: Version
  }
)

/** Defer a school's enrolment. */
export const DeferEnrolment = commandType("DeferEnrolment", "Defer a school's enrolment.", {
  ...school,
  until: Schema.optionalKey(PartialDate),
  reason: Text
})

/** Transfer a school to another cohort. */
export const TransferEnrolment = commandType("TransferEnrolment", "Transfer a school to another cohort.", {
  ...school,
  cohort: CohortLabel,
  reason: Schema.optionalKey(Text)
})

/** Withdraw a school's enrolment. */
export const WithdrawEnrolment = commandType("WithdrawEnrolment", "Withdraw a school's enrolment.", {
  ...school,
  reason: Text
})

/** Resume a deferred enrolment. */
export const ResumeEnrolment = commandType("ResumeEnrolment", "Resume a deferred enrolment.", school)

/** Refused: the school has an enrolment that is not over, or an award. */
export const AlreadyEnrolled = rejection(
  "AlreadyEnrolled",
  (d: { school: string; cohort: string; stage: string }) => [
    `School ${d.school} is enrolled already, in cohort ${d.cohort} (${d.stage}).`,
    "Transfer it to another cohort, or withdraw the enrolment first; an award is renewed, not enrolled for again."
  ]
)

/** Refused: the school was to be transferred to the cohort it is in. */
export const AlreadyInCohort = rejection("AlreadyInCohort", (d: { school: string; cohort: string }) => [
  `School ${d.school} is in cohort ${d.cohort} already.`,
  "Name the cohort it is to move to."
])

/** Refused: an enrolment was to be resumed that is not deferred. */
export const NotDeferred = rejection("NotDeferred", (d: { school: string }) => [
  `The enrolment of school ${d.school} is not deferred.`,
  "Nothing is to be resumed."
])

const endedWithoutAward: ReadonlySet<Stage> = new Set(["withdrawn", "withheld", "revoked"])

/** How joining, pausing and leaving are decided. */
export const joiningHandlers = [
  handle(EnrolSchool, {
    facts: ({ data }) => ({
      cohort: cohortFact(data.scheme, data.cohort),
      criteria: criteriaFact(data.scheme, data.criteriaSet),
      rules: ruleSetFact(data.scheme, data.ruleSet)
    }),
    decide: ({ data, occurredOn }, state, facts) =>
      Result.gen(function* () {
        const { cohort, phase, scheme, school: urn } = data
        if (state.enrolment > 0 && !endedWithoutAward.has(state.stage)) {
          return yield* Result.fail(
            AlreadyEnrolled({ school: urn, cohort: state.cohort, stage: state.stage })
          )
        }
        yield* noAppealOpen(state, urn)
        yield* notClosed(state, urn)
        const pins = yield* pinnedToBegin(facts, data, occurredOn)
        return [
          {
            type: "SchoolEnrolled.v1",
            data: {
              scheme,
              school: urn,
              enrolment: state.enrolment + 1,
              cohort,
              ...given("phase", phase),
              ...pins
            }
          }
        ] as const
      })
  }),
  handle(DeferEnrolment, {
    decide: ({ data: { reason, school: urn, until } }, state) =>
      Result.map(openToChange(state, urn), () => [
        { type: "EnrolmentDeferred.v1", data: { ...given("until", until), reason } } as const
      ])
  }),
  handle(TransferEnrolment, {
    facts: ({ data }) => ({ cohort: cohortFact(data.scheme, data.cohort) }),
    decide: ({ data: { cohort, reason, school: urn } }, state, facts) =>
      Result.gen(function* () {
        // A deferred school may be transferred: that is often why it was deferred.
        yield* openToChange({ ...state, deferred: false }, urn)
        if (state.cohort === cohort) return yield* Result.fail(AlreadyInCohort({ school: urn, cohort }))
        yield* openCohort(facts.cohort.state, cohort)
        return [
          {
            type: "EnrolmentTransferred.v1",
            data: { from: state.cohort, to: cohort, ...given("reason", reason) }
          }
        ] as const
      })
  }),
  handle(WithdrawEnrolment, {
    decide: ({ data: { reason, school: urn } }, state) =>
      Result.gen(function* () {
        yield* underWay({ ...state, deferred: false }, urn)
        return [{ type: "EnrolmentWithdrawn.v1", data: { reason } }] as const
      })
  }),
  handle(ResumeEnrolment, {
    decide: ({ data: { school: urn } }, state) =>
      Result.gen(function* () {
        yield* underWay({ ...state, deferred: false }, urn)
        if (!state.deferred) return yield* Result.fail(NotDeferred({ school: urn }))
        return [{ type: "EnrolmentResumed.v1", data: {} }] as const
      })
  })
]
