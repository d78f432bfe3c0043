// The visit of an external assessor: not of the school, not its coach, without an interest in it; and counted
// in the assessor's own stream before it is used.
import { Result, Schema } from "effect"
import { commandType } from "../../deciding/command.ts"
import { rejection } from "../../deciding/rejection.ts"
import { AssessorNotAppointed, personFact } from "../../person/decide.ts"
import { whyNotExternal } from "../../person/external.ts"
import { PartialDate, PersonRef, Text } from "../../vocabulary/index.ts"
import { handle } from "../slice.ts"
import { given, openToChange, school, SelfAssessmentNotDeclared } from "../standing.ts"
import { visitArranged, VisitAlreadyHeld } from "./held.ts"

/** Arrange the visit of an external assessor. */
export const ArrangeVisit = commandType("ArrangeVisit", "Arrange the visit of an external assessor.", {
  ...school,
  assessor: PersonRef,
  on: PartialDate
})

/** Move the visit to another date. */
export const MoveVisit = commandType("MoveVisit", "Move the visit to another date.", {
  ...school,
  on: PartialDate,
  reason: Schema.optionalKey(Text)
})

/** Cancel the visit. */
export const CancelVisit = commandType("CancelVisit", "Cancel the visit.", { ...school, reason: Text })

/** Record that the visit was held. */
export const HoldVisit = commandType("HoldVisit", "Record that the visit was held.", school)

/** Refused: the school has a visit arranged. */
export const VisitAlreadyArranged = rejection("VisitAlreadyArranged", (d: { school: string; on: string }) => [
  `A visit to school ${d.school} is arranged already, for ${d.on}.`,
  "Move it (MoveVisit), or cancel it first (CancelVisit)."
])

/** Refused: the assessor belongs to the school, coaches it or has an interest in it. */
export const AssessorNotExternal = rejection(
  "AssessorNotExternal",
  (d: { assessor: string; school: string; why: string }) => [
    `${d.assessor} is not external to school ${d.school}: ${d.why}.`,
    "Choose an assessor who is neither of the school nor its coach and has no interest in it."
  ]
)

/** Refused: the assessor has not counted this assessment as theirs. */
export const AssessmentNotTaken = rejection(
  "AssessmentNotTaken",
  (d: { assessor: string; school: string; enrolment: number }) => [
    `${d.assessor} has not taken on the assessment of school ${d.school} (enrolment ${d.enrolment}).`,
    "Have them take it on first (TakeAssessment): it is counted before it is used."
  ]
)

/** How every command about the visit is decided. */
export const visitHandlers = [
  handle(ArrangeVisit, {
    facts: ({ data }) => ({ assessor: personFact(data.assessor) }),
    decide: ({ data: { assessor: ref, on, scheme, school: urn } }, state, { assessor }) =>
      Result.gen(function* () {
        yield* openToChange(state, urn)
        if (state.declaration === undefined)
          return yield* Result.fail(SelfAssessmentNotDeclared({ school: urn }))
        if (state.visit?.held !== undefined) {
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: state.visit.held }))
        }
        if (state.visit !== undefined) {
          return yield* Result.fail(VisitAlreadyArranged({ school: urn, on: state.visit.on }))
        }
        if (!assessor.state.assesses.has(scheme)) {
          return yield* Result.fail(AssessorNotAppointed({ person: ref, scheme }))
        }
        const why = whyNotExternal(assessor.state, scheme, urn, ref, state.insiders)
        if (why !== undefined)
          return yield* Result.fail(AssessorNotExternal({ assessor: ref, school: urn, why }))
        const taken = assessor.state.assessments.find(
          (each) => each.scheme === scheme && each.school === urn && each.enrolment === state.enrolment
        )
        if (taken === undefined) {
          return yield* Result.fail(
            AssessmentNotTaken({ assessor: ref, school: urn, enrolment: state.enrolment })
          )
        }
        return [{ type: "VisitArranged.v1", data: { assessor: ref, on, ordinal: taken.ordinal } }] as const
      })
  }),
  handle(MoveVisit, {
    decide: ({ data: { on, reason, school: urn } }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, urn)
        const visit = yield* visitArranged(state, urn)
        if (visit.held !== undefined)
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: visit.held }))
        return visit.on === on
          ? []
          : ([
              { type: "VisitMoved.v1", data: { from: visit.on, to: on, ...given("reason", reason) } }
            ] as const)
      })
  }),
  handle(CancelVisit, {
    decide: ({ data: { reason, school: urn } }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, urn)
        const visit = yield* visitArranged(state, urn)
        if (visit.held !== undefined)
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: visit.held }))
        return [{ type: "VisitCancelled.v1", data: { reason } }] as const
      })
  }),
  handle(HoldVisit, {
    decide: ({ data: { school: urn } }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, urn)
        const visit = yield* visitArranged(state, urn)
        if (visit.held !== undefined)
          return yield* Result.fail(VisitAlreadyHeld({ school: urn, on: visit.held }))
        if (state.declaration === undefined)
          return yield* Result.fail(SelfAssessmentNotDeclared({ school: urn }))
        return [{ type: "VisitHeld.v1", data: {} }] as const
      })
  })
]
