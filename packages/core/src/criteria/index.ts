// Criteria sets, as data and as versions of a scheme: drafted, put out for comment, published, withdrawn, guided.
export * from "./version/audience.ts"
export * from "./deciding/commands.ts"
export {
  CommentIdTaken,
  CommentIsAnswered,
  CommentOutsideConsultation,
  CommentUnknown,
  ConsultationEndsBeforeItBegins,
  NoConsultation
} from "./deciding/consulting.ts"
export * from "./set/criteria-set.ts"
export * from "./deciding/decide.ts"
export * from "./difference/index.ts"
export { CriterionIdTaken, LastTheme, TooManyThemes } from "./deciding/drafting.ts"
export * from "./version/events.ts"
export { criteriaFold } from "./version/fold.ts"
export { GuidanceIdTaken, GuidanceUnknown, guidanceFor, type LinkedGuidance } from "./deciding/guiding.ts"
export * from "./version/identifiers.ts"
export {
  defaultNoticeMonths,
  inForceAfterNotice,
  InForceBeforePublished,
  isShortNotice,
  longestNotice,
  noticeInDays,
  NoticeTooShort,
  type Publication
} from "./deciding/notice.ts"
export { ConsultationNotOver } from "./deciding/publishing.ts"
export * from "./set/revised-sample.ts"
export * from "./set/sample-criteria-set.ts"
export { criteriaFact, criteriaStream } from "./version/slice.ts"
export { AlreadyPublished, NotDrafted, NotInTheSet, VersionIsWithdrawn } from "./version/standing.ts"
export * from "./version/state.ts"
export * from "./set/tip.ts"
