// Whether an appeal is open: it is heard and decided, and until then nothing else is decided of the award.
import { Result } from "effect"
import { type Rejection, rejection } from "../../../deciding/declaring/rejection.ts"
import type { EnrolmentState } from "../../state.ts"
import type { AppealUnderWay } from "../state.ts"

/** Refused: no appeal is open. */
export const NoAppealOpen = rejection("NoAppealOpen", (d: { school: string }) => [
  `No appeal of school ${d.school} is open.`,
  "Have the Champion lodge one first (LodgeAppeal)."
])

/** Refused: an appeal is open, and is decided first. */
export const AppealIsOpen = rejection("AppealIsOpen", (d: { school: string }) => [
  `An appeal of school ${d.school} is open.`,
  "Decide it first (DecideAppeal)."
])

/** The appeal that is open. */
export const appealOf = (
  { afterwards: { appeal } }: EnrolmentState,
  school: string
): Result.Result<AppealUnderWay, Rejection> =>
  appeal === undefined ? Result.fail(NoAppealOpen({ school })) : Result.succeed(appeal)

/** Whether no appeal is open. */
export const noAppealOpen = (
  { afterwards: { appeal } }: EnrolmentState,
  school: string
): Result.Result<void, Rejection> =>
  appeal === undefined ? Result.void : Result.fail(AppealIsOpen({ school }))
