// A date recorded wrongly would stand in the way of all that follows it. The office corrects it, as long as the
// enrolment is in order with the new one too. No correction changes an award; one made after it opens a review.
import { Result } from "effect"
import { NotYetHappened } from "../../deciding/loop/answers.ts"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { isCertainlyBefore, type PartialDate } from "../../vocabulary/index.ts"
import { opening } from "../afterwards/review/opening.ts"
import { handle } from "../slice.ts"
import { NotEnrolled } from "../standing.ts"
import type { EnrolmentState } from "../state.ts"
import { CorrectDate } from "./commands.ts"
import { type Dated, follows, type Milestone } from "./milestone.ts"

/** Refused: the event has no date that is kept, or is an award, which no correction changes. */
export const DateNotCorrectable = rejection("DateNotCorrectable", (d: { corrects: string }) => [
  `Event ${d.corrects} is none of this enrolment's whose date others are measured by, or is an agreed award, which no correction changes.`,
  "Name the event of the enrolment, Champion's appointment, declaration, visit, proposal or further work whose date is wrong."
])

/** Refused: with the corrected date something that follows would come before. */
export const CorrectionOutOfOrder = rejection(
  "CorrectionOutOfOrder",
  (d: { what: string; to: string; other: string; on: string }) => [
    `${d.what} would be on ${d.to}, and not in order with ${d.other}, which is dated ${d.on}.`,
    "Correct that date first where it is wrong too (CorrectDate), or name one that is in order with it."
  ]
)

// What of a state would not be in order, were the milestone on that date. Of an order that does not hold as it is, as
// that of a renewal and its Champion's appointment in the enrolment before, nothing is asked.
const outOfOrder = (
  state: EnrolmentState,
  milestone: Milestone,
  { on, type }: Dated,
  to: PartialDate
): { readonly other: string; readonly on: PartialDate } | undefined => {
  for (const [other, dated] of state.dates) {
    if (other === milestone) continue
    const early = follows[type].includes(other) && isCertainlyBefore(to, dated.on)
    const late =
      other !== "the end of the enrolment before" &&
      follows[dated.type].includes(milestone) &&
      isCertainlyBefore(dated.on, to) &&
      !isCertainlyBefore(dated.on, on)
    if (early || late) return { other, on: dated.on }
  }
  if (milestone !== "the visit") return undefined
  for (const [criterion, { on }] of [...state.assessor, ...state.agreed]) {
    if (isCertainlyBefore(on, to)) return { other: `the judgement of ${criterion}`, on }
  }
  return undefined
}

const found = (
  { dates }: EnrolmentState,
  corrects: string
): Result.Result<readonly [Milestone, Dated], Rejection> => {
  const dated = [...dates].find(
    ([what, { event }]) => event === corrects && what !== "the end of the enrolment before"
  )
  return dated === undefined || dated[1].type === "AwardAgreed.v1"
    ? Result.fail(DateNotCorrectable({ corrects }))
    : Result.succeed(dated)
}

/** How every command about dates is decided. */
export const chronologyHandlers = [
  handle(CorrectDate, {
    decide: ({ data: { corrects, on: to, reason, school } }, state, { today }) =>
      Result.gen(function* () {
        if (state.enrolment === 0) return yield* Result.fail(NotEnrolled({ school }))
        const [what, dated] = yield* found(state, corrects)
        if (isCertainlyBefore(today, to)) return yield* Result.fail(NotYetHappened({ occurredOn: to, today }))
        const other = outOfOrder(state, what, dated, to)
        if (other !== undefined) return yield* Result.fail(CorrectionOutOfOrder({ what, to, ...other }))
        if (dated.on === to) return []
        return [
          { type: "DateCorrected.v1", data: { corrects, from: dated.on, to, reason } } as const,
          ...(state.stage === "agreed" ? opening(state, "correction", reason) : [])
        ]
      })
  })
]
