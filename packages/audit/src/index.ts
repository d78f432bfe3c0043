// What an auditor asks of an award, and award files that anyone can verify. Imports no module of Node, so that a page
// can verify too.
export {
  AwardFile,
  awardFileFormat,
  FiledEvent,
  FiledLog,
  FiledStream,
  LogPlace
} from "./award-file/award-file.ts"
export { makeAwardFile, NothingToFile, type Seal } from "./award-file/make-award-file.ts"
export { awardFileBytes, NotAnAwardFile, readAwardFile } from "./award-file/read-award-file.ts"
export {
  type CheckpointRequest,
  signHeadOf,
  signLogCheckpoint,
  streamHeadOf,
  type WholeStream
} from "./log/sealing.ts"
export { readWholeStream } from "./history/read-stream.ts"
export { emptyLog, type GrownLog, type KeptLog, keptLogJson, keptLogOf, readOn } from "./log/growing-log.ts"
export { type StoreLog, storeLog } from "./log/store-log.ts"
export type { Finding, FindingKind, Unchecked, Where } from "./verifying/finding.ts"
export { whereText } from "./verifying/finding.ts"
export type { PartyVerdict } from "./verifying/parties.ts"
export { type AwardFileVerdict, type EventVerdict, type Outcome, outcomeSaid } from "./verifying/verdict.ts"
export { verifyAwardFile, type VerifyingWith } from "./verifying/verify-award-file.ts"
export { asAt, type SchoolAsAt } from "./history/as-at.ts"
export { blame, type Blamed, diff, type Difference } from "./history/blame.ts"
export { type Decision, decisionsOf } from "./history/decision.ts"
export { changedFields, type FieldChanged, type Fields, fieldsOf, type FieldValue } from "./history/fields.ts"
export {
  historyInFile,
  HistoryUnreadable,
  type SchoolHistory,
  schoolHistory,
  withTexts
} from "./history/school-history.ts"
export type { DataDiffers } from "./replay/differences.ts"
export { type Recomputed, replay, type Replayed } from "./replay/replay.ts"
export { replayedTypes } from "./replay/command-behind.ts"
export { type HistoryLine, historyLines } from "./history/history.ts"
export {
  explainAt,
  type ExplainedAt,
  type ExplainedPoint,
  pointToExplain,
  type UnderRule,
  underRule
} from "./explaining/explain-at.ts"
export {
  agreementOf,
  type AgreementStatistics,
  type KappaWeights,
  type Pair
} from "./comparing/agreement-statistics.ts"
export {
  type ByPair,
  type JudgedAs,
  type JudgedThrice,
  partiesAgree,
  type PartiesAgree,
  threeJudgements,
  type ThreeJudgements
} from "./comparing/three-judgements.ts"
export { type CloudEvent, cloudEventOf } from "./exports/cloudevents.ts"
export {
  type Ocel,
  type OcelAttribute,
  type OcelEvent,
  type OcelObject,
  ocelOf,
  type OcelRelationship,
  type OcelType
} from "./exports/ocel.ts"
export { type ProvDocument, provOf } from "./exports/prov.ts"
export {
  AwardDateUnknown,
  type BadgeParts,
  type BadgeProfile,
  type OpenBadge,
  openBadgeOf
} from "./exports/openbadge/credential.ts"
export {
  type BadgeIssuing,
  badgeOfSchool,
  NoBadgeOfAward,
  statusListOfScheme
} from "./exports/openbadge/of-store.ts"
export { badgeEventTypes, type BadgePlace, badgePlaces } from "./exports/openbadge/places.ts"
export { openBadgeProblems } from "./exports/openbadge/required.ts"
export {
  type BadgeFinding,
  type BadgeReading,
  type BadgeVerdict,
  readBadge
} from "./exports/openbadge/read.ts"
export { type BadgeSigner, signBadge } from "./exports/openbadge/sign.ts"
export {
  isRevokedIn,
  leastStatusBits,
  NotAStatusList,
  type StatusListCredential,
  statusListOf,
  type StatusListParts
} from "./exports/openbadge/status-list.ts"
export { type StoreVerdict, type StoreVerifyingWith, verifyStore } from "./verifying/verify-store.ts"
