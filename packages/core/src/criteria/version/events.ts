// These names are the stored format. What has happened to a version of a scheme's criteria set.
import { Schema } from "effect"
import { type BodyOf, eventType } from "../../event-store/index.ts"
import {
  KeptText,
  longestIdentifier,
  longestText,
  PartialDate,
  SchemeId,
  Sha256,
  Version
} from "../../vocabulary/index.ts"
import { Audience } from "./audience.ts"
import { Theme } from "../set/criteria-set.ts"
import { CommentFrom, CommentId, CommentOutcome, GuidanceId, HttpsLink } from "./identifiers.ts"
import { Tips } from "../set/tip.ts"
import { CriterionId, longestTitle, ThemeId } from "../set/wording.ts"

const title = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestTitle)).annotate({
  holds: "scheme word"
})
const notice = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestText)).annotate({
  holds: "scheme word"
})

/** A version of a criteria set was drafted, or its heading revised. Stored as `CriteriaSetDrafted.v1`. */
export const CriteriaSetDrafted = eventType(
  "CriteriaSetDrafted",
  1,
  "A version of a criteria set was drafted, or its heading revised.",
  {
    scheme: SchemeId,
    version: Version,
    id: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestIdentifier)).annotate({
      holds: "identifier"
    }),
    title,
    notice: Schema.optionalKey(notice)
  }
)

// One event a theme, so that no event of a criteria set is large.
/** A theme of a criteria set was drafted, or revised. Stored as `ThemeDrafted.v1`. */
export const ThemeDrafted = eventType(
  "ThemeDrafted",
  1,
  "A theme of a criteria set was drafted, or revised.",
  {
    theme: Schema.toType(Theme)
  }
)

/** A theme was taken out of a draft. Stored as `ThemeDropped.v1`. */
export const ThemeDropped = eventType("ThemeDropped", 1, "A theme was taken out of a draft.", {
  theme: ThemeId
})

/** The top tips of a draft were drafted or revised, all of them together. Stored as `TipsDrafted.v1`. */
export const TipsDrafted = eventType(
  "TipsDrafted",
  1,
  "The top tips of a draft were drafted or revised, all of them together.",
  { tips: Tips }
)

/** A draft was put out for comment, or other dates were set for that. Stored as `ConsultationOpened.v1`. */
export const ConsultationOpened = eventType(
  "ConsultationOpened",
  1,
  "A draft was put out for comment, or other dates were set for that.",
  { from: PartialDate, until: PartialDate }
)

/** A comment on a draft was received. Stored as `CommentReceived.v1`. */
export const CommentReceived = eventType("CommentReceived", 1, "A comment on a draft was received.", {
  comment: CommentId,
  theme: Schema.optionalKey(ThemeId),
  criterion: Schema.optionalKey(CriterionId),
  from: Schema.optionalKey(CommentFrom),
  said: KeptText
})

/** A comment on a draft was answered. Stored as `CommentAnswered.v1`. */
export const CommentAnswered = eventType("CommentAnswered", 1, "A comment on a draft was answered.", {
  comment: CommentId,
  outcome: CommentOutcome,
  answer: KeptText
})

/** A criteria set was published, to be in force from a date. Stored as `CriteriaSetPublished.v1`. */
export const CriteriaSetPublished = eventType(
  "CriteriaSetPublished",
  1,
  "A criteria set was published, to be in force from a date.",
  {
    hash: Sha256,
    publishedOn: PartialDate,
    inForceFrom: PartialDate,
    /** How many comments were not answered by then; absent where none. */
    unanswered: Schema.optionalKey(
      Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER }))
    )
  }
)

/** A version was withdrawn: no enrolment begins with it any more. Stored as `CriteriaSetWithdrawn.v1`. */
export const CriteriaSetWithdrawn = eventType(
  "CriteriaSetWithdrawn",
  1,
  "A version was withdrawn: no enrolment begins with it any more.",
  { reason: KeptText }
)

/** Guidance was linked. It is no part of the set, and changes no hash. Stored as `GuidanceLinked.v1`. */
export const GuidanceLinked = eventType(
  "GuidanceLinked",
  1,
  "Guidance was linked. It is no part of the set, and changes no hash.",
  {
    guidance: GuidanceId,
    title,
    link: HttpsLink,
    criterion: Schema.optionalKey(CriterionId),
    audience: Schema.optionalKey(Audience)
  }
)

/** Guidance was withdrawn. Stored as `GuidanceWithdrawn.v1`. */
export const GuidanceWithdrawn = eventType("GuidanceWithdrawn", 1, "Guidance was withdrawn.", {
  guidance: GuidanceId,
  reason: Schema.optionalKey(KeptText)
})

/** The event types of this concern, newest versions. */
export const criteriaEvents = [
  CriteriaSetDrafted,
  ThemeDrafted,
  ThemeDropped,
  TipsDrafted,
  ConsultationOpened,
  CommentReceived,
  CommentAnswered,
  CriteriaSetPublished,
  CriteriaSetWithdrawn,
  GuidanceLinked,
  GuidanceWithdrawn
] as const
/** An event of this concern: its stored type and its data. */
export type CriteriaEvent = BodyOf<(typeof criteriaEvents)[number]>
