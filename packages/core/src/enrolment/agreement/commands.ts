// What is asked for about an award. Each is a person's judgement on the history, and says which revision that
// person has seen; submitting further work is not.
import { Schema } from "effect"
import { CriterionId, mostCriteriaInTheme } from "../../criteria/set/criteria-set.ts"
import { commandType, judgementType } from "../../deciding/declaring/command.ts"
import { PersonSignature } from "../../deciding/declaring/signing.ts"
import { Level, PartialDate, Text } from "../../vocabulary/index.ts"
import { school } from "../standing.ts"

/** Propose an award, as the assessor. */
export const ProposeAward = judgementType("ProposeAward", "Propose an award, as the assessor.", {
  ...school,
  level: Level,
  /** Needed where the level differs from the indicated one. */
  reason: Schema.optionalKey(Text),
  /** The assessor's, over an agreement statement. */
  signature: Schema.optionalKey(PersonSignature)
})

/** Decline the proposed award, as the Champion. */
export const DeclineProposal = judgementType(
  "DeclineProposal",
  "Decline the proposed award, as the Champion.",
  {
    ...school,
    reason: Text
  }
)

/** Withdraw the proposed award, as the assessor. */
export const WithdrawProposal = judgementType(
  "WithdrawProposal",
  "Withdraw the proposed award, as the assessor.",
  {
    ...school,
    reason: Text
  }
)

/** Accept the proposed award, as the Champion. */
export const AcceptProposal = judgementType("AcceptProposal", "Accept the proposed award, as the Champion.", {
  ...school,
  /** The level that is accepted: it must be the one proposed. */
  level: Level,
  /** The Champion's, over an agreement statement. */
  signature: Schema.optionalKey(PersonSignature)
})

/** Ask for further work on criteria by a date, as the assessor. */
export const AskFurtherWork = judgementType(
  "AskFurtherWork",
  "Ask for further work on criteria by a date, as the assessor.",
  {
    ...school,
    criteria: Schema.NonEmptyArray(CriterionId).check(
      Schema.isMaxLength(mostCriteriaInTheme),
      Schema.isUnique()
    ),
    by: PartialDate,
    reason: Schema.optionalKey(Text)
  }
)

/** Submit the further work, as the Champion. */
export const SubmitFurtherWork = commandType(
  "SubmitFurtherWork",
  "Submit the further work, as the Champion.",
  {
    ...school,
    note: Schema.optionalKey(Text)
  }
)

/** Withhold the award, as the assessor. */
export const WithholdAward = judgementType("WithholdAward", "Withhold the award, as the assessor.", {
  ...school,
  reason: Text
})
