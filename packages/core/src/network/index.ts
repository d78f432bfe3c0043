// Learning networks: schools that chose a focus together, over time.
export {
  ActivityRecorded,
  EvaluationFinding,
  EvaluationMeasure,
  evaluationMeasures,
  EvaluationRecorded,
  NetworkActivity,
  Term
} from "./activity/events.ts"
export { TermNotStated } from "./activity/decide.ts"
export * from "./commands.ts"
export { ConsentIsPersonal, ConsentNotGiven } from "./directory/decide.ts"
export * from "./directory/events.ts"
export { type NetworkEvent, networkEvents } from "./events.ts"
export { AlreadyMathematicsCentre } from "./focus/decide.ts"
export * from "./focus/events.ts"
export { isOnMathematics, type LearningFocus, mostTopics } from "./focus/focus.ts"
export { networkFold } from "./fold.ts"
export { NetworkAlreadyFormed, NotReadyToEndorse, StageOutOfTurn } from "./forming/decide.ts"
export * from "./forming/events.ts"
export { networkHandlers } from "./handlers.ts"
export { MembershipsOverlap } from "./membership/decide.ts"
export * from "./membership/events.ts"
export { networkFacts, type NetworkFacts, networksJoinedBy } from "./membership/joined.ts"
export { membersOf, SchoolNotInNetwork } from "./membership/members.ts"
export { mostNetworkSchools } from "./network-limits.ts"
export { networkFact, NetworkIsClosed, networkStream, NetworkUnknown } from "./slice.ts"
export type {
  ChosenFocus,
  ContactConsent,
  Membership,
  NetworkStage,
  NetworkState,
  RecordedActivity,
  RecordedEvaluation,
  Representative,
  TrainingArrangement
} from "./state.ts"
export { NotARepresentative } from "./training/decide.ts"
export {
  RepresentativeNamed,
  RepresentativeStoodDown,
  TrainingArranged,
  TrainingModel
} from "./training/events.ts"
export { cpdBridgeNotice, modelsFor } from "./training/models.ts"
