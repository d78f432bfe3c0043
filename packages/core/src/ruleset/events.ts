// These names are the stored format. A stored rule set has every parameter filled in and names its algorithm.
import { Schema } from "effect"
import { RuleSet } from "../award/rule/rule-set.ts"
import { type BodyOf, eventType } from "../event-store/index.ts"
import { KeptText, PartialDate, SchemeId, Sha256, Version } from "../vocabulary/index.ts"

/** A rule set was published, to be in force from a date. Stored as `RuleSetPublished.v1`. */
export const RuleSetPublished = eventType(
  "RuleSetPublished",
  1,
  "A rule set was published, to be in force from a date.",
  {
    scheme: SchemeId,
    ruleSet: Schema.toType(RuleSet),
    /** What the scheme calls it, where that is not the rule set's own version. */
    publishedAs: Schema.optionalKey(Version),
    hash: Sha256,
    publishedOn: PartialDate,
    inForceFrom: PartialDate
  }
)

/** A rule set was withdrawn: no enrolment begins with it any more. Stored as `RuleSetWithdrawn.v1`. */
export const RuleSetWithdrawn = eventType(
  "RuleSetWithdrawn",
  1,
  "A rule set was withdrawn: no enrolment begins with it any more.",
  { reason: KeptText }
)

/** The event types of this concern, newest versions. */
export const ruleSetEvents = [RuleSetPublished, RuleSetWithdrawn] as const
/** An event of this concern: its stored type and its data. */
export type RuleSetEvent = BodyOf<(typeof ruleSetEvents)[number]>
