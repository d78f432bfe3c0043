// These names are the stored format. What has happened to a version of a scheme's criteria set.
import { Schema } from "effect"
import { type BodyOf, eventType } from "../event-store/index.ts"
import {
  longestIdentifier,
  longestText,
  PartialDate,
  SchemeId,
  Sha256,
  Version
} from "../vocabulary/index.ts"
import { longestTitle, Theme } from "./criteria-set.ts"

const title = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestTitle))
const notice = Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestText))

/** A version of a criteria set was drafted. Stored as `CriteriaSetDrafted.v1`. */
export const CriteriaSetDrafted = eventType(
  "CriteriaSetDrafted",
  1,
  "A version of a criteria set was drafted.",
  {
    scheme: SchemeId,
    version: Version,
    id: Schema.String.check(Schema.isMinLength(1), Schema.isMaxLength(longestIdentifier)),
    title,
    notice: Schema.optionalKey(notice)
  }
)

// One event a theme, so that no event of a criteria set is large.
/** A theme of a criteria set was drafted. Stored as `ThemeDrafted.v1`. */
export const ThemeDrafted = eventType("ThemeDrafted", 1, "A theme of a criteria set was drafted.", {
  theme: Schema.toType(Theme)
})

/** A criteria set was published, to be in force from a date. Stored as `CriteriaSetPublished.v1`. */
export const CriteriaSetPublished = eventType(
  "CriteriaSetPublished",
  1,
  "A criteria set was published, to be in force from a date.",
  { hash: Sha256, publishedOn: PartialDate, inForceFrom: PartialDate }
)

/** The event types of this concern, newest versions. */
export const criteriaEvents = [CriteriaSetDrafted, ThemeDrafted, CriteriaSetPublished] as const
/** An event of this concern: its stored type and its data. */
export type CriteriaEvent = BodyOf<(typeof criteriaEvents)[number]>
