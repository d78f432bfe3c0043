// Award rules put to their laws: any rule, a function from a case to a level, whoever wrote it.
export type { Change, Law, LawName, Trial, Violation } from "./law.ts"
export type { Answer, Judged } from "./answer-given.ts"
export type {
  AnyAwardRule,
  AnyWhatIf,
  Bounds,
  Raised,
  RuleToTest,
  StricterVersion,
  TestedRule,
  WhatIfAnswer
} from "./rule-to-test.ts"
export { awardLaws } from "./laws/index.ts"
export { monotone } from "./laws/monotone.ts"
export { unanimity } from "./laws/unanimity.ts"
export { bounds } from "./laws/bounds.ts"
export { orderIrrelevant } from "./laws/order-irrelevant.ts"
export { weightScaling } from "./laws/weight-scaling.ts"
export { closedForm } from "./laws/closed-form.ts"
export { notApplicableIsRemoved } from "./laws/not-applicable-is-removed.ts"
export { whatIfSoundAndMinimal } from "./laws/what-if-sound-and-minimal.ts"
export { stricterNeverHigher } from "./laws/stricter-never-higher.ts"
export { levelFromLeaves } from "./laws/level-from-leaves.ts"
export { unchangedByLaterRules } from "./laws/unchanged-by-later-rules.ts"
export { checkAwardLaws, type CheckOptions } from "./check-award-laws.ts"
export type { CasesOptions } from "./drawn-cases.ts"
export type {
  AwardLawsReport,
  CounterExample,
  LawBroken,
  LawHeld,
  LawNotPut,
  LawReport,
  LawVacuous
} from "./report.ts"
export { reportSentences } from "./report-sentences.ts"
export { violationOf } from "./trial.ts"
export { type StricterRule, stricterRules } from "./stricter-rules.ts"
export { closedFormOf } from "./closed-form-of.ts"
export { lawsOfPreset, type PresetLaws, presetNames } from "./preset-laws.ts"
