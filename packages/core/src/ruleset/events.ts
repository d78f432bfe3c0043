// These names are the stored format. A stored rule set has every parameter filled in and names its algorithm.
import { Schema } from "effect"
import { RuleSet } from "../award/rule-set.ts"
import { type BodyOf, eventType } from "../event-store/index.ts"
import { PartialDate, SchemeId, Sha256 } from "../vocabulary/index.ts"

export const RuleSetPublished = eventType(
  "RuleSetPublished",
  1,
  "A rule set was published, to be in force from a date.",
  {
    scheme: SchemeId,
    ruleSet: Schema.toType(RuleSet),
    hash: Sha256,
    publishedOn: PartialDate,
    inForceFrom: PartialDate
  }
)

export const ruleSetEvents = [RuleSetPublished] as const
export type RuleSetEvent = BodyOf<(typeof ruleSetEvents)[number]>
