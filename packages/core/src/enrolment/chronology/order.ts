// What happens in an enrolment comes in order: nothing is dated before what it follows, and nothing is planned
// for a day before it was planned on.
import { Result } from "effect"
import { DatesOutOfOrder } from "../../deciding/loop/answers.ts"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { isCertainlyBefore, type PartialDate } from "../../vocabulary/index.ts"
import type { EnrolmentEvent } from "../events.ts"
import type { EnrolmentState } from "../state.ts"
import { follows } from "./milestone.ts"

/** Refused: it is planned for a day before the one on which it was planned. */
export const PlannedForThePast = rejection(
  "PlannedForThePast",
  (d: { what: string; on: string; occurredOn: string }) => [
    `${d.what} was to be on ${d.on}, and that was said on ${d.occurredOn}, after it.`,
    "Name a day on or after the one on which it is planned, or correct that date."
  ]
)

/** Something that has a date, and what it is. */
export interface Precedent {
  readonly what: string
  readonly on: PartialDate
}

type Undated = { readonly type: string; readonly data: unknown }
type Body = Pick<EnrolmentEvent, "type"> & Undated

// A criterion or evidence that an event is about, where it is about one.
const field = (data: unknown, key: string): string => String(Reflect.get(Object(data), key) ?? "")

const itemsBefore = (
  { data, type }: Body,
  { agreed, assessor, evidence, self }: EnrolmentState
): ReadonlyArray<Precedent | undefined> => {
  const judgedBy = (whose: string, judgements: EnrolmentState["self"], criterion: string) => {
    const judged = judgements.get(criterion)
    return judged === undefined ? undefined : { what: `${whose} of ${criterion}`, on: judged.on }
  }
  switch (type) {
    case "EvidenceAssigned.v1":
    case "EvidenceUnassigned.v1":
    case "EvidenceWithdrawn.v1":
    case "EvidenceReviewed.v1": {
      const id = field(data, "evidence")
      const item = evidence.get(id)
      return [item === undefined ? undefined : { what: `the submission of ${id}`, on: item.submittedOn }]
    }
    case "SelfAssessmentDeclared.v1":
      return [...self.keys()].map((criterion) => judgedBy("the school's judgement", self, criterion))
    case "JudgementAgreed.v1": {
      const criterion = field(data, "criterion")
      return [
        judgedBy("the school's judgement", self, criterion),
        judgedBy("the assessor's judgement", assessor, criterion)
      ]
    }
    case "AwardProposed.v1":
      return [...agreed.keys()].map((criterion) => judgedBy("the agreed judgement", agreed, criterion))
    default:
      return []
  }
}

/** Everything that an event follows in a state, with its date. */
export const precedentsOf = (body: Body, state: EnrolmentState): ReadonlyArray<Precedent> =>
  [
    ...follows[body.type].map((what) => {
      const dated = state.dates.get(what)
      return dated === undefined ? undefined : { what, on: dated.on }
    }),
    ...itemsBefore(body, state)
  ].filter((each) => each !== undefined)

// What an event plans, and for when.
const plannedBy = ({ data, type }: Body): Precedent | undefined => {
  const plan = (what: string, key: string) => {
    const on = field(data, key)
    return on === "" ? undefined : { what, on }
  }
  switch (type) {
    case "VisitArranged.v1":
    case "AssessorReplaced.v1":
      return plan("The visit", "on")
    case "VisitMoved.v1":
      return plan("The visit", "to")
    case "EnrolmentDeferred.v1":
      return plan("The end of the deferral", "until")
    case "FurtherWorkAsked.v1":
      return plan("The further work", "by")
    default:
      return undefined
  }
}

/** Whether what was decided can have happened on that date, else why it is refused. */
export const inOrder = (
  state: EnrolmentState,
  occurredOn: PartialDate,
  bodies: ReadonlyArray<Body>
): Result.Result<void, Rejection> => {
  for (const body of bodies) {
    const before = precedentsOf(body, state).find(({ on }) => isCertainlyBefore(occurredOn, on))
    if (before !== undefined) {
      return Result.fail(DatesOutOfOrder({ occurredOn, follows: before.what, on: before.on }))
    }
    const planned = plannedBy(body)
    if (planned !== undefined && isCertainlyBefore(planned.on, occurredOn)) {
      return Result.fail(PlannedForThePast({ what: planned.what, on: planned.on, occurredOn }))
    }
  }
  return Result.void
}
