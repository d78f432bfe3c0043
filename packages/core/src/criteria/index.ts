// Criteria sets, as data and as versions of a scheme: drafted, put out for comment, published, withdrawn, guided.
export * from "./audience.ts"
export * from "./commands.ts"
export {
  CommentIdTaken,
  CommentIsAnswered,
  CommentOutsideConsultation,
  CommentUnknown,
  ConsultationEndsBeforeItBegins,
  NoConsultation
} from "./consulting.ts"
export * from "./criteria-set.ts"
export * from "./decide.ts"
export * from "./difference/index.ts"
export { CriterionIdTaken, LastTheme, TooManyThemes } from "./drafting.ts"
export * from "./events.ts"
export { criteriaFold } from "./fold.ts"
export { GuidanceIdTaken, GuidanceUnknown, guidanceFor, type LinkedGuidance } from "./guiding.ts"
export * from "./identifiers.ts"
export {
  defaultNoticeMonths,
  inForceAfterNotice,
  InForceBeforePublished,
  isShortNotice,
  longestNotice,
  noticeInDays,
  NoticeTooShort,
  type Publication
} from "./notice.ts"
export { ConsultationNotOver } from "./publishing.ts"
export * from "./revised-sample.ts"
export * from "./sample-criteria-set.ts"
export { criteriaFact, criteriaStream } from "./slice.ts"
export { AlreadyPublished, NotDrafted, NotInTheSet, VersionIsWithdrawn } from "./standing.ts"
export * from "./state.ts"
export * from "./tip.ts"
