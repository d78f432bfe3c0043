// An award needs both parties: the assessor proposes, the Champion accepts. The rule computes what the agreed
// judgements indicate; the parties may agree another level within its bounds, and say why.
import { Result } from "effect"
import { derive, type Indicated } from "../../award/deriving/derive.ts"
import { type Agreement, mayAgree } from "../../award/parties/agreement.ts"
import { cohortFact } from "../../cohort/decide.ts"
import type { CohortState } from "../../cohort/fold.ts"
import type { CriteriaState } from "../../criteria/fold.ts"
import { type Rejection, rejection } from "../../deciding/rejection.ts"
import type { Fact } from "../../deciding/slice.ts"
import { personFact } from "../../person/decide.ts"
import { whyNotExternal } from "../../person/external.ts"
import type { PersonState } from "../../person/fold.ts"
import type { RuleSetState } from "../../ruleset/fold.ts"
import { type Level, levelOf, type Text } from "../../vocabulary/index.ts"
import { knownCriterion, pinnedRules, pinnedRulesOf, type Rules } from "../criteria-facts.ts"
import { awardCaseOf, cpdShortfall } from "../judgement/award-case.ts"
import { refused } from "../judgement/decide.ts"
import { handle } from "../slice.ts"
import { given, openToChange, ReasonMissing, underWay } from "../standing.ts"
import type { EnrolmentState, Proposal } from "../state.ts"
import { assessorOf, AssessorNotExternal, stillAssesses } from "../visit/assessor.ts"
import { visitArranged, visitHeld, VisitNotHeld } from "../visit/held.ts"
import {
  AcceptProposal,
  AskFurtherWork,
  DeclineProposal,
  ProposeAward,
  SubmitFurtherWork,
  WithdrawProposal,
  WithholdAward
} from "./commands.ts"
import { partySignature } from "./statement.ts"

/** Refused: an award is proposed on agreed judgements only. */
export const JudgementsNotAgreed = rejection(
  "JudgementsNotAgreed",
  (d: { criteria: ReadonlyArray<string> }) => [
    `Not every judgement is agreed: open are ${d.criteria.join(", ")}.`,
    "Agree each of them in the review of the evidence (AgreeJudgement)."
  ]
)

/** Refused: a limiter of the rule set blocks an award. */
export const AwardBlocked = rejection("AwardBlocked", (d: { by: ReadonlyArray<string> }) => [
  `The rule blocks an award: ${d.by.join(", ")}.`,
  "Resolve what blocks it; another level does not help."
])

/** Refused: a limiter of the rule set caps the award below the level. */
export const LevelAboveCap = rejection(
  "LevelAboveCap",
  (d: { level: string; cap: string; by: ReadonlyArray<string> }) => [
    `The rule caps the award at ${d.cap} (${d.by.join(", ")}), and ${d.level} was to be given.`,
    `Propose ${d.cap} at most, or resolve what caps it.`
  ]
)

/** Refused: the level is further from the indicated one than the rule set permits. */
export const ShiftTooLarge = rejection(
  "ShiftTooLarge",
  (d: { indicated: string; level: string; maxShift: number }) => [
    `${d.level} is further from the indicated ${d.indicated} than the rule permits (${d.maxShift}).`,
    "Propose a level nearer to it, or agree the judgements anew where they are wrong."
  ]
)

/** Refused: a level above the indicated one needs a second assessor. */
export const ShiftNotSupported = rejection("ShiftNotSupported", (d: { indicated: string; level: string }) => [
  `${d.level} is above the indicated ${d.indicated}, and no second assessor has supported that.`,
  "Propose the indicated level or a lower one with a reason; a higher one needs a second assessor."
])

/** Refused: an award was to be proposed at none. */
export const NoAwardAtNone = rejection("NoAwardAtNone", (d: { school: string }) => [
  `An award is Bronze, Silver or Gold, and school ${d.school} was to be given one at none.`,
  "Ask for further work (AskFurtherWork), or withhold the award (WithholdAward)."
])

/** Refused: there is no proposal to answer or withdraw. */
export const NoProposal = rejection("NoProposal", (d: { school: string }) => [
  `No award is proposed for school ${d.school}.`,
  "Have the assessor propose one first (ProposeAward)."
])

