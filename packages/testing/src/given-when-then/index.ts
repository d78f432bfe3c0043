// Given, when, then: rules told as stories, for any test runner; and a small world for stories to happen in.
export type { AnyCommand, Asked, Domain } from "./domain.ts"
export { Given, type Sent } from "./given.ts"
export { type Difference, differences, StoryMismatch } from "./mismatch.ts"
export type { Envelope, PastEvent } from "./past.ts"
export { Projected } from "./projecting.ts"
export {
  type EventInStream,
  given,
  givenEvents,
  type PastByStream,
  someDay,
  type Stories,
  storiesOf,
  told
} from "./stories.ts"
export {
  attended,
  by,
  byAssessor,
  byChampion,
  byOffice,
  type CohortCommand,
  type NetworkCommand,
  onCohort,
  onNetwork,
  onPerson,
  type PersonCommand,
  type Said,
  type SchoolCommand
} from "./small-world/commands.ts"
export { smallCriteriaSet, smallRuleSet } from "./small-world/small-set.ts"
export { sampleWorld, smallWorld, stages, type World, worldWith } from "./small-world/small-world.ts"
export {
  criteriaOf,
  evidenceFor,
  type MainRoad,
  type OtherWay,
  type Stage,
  type StageName,
  type WorldOptions
} from "./small-world/stage.ts"
export * from "./small-world/who-is-who.ts"
export type { Told } from "./told.ts"
export { type ProblemTold, Refused, When } from "./when.ts"
