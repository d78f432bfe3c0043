// What can be asked for about a version of a scheme's criteria set.
import { Schema } from "effect"
import { commandType } from "../../deciding/declaring/command.ts"
import { PartialDate, SchemeId, Text, Version } from "../../vocabulary/index.ts"
import { Audience } from "../version/audience.ts"
import { CriteriaSet, Theme } from "../set/criteria-set.ts"
import { CommentFrom, CommentId, CommentOutcome, GuidanceId, HttpsLink } from "../version/identifiers.ts"
import { publishingFields } from "./notice.ts"
import { CriterionId, longestTitle, ThemeId, wording } from "../set/wording.ts"

const version = { scheme: SchemeId, version: Version }

/** Draft a version of the scheme's criteria set, or revise its draft as a whole. */
export const DraftCriteriaSet = commandType(
  "DraftCriteriaSet",
  "Draft a version of the scheme's criteria set, or revise its draft as a whole.",
  { scheme: SchemeId, criteriaSet: CriteriaSet }
)

/** Draft a theme of a draft, or revise it. */
export const DraftTheme = commandType("DraftTheme", "Draft a theme of a draft, or revise it.", {
  ...version,
  theme: Theme
})

/** Take a theme out of a draft. */
export const DropTheme = commandType("DropTheme", "Take a theme out of a draft.", {
  ...version,
  theme: ThemeId
})

/** Put a draft out for comment, or change until when it is. */
export const OpenConsultation = commandType(
  "OpenConsultation",
  "Put a draft out for comment, or change until when it is.",
  { ...version, from: PartialDate, until: PartialDate }
)

/** Record a comment on a draft that is out for comment. */
export const ReceiveComment = commandType(
  "ReceiveComment",
  "Record a comment on a draft that is out for comment.",
  {
    ...version,
    comment: CommentId,
    /** What it is on; on the whole where neither is said. */
    theme: Schema.optionalKey(ThemeId),
    criterion: Schema.optionalKey(CriterionId),
    from: Schema.optionalKey(CommentFrom),
    said: Text
  }
)

/** Answer a comment on a draft. */
export const AnswerComment = commandType("AnswerComment", "Answer a comment on a draft.", {
  ...version,
  comment: CommentId,
  outcome: CommentOutcome,
  answer: Text
})

/** Publish the draft of a version. */
export const PublishDraft = commandType("PublishDraft", "Publish the draft of a version.", {
  ...version,
  ...publishingFields
})

/** Publish a version of the scheme's criteria set. */
export const PublishCriteriaSet = commandType(
  "PublishCriteriaSet",
  "Publish a version of the scheme's criteria set.",
  { scheme: SchemeId, criteriaSet: CriteriaSet, ...publishingFields }
)

/** Withdraw a version of the scheme's criteria set. */
export const WithdrawCriteriaSet = commandType(
  "WithdrawCriteriaSet",
  "Withdraw a version of the scheme's criteria set.",
  { ...version, reason: Text }
)

/** Link guidance to a criterion of a version, or to the whole of it. */
export const LinkGuidance = commandType(
  "LinkGuidance",
  "Link guidance to a criterion of a version, or to the whole of it.",
  {
    ...version,
    guidance: GuidanceId,
    title: wording("a title", longestTitle),
    link: HttpsLink,
    /** What it helps with; the whole where nothing is said. */
    criterion: Schema.optionalKey(CriterionId),
    /** Whom it is for; everyone where nothing is said. */
    audience: Schema.optionalKey(Audience)
  }
)

/** Withdraw guidance. */
export const WithdrawGuidance = commandType("WithdrawGuidance", "Withdraw guidance.", {
  ...version,
  guidance: GuidanceId,
  reason: Schema.optionalKey(Text)
})
