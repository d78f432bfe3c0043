// A decision is appealed within so many working days, and once. It is heard on the original evidence by another
// assessor than those who judged, and their finding is what the office's decision says.
import { Result } from "effect"
import { criteriaFact } from "../../../criteria/version/slice.ts"
import { rejection } from "../../../deciding/declaring/rejection.ts"
import { ruleSetFact } from "../../../ruleset/decide.ts"
import { isCertainlyBefore, isoDateOf, spanOf, workingDaysAfter } from "../../../vocabulary/index.ts"
import { rulesOf } from "../../criteria-facts.ts"
import { handle } from "../../slice.ts"
import { given } from "../../standing.ts"
import type { EnrolmentState } from "../../state.ts"
import { DecideAppeal, LodgeAppeal } from "./commands.ts"
import { AppealIsOpen, appealOf } from "./lodged.ts"

/** Refused: there is no decision that can be appealed. */
export const NothingToAppeal = rejection("NothingToAppeal", (d: { school: string }) => [
  `Nothing is decided of school ${d.school} that could be appealed.`,
  "Appeal against an award, its withholding or its revocation, before another enrolment or renewal begins."
])

/** Refused: a decision is appealed once. */
export const AlreadyAppealed = rejection("AlreadyAppealed", (d: { against: string }) => [
  `Decision ${d.against} was appealed, and that is decided.`,
  "The decision of an appeal is final."
])

/** Refused: the time in which the decision could be appealed is over. */
export const AppealTooLate = rejection(
  "AppealTooLate",
  (d: { occurredOn: string; lastDay: string; workingDays: number }) => [
    `The appeal is of ${d.occurredOn}, and the last day for it was ${d.lastDay} (${d.workingDays} working days).`,
    "Ask the scheme's office for a review of the award (OpenReview)."
  ]
)

/** Refused: another assessor has not yet looked at the original evidence. */
export const AppealNotHeard = rejection("AppealNotHeard", (d: { school: string }) => [
  `No other assessor has judged the original evidence of school ${d.school} for this appeal yet.`,
  "Ask one (AskSecondJudgement) and have them judge it (GiveSecondJudgement)."
])

const factsOfDecision = (scheme: string, { afterwards: { decision } }: EnrolmentState) => ({
  criteria: criteriaFact(scheme, decision?.criteriaSet ?? ""),
  rules: ruleSetFact(scheme, decision?.ruleSet ?? "")
})

/** How every command about appeals is decided. */
export const appealHandlers = [
  handle(LodgeAppeal, {
    facts: ({ data }, state) => factsOfDecision(data.scheme, state),
    decide: ({ data: { grounds, school }, occurredOn }, state, facts) =>
      Result.gen(function* () {
        const { appeal, appealed, decision } = state.afterwards
        if (decision === undefined) return yield* Result.fail(NothingToAppeal({ school }))
        if (appeal !== undefined) return yield* Result.fail(AppealIsOpen({ school }))
        if (appealed.has(decision.event)) {
          return yield* Result.fail(AlreadyAppealed({ against: decision.event }))
        }
        const { ruleSet } = yield* rulesOf(facts, decision)
        const { last } = spanOf(decision.on)
        const day = workingDaysAfter(last, ruleSet.appealWorkingDays, facts.isWorkingDay)
        const lastDay = day === undefined ? undefined : isoDateOf(day)
        if (lastDay !== undefined && isCertainlyBefore(lastDay, occurredOn)) {
          const workingDays = ruleSet.appealWorkingDays
          return yield* Result.fail(AppealTooLate({ occurredOn, lastDay, workingDays }))
        }
        return [
          {
            type: "AppealLodged.v1",
            data: { against: decision.event, decision: decision.kind, ...given("lastDay", lastDay), grounds }
          }
        ] as const
      })
  }),
  handle(DecideAppeal, {
    facts: ({ data }, state) => factsOfDecision(data.scheme, state),
    decide: ({ data: { reason, school } }, state, facts) =>
      Result.gen(function* () {
        const { against } = yield* appealOf(state, school)
        const { decision, second } = state.afterwards
        if (decision === undefined || second?.about !== "appeal" || second.level === undefined) {
          return yield* Result.fail(AppealNotHeard({ school }))
        }
        const { applied } = yield* rulesOf(facts, decision)
        const { assessor, level } = second
        const outcome = level === decision.level ? ("confirmed" as const) : ("changed" as const)
        return [
          {
            type: "AppealDecided.v1",
            data: { against, decision: decision.kind, outcome, level, assessor, reason, basis: applied }
          }
        ] as const
      })
  })
]
