// Further work re-opens the criteria it names, and those only: the rest of the assessment stands.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import type { EnrolmentState, Judgements } from "../state.ts"

/** Refused: further work re-opened other criteria than this. */
export const CriterionNotReopened = rejection(
  "CriterionNotReopened",
  (d: { criterion: string; criteria: ReadonlyArray<string> }) => [
    `Criterion ${d.criterion} is not among those the further work re-opened: ${d.criteria.join(", ")}.`,
    "Work on the criteria named; the rest of the assessment stands."
  ]
)

/**
 * Whether the criterion is open to change: always, unless further work was asked for on others and a judgement
 * of it stands, an agreed one where nothing else is said. What was never agreed can still be.
 */
export const reopened = (
  { agreed, furtherWork }: EnrolmentState,
  criterion: string,
  standing: Judgements = agreed
): Result.Result<void, Rejection> =>
  furtherWork === undefined || furtherWork.criteria.includes(criterion) || !standing.has(criterion)
    ? Result.void
    : Result.fail(CriterionNotReopened({ criterion, criteria: furtherWork.criteria }))
