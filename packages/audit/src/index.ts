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
export { type StoreLog, storeLog } from "./log/store-log.ts"
export type { Finding, FindingKind, Unchecked, Where } from "./verifying/finding.ts"
export { whereText } from "./verifying/finding.ts"
export type { AwardFileVerdict, EventVerdict, Outcome } from "./verifying/verdict.ts"
export { verifyAwardFile, type VerifyingWith } from "./verifying/verify-award-file.ts"
