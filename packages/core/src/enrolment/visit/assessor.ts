// Who may be the assessor of a school: appointed to the scheme, external to the school, and with the assessment
// counted in their own stream before it is used. It is asked again whenever they judge.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { Fact } from "../../deciding/declaring/slice.ts"
import { type NetworkFacts } from "../../network/index.ts"
import { AssessorNotAppointed, personFact } from "../../person/decide.ts"
import type { PersonState, TakenAssessment } from "../../person/fold.ts"
import type { SchoolScope } from "../slice.ts"
import type { EnrolmentState } from "../state.ts"
import { notExternal } from "./external.ts"

/** Refused: the assessor has not counted this assessment as theirs. */
export const AssessmentNotTaken = rejection(
  "AssessmentNotTaken",
  (d: { assessor: string; school: string; enrolment: number }) => [
    `${d.assessor} has not taken on the assessment of school ${d.school} (enrolment ${d.enrolment}).`,
    "Have them take it on first (TakeAssessment): it is counted before it is used."
  ]
)

/** Refused: the school's assessor has stood down since, and judges no more. */
export const AssessorHasStoodDown = rejection(
  "AssessorHasStoodDown",
  (d: { assessor: string; scheme: string }) => [
    `${d.assessor}, the assessor of this school, is no assessor of ${d.scheme} any more.`,
    "Have the office replace them (ReplaceAssessor), or appoint them again (AppointAssessor)."
  ]
)

const takenBy = (
  { enrolment }: EnrolmentState,
  { assessments }: PersonState,
  { scheme, school }: SchoolScope,
  assessor: string
): Result.Result<TakenAssessment, Rejection> => {
  const taken = assessments.find(
    (each) => each.scheme === scheme && each.school === school && each.enrolment === enrolment
  )
  return taken === undefined
    ? Result.fail(AssessmentNotTaken({ assessor, school, enrolment }))
    : Result.succeed(taken)
}

/** The facts of who may be the school's assessor: they themselves, and the networks that the school has joined. */
export interface AssessorFacts extends NetworkFacts {
  readonly assessor: Fact<PersonState>
}

/** The assessment as a person has counted it, where they may be the school's assessor; else why they may not. */
export const mayAssess = (
  state: EnrolmentState,
  facts: AssessorFacts,
  of: SchoolScope,
  assessor: string
): Result.Result<TakenAssessment, Rejection> => {
  const { scheme } = of
  const { state: person } = facts.assessor
  if (!person.assesses.has(scheme)) return Result.fail(AssessorNotAppointed({ person: assessor, scheme }))
  const why = notExternal({ ref: assessor, person, networks: facts.networks }, of, state)
  return why === undefined ? takenBy(state, person, of, assessor) : Result.fail(why)
}

/** The school's assessor as a fact of what they decide. */
export const assessorOf = ({ visit }: EnrolmentState) => ({ assessor: personFact(visit?.assessor ?? "") })

/** Whether the school's assessor is one still, and has counted this assessment; else why they may not judge. */
export const stillAssesses = (
  state: EnrolmentState,
  { state: person }: Fact<PersonState>,
  of: SchoolScope
): Result.Result<TakenAssessment, Rejection> => {
  const assessor = state.visit?.assessor ?? ""
  return person.assesses.has(of.scheme)
    ? takenBy(state, person, of, assessor)
    : Result.fail(AssessorHasStoodDown({ assessor, scheme: of.scheme }))
}
