// What an enrolment must be for a command to make sense at all: under way, not deferred, not awaiting an answer.
import { Result } from "effect"
import { SchemeId, Urn } from "../vocabulary/index.ts"
import { type Rejection, rejection } from "../deciding/declaring/rejection.ts"
import { type EnrolmentState, isOver } from "./state.ts"

/** The fields of every command about a school. */
export const school = { scheme: SchemeId, school: Urn }

/** Refused: the school is not enrolled in the scheme. */
export const NotEnrolled = rejection("NotEnrolled", (d: { school: string }) => [
  `School ${d.school} is not enrolled.`,
  "Enrol it in a cohort first (EnrolSchool)."
])

/** Refused: the enrolment is over, without an award. */
export const EnrolmentOver = rejection("EnrolmentOver", (d: { school: string; stage: string }) => [
  `The enrolment of school ${d.school} is over: ${d.stage}.`,
  "Nothing more is decided in it; enrol the school anew (EnrolSchool) for another."
])

/** Refused: nothing happens in an enrolment while it is deferred. */
export const EnrolmentIsDeferred = rejection("EnrolmentIsDeferred", (d: { school: string }) => [
  `The enrolment of school ${d.school} is deferred.`,
  "Resume it first (ResumeEnrolment)."
])

/** Refused: the award is agreed and stays as it is. */
export const AlreadyAgreed = rejection("AlreadyAgreed", (d: { school: string; level: string }) => [
  `The award of school ${d.school} is agreed already (${d.level}), and stays as it is.`,
  "What comes after an award has its own commands."
])

/** Refused: nothing a proposal rests on changes while it waits for the Champion. */
export const ProposalStands = rejection("ProposalStands", (d: { level: string }) => [
  `An award is proposed (${d.level}) and waits for the Champion's answer; nothing it rests on changes meanwhile.`,
  "Have the Champion accept or decline it, or the assessor withdraw it."
])

/** Refused: a difference, a set-aside or a refusal of evidence needs a reason. */
export const ReasonMissing = rejection("ReasonMissing", (d: { why: string }) => [
  `A reason is missing: ${d.why}.`,
  "Give one in `reason`."
])

/** Refused: the school has not declared its self-assessment. */
export const SelfAssessmentNotDeclared = rejection("SelfAssessmentNotDeclared", (d: { school: string }) => [
  `School ${d.school} has not declared its self-assessment.`,
  "Have the Champion declare it first (DeclareSelfAssessment)."
])

/** The enrolment where it is under way, else why it is not. */
export const underWay = (state: EnrolmentState, of: string): Result.Result<EnrolmentState, Rejection> => {
  if (state.enrolment === 0) return Result.fail(NotEnrolled({ school: of }))
  if (state.stage === "agreed") {
    return Result.fail(AlreadyAgreed({ school: of, level: state.awards.at(-1)?.level ?? "none" }))
  }
  if (isOver(state)) return Result.fail(EnrolmentOver({ school: of, stage: state.stage }))
  if (state.deferred) return Result.fail(EnrolmentIsDeferred({ school: of }))
  return Result.succeed(state)
}

/** The enrolment where it is under way and no proposal waits for an answer. */
export const openToChange = (state: EnrolmentState, of: string): Result.Result<EnrolmentState, Rejection> =>
  Result.flatMap(underWay(state, of), (open) =>
    open.proposal === undefined
      ? Result.succeed(open)
      : Result.fail(ProposalStands({ level: open.proposal.level }))
  )

/** `{ reason }` where there is one: an absent reason stays absent in the event. */
export const given = <Key extends string, Value>(
  key: Key,
  value: Value | undefined
): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { readonly [K in Key]: Value })
