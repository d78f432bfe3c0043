// Schools are matched by URN: a merger gives a new one, and with it a stream of its own. The award of the school before
// is shown there, and is the new school's only where that is decided.
import { Result } from "effect"
import { type Rejection, rejection } from "../../../deciding/declaring/rejection.ts"
import { handle, schoolFact } from "../../slice.ts"
import { NotEnrolled } from "../../standing.ts"
import { awardStanding, type EnrolmentState } from "../../state.ts"
import { NoAwardStands } from "../review/standing.ts"
import { notClosed } from "./closed.ts"
import { CarryOverAward, CloseSchool, ReplaceSchool } from "./commands.ts"

/** Refused: a school does not take its own place. */
export const ReplacedByItself = rejection("ReplacedByItself", (d: { school: string }) => [
  `School ${d.school} was to be replaced by itself.`,
  "Name the URN of the school that takes its place."
])

/** Refused: the school has not taken that other school's place. */
export const NotTheSuccessor = rejection("NotTheSuccessor", (d: { school: string; from: string }) => [
  `School ${d.school} has not taken the place of school ${d.from}.`,
  "Record first that it has (ReplaceSchool), or name the school whose place it took."
])

/** Refused: the school has an award of its own. */
export const HasAnAward = rejection("HasAnAward", (d: { school: string; level: string }) => [
  `School ${d.school} has an award of its own (${d.level}).`,
  "It keeps that; an award is carried over to a school that has none."
])

const known = (state: EnrolmentState, school: string): Result.Result<void, Rejection> =>
  state.enrolment === 0 && state.awards.length === 0
    ? Result.fail(NotEnrolled({ school }))
    : notClosed(state, school)

/** How every command about the school itself is decided. */
export const schoolHandlers = [
  handle(ReplaceSchool, {
    decide: ({ data: { reason, school, successor } }, state) =>
      Result.gen(function* () {
        yield* known(state, school)
        if (successor === school) return yield* Result.fail(ReplacedByItself({ school }))
        return [{ type: "SchoolReplaced.v1", data: { successor, reason } }] as const
      })
  }),
  handle(CloseSchool, {
    decide: ({ data: { reason, school } }, state) =>
      Result.map(known(state, school), () => [{ type: "SchoolClosed.v1", data: { reason } }] as const)
  }),
  handle(CarryOverAward, {
    facts: ({ data }) => ({ former: schoolFact(data.scheme, data.from) }),
    decide: ({ data: { from, reason, scheme, school } }, state, { former }) =>
      Result.gen(function* () {
        yield* notClosed(state, school)
        if (former.state.closed?.successor !== school) {
          return yield* Result.fail(NotTheSuccessor({ school, from }))
        }
        const award = awardStanding(former.state)
        if (award === undefined) return yield* Result.fail(NoAwardStands({ school: from }))
        const own = awardStanding(state)
        if (own?.event === award.event) return []
        if (own !== undefined) return yield* Result.fail(HasAnAward({ school, level: own.level }))
        const { agreedOn, cohort, criteriaSet, event, indicated, level, ruleSet } = award
        const given = { award: event, level, indicated, agreedOn, cohort, criteriaSet, ruleSet }
        return [{ type: "AwardCarriedOver.v1", data: { scheme, school, from, ...given, reason } }] as const
      })
  })
]
