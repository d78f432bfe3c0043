// What others may use of the award rule. What is not listed here is how it is done. `rule` is what a rule says, `case`
// what is put to it, `deriving` steps 1 to 5; `explanation`, `what-if` and `dry-run` are asked of the same case,
// `parties` is what comes of it between Champion and assessor, `interchange` the form it has in files.
export type {
  AwardRefusal,
  NothingApplies,
  RefusalDetail,
  RuleDoesNotFit,
  SetAsideRefused,
  UnknownCriterion
} from "./refusal.ts"
export {
  checkRuleAgainst,
  decodeRuleSet,
  largestDenominator,
  LimiterAction,
  longestAppealDays,
  longestMonths,
  mostEvidence,
  RuleSet
} from "./rule/rule-set.ts"
export { type PresetName, presets } from "./rule/presets.ts"
export {
  isSetAside,
  Judgement,
  type JudgementSet,
  type JudgementSetName,
  SetAside
} from "./case/judgement.ts"
export { decodeJudgements } from "./case/decode-judgements.ts"
export {
  type AssignedEvidence,
  countEvidence,
  decodeEvidence,
  type EvidenceCounts,
  type EvidenceState
} from "./case/evidence.ts"
export { type ThemeRule, themeLevel, type WeighedLevel } from "./deriving/theme-level.ts"
export { type AwardRule, closedForm, indicatedLevel } from "./deriving/indicated-level.ts"
export { type LimiterFacts, type LimiterName, limiterNames, type Limits } from "./deriving/limiters.ts"
export {
  type AwardCase,
  type CompleteIndicated,
  derive,
  type IncompleteIndicated,
  type Indicated,
  type ThemeAt
} from "./deriving/derive.ts"
export type * from "./explanation/explanation.ts"
export { explain } from "./explanation/explain.ts"
export { levelFromLeaves } from "./explanation/leaves.ts"
export { sentences } from "./explanation/sentences.ts"
export { type InterchangeResult, toInterchange } from "./interchange/result.ts"
export { type InterchangeForm, interchangeSchemas } from "./interchange/schemas.ts"
export { longestHolder } from "./interchange/forms.ts"
export { deriveEach, type IndicatedByEach, type JudgedWith, type ThreeSets } from "./parties/three-sets.ts"
export { type AgreedWith, type Agreement, type AgreementRefusal, mayAgree } from "./parties/agreement.ts"
export {
  type Agreed,
  type FurtherWork,
  furtherWork,
  type NoCriterionNamed,
  type Outcome,
  reopens,
  type Withdrawn,
  type Withheld
} from "./parties/outcome.ts"
export {
  defaultMostSets,
  mostCriteriaForWhatIf,
  type OutOfReach,
  type TooManyCriteria,
  type Upgrade,
  type WhatIf,
  whatIf,
  type WhatIfAsked
} from "./what-if/what-if.ts"
export { type IfRejected, ifRejected, type RejectionAsked } from "./what-if/if-rejected.ts"
export { decodeMigration, Equivalent, Migration, type Sources, sourcesOf } from "./dry-run/migration.ts"
export {
  alikeFrom,
  type ProposedEquivalent,
  type ProposedBecause,
  type ProposedMigration,
  proposeMigration
} from "./dry-run/propose-migration.ts"
export {
  type CannotJudge,
  type CriteriaAndRule,
  dryRun,
  type DryRunChange,
  type DryRunMove,
  type DryRunResult,
  type Holder,
  type Standing,
  type ThemeMove
} from "./dry-run/dry-run.ts"
