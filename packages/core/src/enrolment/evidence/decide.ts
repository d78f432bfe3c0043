// What the school shows for which criterion, and what the assessor finds of it. Further work re-opens the
// criteria named in it, and those only.
import { Result, Schema } from "effect"
import { CriterionId } from "../../criteria/set/criteria-set.ts"
import { commandType } from "../../deciding/declaring/command.ts"
import { type Rejection, rejection } from "../../deciding/declaring/rejection.ts"
import { EvidenceId, isCertainlyBefore, PartialDate, Sha256, Text } from "../../vocabulary/index.ts"
import { opening } from "../afterwards/review/opening.ts"
import { knownCriterion, pinnedCriteria } from "../criteria-facts.ts"
import { handle } from "../slice.ts"
import { given, openToChange, ReasonMissing, school } from "../standing.ts"
import type { EnrolmentState } from "../state.ts"
import type { Assignment, Evidence } from "./evidence.ts"
import { assessorOf, stillAssesses } from "../visit/assessor.ts"
import { visitHeld } from "../visit/held.ts"
import { EvidenceKind, EvidenceReference } from "./events.ts"
import { reopened } from "./reopened.ts"

const item = { ...school, evidence: EvidenceId }
const assignment = { ...item, criterion: CriterionId }

/** Submit a piece of evidence. */
export const SubmitEvidence = commandType("SubmitEvidence", "Submit a piece of evidence.", {
  ...item,
  kind: EvidenceKind,
  reference: EvidenceReference,
  sha256: Schema.optionalKey(Sha256),
  producedOn: PartialDate
})

/** Assign evidence to a criterion. */
export const AssignEvidence = commandType("AssignEvidence", "Assign evidence to a criterion.", assignment)

/** Take evidence from a criterion. */
export const UnassignEvidence = commandType("UnassignEvidence", "Take evidence from a criterion.", assignment)

/** Withdraw a piece of evidence. */
export const WithdrawEvidence = commandType("WithdrawEvidence", "Withdraw a piece of evidence.", {
  ...item,
  reason: Text
})

/** Accept evidence for a criterion, or find it insufficient, in the review with the Champion. */
export const ReviewEvidence = commandType(
  "ReviewEvidence",
  "Accept evidence for a criterion, or find it insufficient, in the review with the Champion.",
  {
    ...assignment,
    verdict: Schema.Literals(["accepted", "insufficient"]),
    /** Needed where the evidence is found insufficient. */
    reason: Schema.optionalKey(Text)
  }
)

/** Refused: an evidence id names one piece of evidence for ever. */
export const EvidenceAlreadySubmitted = rejection("EvidenceAlreadySubmitted", (d: { evidence: string }) => [
  `The school has evidence ${d.evidence} already.`,
  "Submit this under another id, or withdraw that first and use a new id."
])

/** Refused: evidence was to be submitted before it was produced. */
export const EvidenceNotYetProduced = rejection(
  "EvidenceNotYetProduced",
  (d: { evidence: string; producedOn: string; occurredOn: string }) => [
    `Evidence ${d.evidence} was produced on ${d.producedOn}, after it was submitted on ${d.occurredOn}.`,
    "Correct one of the two dates."
  ]
)

/** Refused: the school has submitted no such evidence. */
export const EvidenceUnknown = rejection("EvidenceUnknown", (d: { evidence: string }) => [
  `The school has submitted no evidence ${d.evidence}.`,
  "Submit it first (SubmitEvidence)."
])

/** Refused: the evidence was withdrawn and no longer counts. */
export const EvidenceIsWithdrawn = rejection("EvidenceIsWithdrawn", (d: { evidence: string }) => [
  `Evidence ${d.evidence} was withdrawn.`,
  "Submit it again under a new id if it is to count."
])

/** Refused: the evidence is assigned to the criterion already. */
export const EvidenceAlreadyAssigned = rejection(
  "EvidenceAlreadyAssigned",
  (d: { evidence: string; criterion: string }) => [
    `Evidence ${d.evidence} is assigned to ${d.criterion} already.`,
    "Nothing is to do."
  ]
)

/** Refused: the evidence is not assigned to the criterion. */
export const EvidenceNotAssigned = rejection(
  "EvidenceNotAssigned",
  (d: { evidence: string; criterion: string }) => [
    `Evidence ${d.evidence} is not assigned to ${d.criterion}.`,
    "Assign it first (AssignEvidence), or name the criterion it is assigned to."
  ]
)

