// A school that has closed, or was replaced, begins nothing more; what is under way is limited by its rule set.
import { Result } from "effect"
import { type Rejection, rejection } from "../../../deciding/declaring/rejection.ts"
import type { EnrolmentState } from "../../state.ts"

/** Refused: the school has closed, or another has taken its place. */
export const SchoolIsClosed = rejection("SchoolIsClosed", (d: { school: string; successor: string }) => [
  d.successor === ""
    ? `School ${d.school} has closed.`
    : `School ${d.school} was replaced by school ${d.successor}.`,
  d.successor === ""
    ? "Nothing more is begun for it; name the school that took its place, where one did."
    : "Name the school that took its place; its award is carried over there (CarryOverAward)."
])

/** Whether the school is open. */
export const notClosed = ({ closed }: EnrolmentState, school: string): Result.Result<void, Rejection> =>
  closed === undefined
    ? Result.void
    : Result.fail(SchoolIsClosed({ school, successor: closed.successor ?? "" }))
