// Arbitraries for fast-check: everything the domain's values, events and histories can be, each shrinking to
// something a person can read.
export { type AwardCaseOptions, anyAwardCase } from "./award-case.ts"
export {
  anyCommandSequence,
  type CommandSequence,
  type CommandSequenceOptions,
  type SequenceStep
} from "./sequence/command-sequence.ts"
export { anyCriteriaSet, criteriaIn, type CriteriaSetOptions } from "./criteria-set.ts"
export { anyCommand, anyEventData } from "./event-data.ts"
export { anyEvidenceCounts } from "./evidence-counts.ts"
export { type ByIdentifier, fromSchema } from "./from-schema.ts"
export {
  anyHistory,
  type HistoryOptions,
  type Played,
  type PlayedHistory,
  playSequence
} from "./sequence/history.ts"
export { Coverage, TooSeldomMet } from "./coverage.ts"
export { anyCohortLabel, anyCommandId, anyEventId, anyPersonRef, anyUrn } from "./identifiers.ts"
export { anyJudgementSet, type JudgementSetOptions } from "./judgement-set.ts"
export { anyLevel, anyLevelNear } from "./level.ts"
export { anyFullDate, anyPartialDate, type Between } from "./partial-date.ts"
export { type Outcome, outcomeOf } from "./sequence/outcome.ts"
export { Rehearsal } from "./sequence/rehearsal.ts"
export { anyRuleSetFor } from "./rule-set.ts"
export {
  anySmallWorld,
  beginning,
  foundingCommands,
  inhabitants,
  office,
  type SmallWorld,
  type SmallWorldOptions
} from "./sequence/small-world.ts"
export { anyStampedEvent } from "./stamped-event.ts"
export { anyKeptText, anySealedText, anyText } from "./text.ts"
export { anyWords, awkwardWords } from "./words.ts"