const live = (state: EnrolmentState, evidence: string): Result.Result<Evidence, Rejection> =>
  notWithdrawn(state.evidence.get(evidence), evidence)

const notWithdrawn = (found: Evidence | undefined, evidence: string): Result.Result<Evidence, Rejection> => {
  if (found === undefined) return Result.fail(EvidenceUnknown({ evidence }))
  return found.withdrawn ? Result.fail(EvidenceIsWithdrawn({ evidence })) : Result.succeed(found)
}

const assigned = (
  state: EnrolmentState,
  { criterion, evidence }: { readonly criterion: string; readonly evidence: string }
): Result.Result<Assignment, Rejection> =>
  Result.flatMap(live(state, evidence), ({ assignments }) => {
    const found = assignments.find((each) => each.criterion === criterion)
    return found === undefined
      ? Result.fail(EvidenceNotAssigned({ evidence, criterion }))
      : Result.succeed(found)
  })

/** How every command about evidence is decided. */
export const evidenceHandlers = [
  handle(SubmitEvidence, {
    decide: ({ data, occurredOn }, state) =>
      Result.gen(function* () {
        const { evidence, kind, producedOn, reference, sha256 } = data
        yield* openToChange(state, data.school)
        if (state.evidence.has(evidence) || state.afterwards.earlier.has(evidence))
          return yield* Result.fail(EvidenceAlreadySubmitted({ evidence }))
        if (isCertainlyBefore(occurredOn, producedOn)) {
          return yield* Result.fail(EvidenceNotYetProduced({ evidence, producedOn, occurredOn }))
        }
        return [
          {
            type: "EvidenceSubmitted.v1",
            data: { evidence, kind, reference, ...given("sha256", sha256), producedOn }
          }
        ] as const
      })
  }),
  handle(AssignEvidence, {
    facts: ({ data }, state) => pinnedCriteria(data.scheme, state),
    decide: ({ data }, state, { criteria }) =>
      Result.gen(function* () {
        const { criterion, evidence } = data
        yield* openToChange(state, data.school)
        const { assignments } = yield* live(state, evidence)
        yield* knownCriterion(criteria, criterion)
        yield* reopened(state, criterion)
        if (assignments.some((each) => each.criterion === criterion)) {
          return yield* Result.fail(EvidenceAlreadyAssigned({ evidence, criterion }))
        }
        return [{ type: "EvidenceAssigned.v1", data: { evidence, criterion } }] as const
      })
  }),
  handle(UnassignEvidence, {
    decide: ({ data }, state) =>
      Result.gen(function* () {
        const { criterion, evidence } = data
        yield* openToChange(state, data.school)
        yield* assigned(state, data)
        yield* reopened(state, criterion)
        return [{ type: "EvidenceUnassigned.v1", data: { evidence, criterion } }] as const
      })
  }),
  handle(WithdrawEvidence, {
    decide: ({ data }, state) =>
      Result.gen(function* () {
        const { evidence, reason } = data
        // After an award evidence of it may still be withdrawn; that changes no award, and opens a review.
        const { earlier } = state.afterwards
        const after = state.stage === "agreed"
        if (!after) yield* openToChange(state, data.school)
        yield* notWithdrawn(state.evidence.get(evidence) ?? earlier.get(evidence), evidence)
        return [
          { type: "EvidenceWithdrawn.v1", data: { evidence, reason } } as const,
          ...(after || earlier.has(evidence) ? opening(state, "evidence withdrawn", reason) : [])
        ]
      })
  }),
  handle(ReviewEvidence, {
    facts: (_, state) => assessorOf(state),
    decide: ({ data }, state, facts) =>
      Result.gen(function* () {
        const { criterion, evidence, reason, verdict } = data
        yield* openToChange(state, data.school)
        yield* visitHeld(state, data.school)
        yield* stillAssesses(state, facts.assessor, data)
        const { verdict: before } = yield* assigned(state, data)
        yield* reopened(state, criterion)
        if (verdict === "insufficient" && reason === undefined) {
          return yield* Result.fail(ReasonMissing({ why: `evidence ${evidence} is found insufficient` }))
        }
        return verdict === before
          ? []
          : ([
              {
                type: "EvidenceReviewed.v1",
                data: { evidence, criterion, verdict, ...given("reason", reason) }
              }
            ] as const)
      })
  })
]
