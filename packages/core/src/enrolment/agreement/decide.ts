// An award needs both parties: the assessor proposes, the Champion accepts. The rule computes what the agreed
// judgements indicate; the parties may agree another level within its bounds, and say why.
import { Result } from "effect"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { networksJoinedBy } from "../../network/index.ts"
import { supports } from "../afterwards/second-judgement/supported.ts"
import { knownCriterion, pinnedRules, pinnedRulesOf } from "../criteria-facts.ts"
import { handle } from "../slice.ts"
import { given, openToChange, underWay } from "../standing.ts"
import type { EnrolmentState, Proposal } from "../state.ts"
import { assessorOf, stillAssesses } from "../visit/assessor.ts"
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
import { borderlineBy } from "./borderline.ts"
import { agreeable, factsOfAward, indicatedAward } from "./indicated.ts"
import { partySignature } from "./statement.ts"

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

const proposalOf = ({ proposal }: EnrolmentState, school: string): Result.Result<Proposal, Rejection> =>
  proposal === undefined ? Result.fail(NoProposal({ school })) : Result.succeed(proposal)

/** How every command about an award is decided. */
export const agreementHandlers = [
  handle(ProposeAward, {
    lookUp: ({ data }) => networksJoinedBy(data.school),
    facts: ({ data }, state, networks) => factsOfAward(data.scheme, state, networks),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { level, reason, signature } = data
        yield* openToChange(state, data.school)
        yield* visitHeld(state, data.school)
        const judged = yield* indicatedAward(data, state, facts)
        const { indicated } = yield* agreeable(judged, level, reason, {
          school: data.school,
          supported: supports(state, level)
        })
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
    lookUp: ({ data }) => networksJoinedBy(data.school),
    facts: ({ data }, state, networks) => factsOfAward(data.scheme, state, networks),
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
        const { indicated } = yield* agreeable(judged, level, proposal.reason, {
          school: data.school,
          supported: supports(state, level)
        })
        return [
          {
            type: "AwardAgreed.v1",
            data: {
              level,
              indicated,
              ...given("borderline", borderlineBy(judged.case)),
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
