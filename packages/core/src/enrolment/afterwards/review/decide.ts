// An award is reviewed where something about it has changed since. A review changes no award: where it finds that the
// award should not stand, the office revokes it, which is a decision of its own, and can be appealed.
import { Result } from "effect"
import { criteriaFact } from "../../../criteria/version/slice.ts"
import { type Rejection, rejection } from "../../../deciding/declaring/rejection.ts"
import { ruleSetFact } from "../../../ruleset/decide.ts"
import { rulesOf } from "../../criteria-facts.ts"
import { handle } from "../../slice.ts"
import { type Award, awardStanding, type EnrolmentState } from "../../state.ts"
import { noAppealOpen } from "../appeal/lodged.ts"
import { CloseReview, OpenReview, RevokeAward } from "./commands.ts"
import { opening } from "./opening.ts"
import { NoAwardStands } from "./standing.ts"

/** Refused: a review of the award is open. */
export const ReviewIsOpen = rejection("ReviewIsOpen", (d: { school: string; cause: string }) => [
  `A review of the award of school ${d.school} is open (${d.cause}).`,
  "Close it first (CloseReview), with what it found."
])

/** Refused: no review of the award is open. */
export const NoReviewOpen = rejection("NoReviewOpen", (d: { school: string }) => [
  `No review of an award of school ${d.school} is open.`,
  "Open one first (OpenReview)."
])

const standing = (state: EnrolmentState, school: string): Result.Result<Award, Rejection> => {
  const award = awardStanding(state)
  return award === undefined ? Result.fail(NoAwardStands({ school })) : Result.succeed(award)
}

/** How every command about reviews and revocation is decided. */
export const reviewHandlers = [
  handle(OpenReview, {
    decide: ({ data: { cause, reason, school } }, state) =>
      Result.gen(function* () {
        yield* standing(state, school)
        const { review } = state.afterwards
        return review === undefined
          ? opening(state, cause, reason)
          : yield* Result.fail(ReviewIsOpen({ school, cause: review.cause }))
      })
  }),
  handle(CloseReview, {
    decide: ({ data: { finding, reason, school } }, state) =>
      state.afterwards.review === undefined
        ? Result.fail(NoReviewOpen({ school }))
        : Result.succeed([{ type: "ReviewClosed.v1", data: { finding, reason } }])
  }),
  handle(RevokeAward, {
    facts: ({ data }, state) => {
      const award = awardStanding(state)
      return {
        criteria: criteriaFact(data.scheme, award?.criteriaSet ?? ""),
        rules: ruleSetFact(data.scheme, award?.ruleSet ?? "")
      }
    },
    decide: ({ data: { reason, school } }, state, facts) =>
      Result.gen(function* () {
        const award = yield* standing(state, school)
        yield* noAppealOpen(state, school)
        const { applied } = yield* rulesOf(facts, award)
        return [
          {
            type: "AwardRevoked.v1",
            data: { award: award.event, level: award.level, reason, basis: applied }
          }
        ] as const
      })
  })
]