/** Refused: another level was proposed than was to be accepted. */
export const OtherLevelProposed = rejection(
  "OtherLevelProposed",
  (d: { level: string; proposed: string }) => [
    `${d.proposed} is proposed, and ${d.level} was to be accepted.`,
    "Accept the level that is proposed, or decline it and say why."
  ]
)

/** Refused: a fact has changed since the proposal, and with it what the rule indicates. */
export const ProposalOutOfDate = rejection(
  "ProposalOutOfDate",
  (d: { indicated: string; proposed: string }) => [
    `The agreed judgements now indicate ${d.indicated}, and the proposal was made on ${d.proposed}: a fact it rests on has changed.`,
    "Have the assessor withdraw the proposal and propose again."
  ]
)

/** Refused: no further work is outstanding. */
export const FurtherWorkNotAsked = rejection("FurtherWorkNotAsked", (d: { school: string }) => [
  `No further work is asked for of school ${d.school}.`,
  "Nothing is to be submitted."
])

interface AwardFacts {
  readonly criteria: Fact<CriteriaState>
  readonly rules: Fact<RuleSetState>
  readonly cohort: Fact<CohortState>
  readonly champion: Fact<PersonState>
  readonly assessor: Fact<PersonState>
}

const factsOfAward = (scheme: string, state: EnrolmentState) => ({
  ...pinnedRules(scheme, state),
  cohort: cohortFact(scheme, state.cohort),
  champion: personFact(state.champion ?? ""),
  ...assessorOf(state)
})

const proposalOf = ({ proposal }: EnrolmentState, school: string): Result.Result<Proposal, Rejection> =>
  proposal === undefined ? Result.fail(NoProposal({ school })) : Result.succeed(proposal)

// The rules, and what the agreed judgements indicate by them.
interface Judged {
  readonly rules: Rules
  readonly indicated: Indicated
}

// What the agreed judgements indicate, under the limiters that are the case.
const indicatedAward = (
  { scheme, school }: { readonly scheme: string; readonly school: string },
  state: EnrolmentState,
  facts: AwardFacts
): Result.Result<Judged, Rejection> =>
  Result.gen(function* () {
    yield* stillAssesses(state, facts.assessor, { scheme, school })
    const rules = yield* pinnedRulesOf(facts, state)
    const assessor = state.visit?.assessor ?? ""
    const why = whyNotExternal(facts.assessor.state, scheme, school, assessor, state.insiders)
    if (why !== undefined && rules.ruleSet.limiters.conflictOfInterest === "block") {
      return yield* Result.fail(AssessorNotExternal({ assessor, school, why }))
    }
    const limiters = {
      cpdShortfall: cpdShortfall(facts.champion.state, scheme),
      conflictOfInterest: why !== undefined
    }
    const indicated = yield* Result.mapError(
      derive(awardCaseOf("agreed", state, rules, facts.cohort.state, limiters)),
      refused
    )
    return { rules, indicated }
  })

// Whether the parties may agree a level: the award's own rule, answered in the words of a decision.
const agreeable = (
  { indicated, rules }: Judged,
  level: Level,
  reason: Text | undefined,
  school: string
): Result.Result<Agreement, Rejection> => {
  const { maxShift } = rules.ruleSet
  const { limits } = indicated
  const best = indicated.complete ? indicated.level : indicated.provisional
  const agreed = mayAgree(indicated, level, { rule: { maxShift }, ...given("reason", reason?.text) })
  return Result.mapError(agreed, ({ _tag }) => {
    switch (_tag) {
      case "Incomplete":
        return JudgementsNotAgreed({ criteria: indicated.complete ? [] : indicated.unjudged })
      case "Blocked":
        return AwardBlocked({ by: limits.blockedBy })
      case "NoAward":
        return NoAwardAtNone({ school })
      case "AboveCap":
        return LevelAboveCap({ level, cap: levelOf(limits.cap), by: limits.cappedBy })
      case "ShiftTooLarge":
        return ShiftTooLarge({ indicated: best, level, maxShift })
      case "ReasonMissing":
        return ReasonMissing({ why: `${level} is proposed where best fit indicates ${best}` })
      case "SecondAssessorMissing":
        return ShiftNotSupported({ indicated: best, level })
    }
  })
}

