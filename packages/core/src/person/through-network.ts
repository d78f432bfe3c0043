// CPD that reached a Champion through a learning network. By the source a network's representatives attend and lead
// professional development with the others, or the training is delivered to the network itself. That CPD of the
// quality mark may go the same way is our bridge, and is said wherever it is shown.
import { Result } from "effect"
import { type Rejection, rejection } from "../deciding/declaring/rejection.ts"
import type { NetworkState } from "../network/state.ts"
import { inNetworkOn } from "../network/membership/members.ts"
import { formed } from "../network/slice.ts"
import { NotARepresentative } from "../network/training/decide.ts"
import type { TrainingModel } from "../network/training/events.ts"
import { modelsFor } from "../network/training/models.ts"
import { isCertainlyBefore, type PartialDate, type PersonRef } from "../vocabulary/index.ts"
import type { Attending } from "./attendance.ts"
import type { Attendance, PersonState } from "./fold.ts"

/** Refused: the network has not arranged for the session to reach its schools in that way. */
export const TrainingModelNotArranged = rejection(
  "TrainingModelNotArranged",
  (d: { network: string; session: number; model: string; arranged: ReadonlyArray<string> }) => [
    `For CPD session ${d.session} network ${d.network} has ${d.arranged.length === 0 ? "nothing" : d.arranged.join(", ")} arranged, and not: ${d.model}.`,
    "Record it as it was attended, or have the authority arrange the model first (ArrangeTraining)."
  ]
)

/** Refused: who has not attended a session has nothing of it to pass on. */
export const CascadeWithoutAttendance = rejection(
  "CascadeWithoutAttendance",
  (d: { representative: string; cohort: string; session: number; on: string }) => [
    `By ${d.on} ${d.representative} had not attended CPD session ${d.session} of cohort ${d.cohort}, and a cascade does not count without.`,
    "Record the representative's own attendance first (RecordCpdAttendance), or name one who did attend."
  ]
)

/** An attendance, as far as it matters whether a cascade can rest on it. */
export type OwnAttendance = Pick<Attendance, "scheme" | "cohort" | "session" | "on" | "mode">

/** What a cascade passes on: a session, and when. */
export interface Cascaded {
  readonly scheme: string
  readonly cohort: string
  readonly session: number
  readonly on: PartialDate
}

/** Whether an attendance is the representative's own, of the session that is passed on, and not after that. */
export const bearsCascade = (own: OwnAttendance, { cohort, on, scheme, session }: Cascaded): boolean =>
  own.scheme === scheme &&
  own.cohort === cohort &&
  own.session === session &&
  !(typeof own.mode === "object" && "cascadedBy" in own.mode) &&
  !isCertainlyBefore(on, own.on)

/** Whether the network is one of the school's, and arranged for the session to reach it in that way. */
export const arrangedFor = (
  state: NetworkState,
  id: string,
  { school, session }: Attending,
  model: TrainingModel,
  occurredOn: PartialDate
): Result.Result<NetworkState, Rejection> =>
  Result.gen(function* () {
    const known = yield* formed(state, id)
    yield* inNetworkOn(known, school, occurredOn)
    const arranged = modelsFor(known, session)
    return arranged.includes(model)
      ? known
      : yield* Result.fail(TrainingModelNotArranged({ network: id, session, model, arranged }))
  })

/** Whether the person represents the network, and attended what they pass on. */
export const representedBy = (
  state: NetworkState,
  representative: PersonRef,
  { attendances }: PersonState,
  passedOn: Cascaded
): Result.Result<void, Rejection> => {
  const { network } = state
  const { cohort, on, session } = passedOn
  const named = state.representatives.get(representative)
  if (named === undefined) return Result.fail(NotARepresentative({ network, representative }))
  // Who represents it does so for a school of it.
  return Result.flatMap(inNetworkOn(state, named.school, on), () =>
    attendances.some((own) => !own.struckOut && bearsCascade(own, passedOn))
      ? Result.void
      : Result.fail(CascadeWithoutAttendance({ representative, cohort, session, on }))
  )
}
