// What others may use of the award rule. What is not listed here is how it is done.
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
} from "./rule-set.ts"
export { type PresetName, presets } from "./presets.ts"
export { isSetAside, Judgement, type JudgementSet, JudgementSetName, SetAside } from "./judgement.ts"
export { decodeJudgements } from "./decode-judgements.ts"
export {
  type AssignedEvidence,
  countEvidence,
  decodeEvidence,
  type EvidenceCounts,
  type EvidenceState
} from "./evidence.ts"
export { type ThemeRule, themeLevel, type WeighedLevel } from "./theme-level.ts"
export { type AwardRule, closedForm, indicatedLevel } from "./indicated-level.ts"
export { type LimiterFacts, type LimiterName, limiterNames, type Limits } from "./limiters.ts"
export {
  type AwardCase,
  type CompleteIndicated,
  derive,
  type IncompleteIndicated,
  type Indicated,
  type ThemeAt
} from "./derive.ts"
export type * from "./explanation.ts"
export { explain } from "./explain.ts"
export { levelFromLeaves } from "./leaves.ts"
export { sentences } from "./sentences.ts"
export { type InterchangeResult, toInterchange } from "./interchange.ts"
export { deriveEach, type IndicatedByEach, type JudgedWith, type ThreeSets } from "./three-sets.ts"
export { type AgreedWith, type Agreement, type AgreementRefusal, mayAgree } from "./agreement.ts"
export {
  type Agreed,
  type FurtherWork,
  furtherWork,
  type NoCriterionNamed,
  type Outcome,
  reopens,
  type Withdrawn,
  type Withheld
} from "./outcome.ts"
export {
  defaultMostSets,
  mostCriteriaForWhatIf,
  type OutOfReach,
  type TooManyCriteria,
  type Upgrade,
  type WhatIf,
  whatIf,
  type WhatIfAsked
} from "./what-if.ts"
export { type IfRejected, ifRejected, type RejectionAsked } from "./if-rejected.ts"
export { decodeMigration, Equivalent, Migration, type Sources, sourcesOf } from "./migration.ts"
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
} from "./dry-run.ts"
