// What can be asked for about a version of a scheme's rule set.
import { Schema } from "effect"
import { RuleSet } from "../award/rule/rule-set.ts"
import { publishingFields } from "../criteria/deciding/notice.ts"
import { commandType } from "../deciding/declaring/command.ts"
import { SchemeId, Text, Version } from "../vocabulary/index.ts"

/** Publish a version of the scheme's rule set. */
export const PublishRuleSet = commandType("PublishRuleSet", "Publish a version of the scheme's rule set.", {
  scheme: SchemeId,
  ruleSet: RuleSet,
  /** What the scheme calls it, and enrolments pin; the rule set's own version where nothing is said. */
  publishedAs: Schema.optionalKey(Version),
  ...publishingFields
})

/** Withdraw a version of the scheme's rule set. */
export const WithdrawRuleSet = commandType(
  "WithdrawRuleSet",
  "Withdraw a version of the scheme's rule set.",
  {
    scheme: SchemeId,
    /** What the scheme calls it. */
    version: Version,
    reason: Text
  }
)
