// These names are the stored format. How an award is proposed by the assessor and agreed by the Champion, or
// what becomes of it instead.
import { Schema } from "effect"
import { CriterionId, mostCriteriaInTheme } from "../../criteria/set/criteria-set.ts"
import { Basis } from "../../deciding/declaring/basis.ts"
import { PersonSignature } from "../../deciding/declaring/signing.ts"
import { eventType } from "../../event-store/index.ts"
import { KeptText, Level, PartialDate } from "../../vocabulary/index.ts"

/** What both parties are told and may decide in spite of. */
export const Advice = Schema.Literals(["cpdShortfall", "conflictOfInterest", "schoolClosed"]).annotate({
  identifier: "Advice",
  description: "A limiter of the rule that advises."
})
export type Advice = typeof Advice.Type

const award = {
  level: Level,
  /** What the rule computes from the agreed judgements. */
  indicated: Level,
  advice: Schema.Array(Advice),
  /** The assessor's where it is proposed, the Champion's where it is agreed; unsigned where there is none. */
  signature: Schema.optionalKey(PersonSignature)
}

/** The assessor proposed an award. Stored as `AwardProposed.v1`. */
export const AwardProposed = eventType("AwardProposed", 1, "The assessor proposed an award.", {
  ...award,
  /** Why the level differs from the indicated one, where it does. It stands here once, and not in the award again. */
  reason: Schema.optionalKey(KeptText),
  basis: Basis
})

/** The Champion declined the proposal. Stored as `ProposalDeclined.v1`. */
export const ProposalDeclined = eventType("ProposalDeclined", 1, "The Champion declined the proposal.", {
  reason: KeptText
})

/** The assessor withdrew the proposal. Stored as `ProposalWithdrawn.v1`. */
export const ProposalWithdrawn = eventType("ProposalWithdrawn", 1, "The assessor withdrew the proposal.", {
  reason: KeptText
})

/** The award was agreed: the Champion accepted it. Stored as `AwardAgreed.v1`. */
export const AwardAgreed = eventType("AwardAgreed", 1, "The award was agreed: the Champion accepted it.", {
  ...award,
  /** A criterion on which alone the indicated level hangs, where there is one: such an award is moderated. */
  borderline: Schema.optionalKey(CriterionId),
  basis: Basis
})

/** The assessor asked for further work on criteria, by a date; it re-opens those only. Stored as `FurtherWorkAsked.v1`. */
export const FurtherWorkAsked = eventType(
  "FurtherWorkAsked",
  1,
  "The assessor asked for further work on criteria, by a date; it re-opens those only.",
  {
    criteria: Schema.NonEmptyArray(CriterionId).check(Schema.isMaxLength(mostCriteriaInTheme)),
    by: PartialDate,
    reason: Schema.optionalKey(KeptText),
    basis: Basis
  }
)

/** The Champion submitted the further work. Stored as `FurtherWorkSubmitted.v1`. */
export const FurtherWorkSubmitted = eventType(
  "FurtherWorkSubmitted",
  1,
  "The Champion submitted the further work.",
  {
    note: Schema.optionalKey(KeptText)
  }
)

/** The award was withheld. Stored as `AwardWithheld.v1`. */
export const AwardWithheld = eventType("AwardWithheld", 1, "The award was withheld.", {
  reason: KeptText,
  basis: Basis
})

/** The event types of this concern, newest versions. */
export const agreementEvents = [
  AwardProposed,
  ProposalDeclined,
  ProposalWithdrawn,
  AwardAgreed,
  FurtherWorkAsked,
  FurtherWorkSubmitted,
  AwardWithheld
] as const
