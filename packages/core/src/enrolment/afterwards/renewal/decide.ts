// An award is renewed, not enrolled for again: another enrolment of the same school, with its Champion, on rules pinned
// anew. What was shown before may be shown again; whether it still counts is a matter of the evidence window.
import { Result } from "effect"
import { cohortFact } from "../../../cohort/decide.ts"
import { criteriaFact } from "../../../criteria/version/slice.ts"
import { rejection } from "../../../deciding/declaring/rejection.ts"
import { ruleSetFact } from "../../../ruleset/decide.ts"
import { EvidenceAlreadySubmitted, EvidenceIsWithdrawn } from "../../evidence/decide.ts"
import { AlreadyEnrolled } from "../../joining/decide.ts"
import { pinnedToBegin } from "../../joining/pinning.ts"
import { handle } from "../../slice.ts"
import { given, openToChange } from "../../standing.ts"
import { awardStanding, isOver } from "../../state.ts"
import { noAppealOpen } from "../appeal/lodged.ts"
import { NoAwardStands } from "../review/standing.ts"
import { notClosed } from "../school/closed.ts"
import { ageInMonths } from "./age.ts"
import { BeginRenewal, CarryEvidenceForward } from "./commands.ts"

/** Refused: the award that is renewed had no such evidence, or nothing is renewed. */
export const NothingToCarryForward = rejection("NothingToCarryForward", (d: { evidence: string }) => [
  `There is no evidence ${d.evidence} of an award that is being renewed.`,
  "Name evidence of that award, once its renewal is begun (BeginRenewal), or submit it anew (SubmitEvidence)."
])

/** How every command about renewal is decided. */
export const renewalHandlers = [
  handle(BeginRenewal, {
    facts: ({ data }) => ({
      cohort: cohortFact(data.scheme, data.cohort),
      criteria: criteriaFact(data.scheme, data.criteriaSet),
      rules: ruleSetFact(data.scheme, data.ruleSet)
    }),
    decide: ({ data, occurredOn }, state, facts) =>
      Result.gen(function* () {
        const { cohort, school } = data
        const award = awardStanding(state)
        if (award === undefined) return yield* Result.fail(NoAwardStands({ school }))
        if (state.enrolment > 0 && !isOver(state)) {
          return yield* Result.fail(AlreadyEnrolled({ school, cohort: state.cohort, stage: state.stage }))
        }
        yield* noAppealOpen(state, school)
        yield* notClosed(state, school)
        const pins = yield* pinnedToBegin(facts, data, occurredOn)
        return [
          {
            type: "RenewalBegun.v1",
            data: { renews: award.event, enrolment: state.enrolment + 1, cohort, ...pins }
          }
        ] as const
      })
  }),
  handle(CarryEvidenceForward, {
    decide: ({ data: { evidence, school }, occurredOn }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, school)
        if (state.evidence.has(evidence)) return yield* Result.fail(EvidenceAlreadySubmitted({ evidence }))
        const item = state.afterwards.earlier.get(evidence)
        if (item === undefined) return yield* Result.fail(NothingToCarryForward({ evidence }))
        if (item.withdrawn) return yield* Result.fail(EvidenceIsWithdrawn({ evidence }))
        const { kind, producedOn } = item
        const age = given("ageMonths", ageInMonths(producedOn, occurredOn))
        return [{ type: "EvidenceCarriedForward.v1", data: { evidence, kind, producedOn, ...age } }] as const
      })
  })
]