/** How every command about an award is decided. */
export const agreementHandlers = [
  handle(ProposeAward, {
    facts: ({ data }, state) => factsOfAward(data.scheme, state),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { level, reason, signature } = data
        yield* openToChange(state, data.school)
        yield* visitHeld(state, data.school)
        const judged = yield* indicatedAward(data, state, facts)
        const { indicated } = yield* agreeable(judged, level, reason, data.school)
        return [
          {
            type: "AwardProposed.v1",
            data: {
              level,
              indicated,
              ...given("reason", reason),
              advice: judged.indicated.limits.advisedBy,
              ...given("signature", signature),
              basis: judged.rules.applied
            }
          }
        ] as const
      }),
    signatureOf: (bodies, facts, on) => partySignature(bodies, facts, on)
  }),
  handle(DeclineProposal, {
    decide: ({ data: { reason, school } }, state) =>
      Result.gen(function* () {
        yield* underWay(state, school)
        yield* proposalOf(state, school)
        return [{ type: "ProposalDeclined.v1", data: { reason } }] as const
      })
  }),
  handle(WithdrawProposal, {
    decide: ({ data: { reason, school } }, state) =>
      Result.gen(function* () {
        yield* underWay(state, school)
        yield* proposalOf(state, school)
        return [{ type: "ProposalWithdrawn.v1", data: { reason } }] as const
      })
  }),
  handle(AcceptProposal, {
    facts: ({ data }, state) => factsOfAward(data.scheme, state),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { level, signature } = data
        yield* underWay(state, data.school)
        const proposal = yield* proposalOf(state, data.school)
        if (level !== proposal.level) {
          return yield* Result.fail(OtherLevelProposed({ level, proposed: proposal.level }))
        }
        const judged = yield* indicatedAward(data, state, facts)
        if (judged.indicated.complete && judged.indicated.level !== proposal.indicated) {
          return yield* Result.fail(
            ProposalOutOfDate({ indicated: judged.indicated.level, proposed: proposal.indicated })
          )
        }
        const { indicated } = yield* agreeable(judged, level, proposal.reason, data.school)
        return [
          {
            type: "AwardAgreed.v1",
            data: {
              level,
              indicated,
              ...given("reason", proposal.reason),
              advice: judged.indicated.limits.advisedBy,
              ...given("signature", signature),
              basis: judged.rules.applied
            }
          }
        ] as const
      }),
    signatureOf: (bodies, facts, on) => partySignature(bodies, facts, on)
  }),
  handle(AskFurtherWork, {
    facts: ({ data }, state) => ({ ...pinnedRules(data.scheme, state), ...assessorOf(state) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { by, criteria, reason } = data
        yield* openToChange(state, data.school)
        yield* visitHeld(state, data.school)
        yield* stillAssesses(state, facts.assessor, data)
        for (const criterion of criteria) yield* knownCriterion(facts.criteria, criterion)
        const { applied } = yield* pinnedRulesOf(facts, state)
        return [
          { type: "FurtherWorkAsked.v1", data: { criteria, by, ...given("reason", reason), basis: applied } }
        ] as const
      })
  }),
  handle(SubmitFurtherWork, {
    decide: ({ data: { note, school } }, state) =>
      Result.gen(function* () {
        yield* openToChange(state, school)
        if (state.stage !== "further work") return yield* Result.fail(FurtherWorkNotAsked({ school }))
        return [{ type: "FurtherWorkSubmitted.v1", data: given("note", note) }] as const
      })
  }),
  handle(WithholdAward, {
    facts: ({ data }, state) => ({ ...pinnedRules(data.scheme, state), ...assessorOf(state) }),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { reason, school } = data
        yield* openToChange(state, school)
        const { held, on } = yield* visitArranged(state, school)
        if (held === undefined) return yield* Result.fail(VisitNotHeld({ school, on }))
        yield* stillAssesses(state, facts.assessor, data)
        const { applied } = yield* pinnedRulesOf(facts, state)
        return [{ type: "AwardWithheld.v1", data: { reason, basis: applied } }] as const
      })
  })
]
