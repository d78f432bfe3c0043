// What the assessor decides is decided at or after the visit.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { EnrolmentState, Visit } from "../state.ts"

/** Refused: there is no visit to be moved, cancelled or held. */
export const NoVisitArranged = rejection("NoVisitArranged", (d: { school: string }) => [
  `No visit to school ${d.school} is arranged.`,
  "Arrange one first (ArrangeVisit)."
])

/** Refused: the assessor judges at or after the visit. */
export const VisitNotHeld = rejection("VisitNotHeld", (d: { school: string; on: string }) => [
  `The visit to school ${d.school}, arranged for ${d.on}, has not been held yet.`,
  "Record that it was held first (HoldVisit)."
])

/** Refused: the visit was held, and is neither moved, cancelled nor prepared again. */
export const VisitAlreadyHeld = rejection("VisitAlreadyHeld", (d: { school: string; on: string }) => [
  `The visit to school ${d.school} was held on ${d.on}.`,
  "What was held is neither moved, cancelled nor prepared again; where its assessor drops out, another takes over (ReplaceAssessor)."
])

/** Refused: the assessment is with the school until it submits the further work. */
export const FurtherWorkOutstanding = rejection("FurtherWorkOutstanding", (d: { by: string }) => [
  `Further work was asked for by ${d.by}, and the school has not submitted it yet.`,
  "Wait until the Champion submits it (SubmitFurtherWork), or withhold the award."
])

/** The visit arranged, held or not. */
export const visitArranged = ({ visit }: EnrolmentState, school: string): Result.Result<Visit, Rejection> =>
  visit === undefined ? Result.fail(NoVisitArranged({ school })) : Result.succeed(visit)

/** The visit where it was held and the assessment is with the assessor. */
export const visitHeld = (state: EnrolmentState, school: string): Result.Result<Visit, Rejection> =>
  Result.flatMap(visitArranged(state, school), (visit): Result.Result<Visit, Rejection> => {
    if (visit.held === undefined) return Result.fail(VisitNotHeld({ school, on: visit.on }))
    if (state.stage === "further work" && state.furtherWork !== undefined) {
      return Result.fail(FurtherWorkOutstanding({ by: state.furtherWork.by }))
    }
    return Result.succeed(visit)
  })
