// Consultation: a draft may be put out for comment, between two dates. Comments are recorded by the office and answered,
// also after publication. Source: the second source's "you are invited to comment on this to inform the publication".
import { Result } from "effect"
import { DatesOutOfOrder } from "../../deciding/loop/answers.ts"
import { rejection } from "../../deciding/declaring/rejection.ts"
import { canBeWithin, isCertainlyBefore, spanOf } from "../../vocabulary/index.ts"
import { AnswerComment, OpenConsultation, ReceiveComment } from "./commands.ts"
import { handleVersion } from "../version/slice.ts"
import { draftOf, inTheSet } from "../version/standing.ts"

/** Refused: a consultation ends on the day it begins, or later. */
export const ConsultationEndsBeforeItBegins = rejection(
  "ConsultationEndsBeforeItBegins",
  (d: { from: string; until: string }) => [
    `The consultation would end on ${d.until}, before it begins on ${d.from}.`,
    "Let it end on the day it begins, or later."
  ]
)

/** Refused: the draft was not put out for comment. */
export const NoConsultation = rejection("NoConsultation", (d: { version: string }) => [
  `Version ${d.version} of the criteria set was not put out for comment.`,
  "Open a consultation first (OpenConsultation)."
])

/** Refused: the comment came before the consultation or after it. */
export const CommentOutsideConsultation = rejection(
  "CommentOutsideConsultation",
  (d: { occurredOn: string; from: string; until: string }) => [
    `The comment came on ${d.occurredOn}, and the consultation is from ${d.from} until ${d.until}.`,
    "Where it is to count, change the consultation's dates first (OpenConsultation)."
  ]
)

/** Refused: the id is that of another comment. */
export const CommentIdTaken = rejection("CommentIdTaken", (d: { comment: string }) => [
  `A comment ${d.comment} is recorded already.`,
  "Give this one an id of its own."
])

/** Refused: there is no such comment. */
export const CommentUnknown = rejection("CommentUnknown", (d: { comment: string; version: string }) => [
  `No comment ${d.comment} on version ${d.version} of the criteria set is recorded.`,
  "Name one that is, or record it first (ReceiveComment)."
])

/** Refused: the comment is answered. */
export const CommentIsAnswered = rejection(
  "CommentIsAnswered",
  (d: { comment: string; outcome: string; on: string }) => [
    `Comment ${d.comment} was answered on ${d.on}: ${d.outcome}.`,
    "An answer that was given stands; record a further comment where there is one."
  ]
)

/** How consultation is decided. */
export const consultingHandlers = [
  handleVersion(OpenConsultation, {
    decide: ({ data: { from, until, version } }, state) =>
      Result.gen(function* () {
        const { consultation } = yield* draftOf(state, version)
        if (isCertainlyBefore(until, from)) {
          return yield* Result.fail(ConsultationEndsBeforeItBegins({ from, until }))
        }
        return consultation?.from === from && consultation.until === until
          ? []
          : [{ type: "ConsultationOpened.v1", data: { from, until } } as const]
      })
  }),
  handleVersion(ReceiveComment, {
    decide: ({ data, occurredOn }, state) =>
      Result.gen(function* () {
        const { scheme: _, version, ...said } = data
        const { comments, consultation } = yield* draftOf(state, version)
        if (consultation === undefined) return yield* Result.fail(NoConsultation({ version }))
        const { from, until } = consultation
        if (!canBeWithin(occurredOn, { first: spanOf(from).first, last: spanOf(until).last })) {
          return yield* Result.fail(CommentOutsideConsultation({ occurredOn, from, until }))
        }
        if (comments.has(said.comment)) return yield* Result.fail(CommentIdTaken({ comment: said.comment }))
        yield* inTheSet(state, version, said)
        return [{ type: "CommentReceived.v1", data: said }] as const
      })
  }),
  handleVersion(AnswerComment, {
    decide: ({ data: { answer, comment, outcome, version }, occurredOn }, state) =>
      Result.gen(function* () {
        const known = state.comments.get(comment)
        if (known === undefined) return yield* Result.fail(CommentUnknown({ comment, version }))
        if (known.answered !== undefined) {
          return yield* Result.fail(CommentIsAnswered({ comment, ...known.answered }))
        }
        if (isCertainlyBefore(occurredOn, known.receivedOn)) {
          const follows = `comment ${comment}`
          return yield* Result.fail(DatesOutOfOrder({ occurredOn, follows, on: known.receivedOn }))
        }
        return [{ type: "CommentAnswered.v1", data: { comment, outcome, answer } }] as const
      })
  })
]
