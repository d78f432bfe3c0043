// These names are the stored format. What a network does, and how it finds that it is doing: the source's "story of
// one network" names both.
import { Schema } from "effect"
import { eventType } from "../../event-store/index.ts"
import { KeptText, Urn } from "../../vocabulary/index.ts"
import { mostNetworkSchools } from "../network-limits.ts"

/** What a network does together, in the words of the source's story of one network. */
export const NetworkActivity = Schema.Literals([
  "maths week",
  "focus-group day",
  "joint planning",
  "peer visit",
  "authority input",
  "more able morning"
]).annotate({
  identifier: "NetworkActivity",
  description: "What a network does together.",
  message: "maths week, focus-group day, joint planning, peer visit, authority input or more able morning"
})
export type NetworkActivity = typeof NetworkActivity.Type

/** A school term: its year and which of the three it is. */
export const Term = Schema.String.check(
  Schema.isPattern(/^\d{4} (?:spring|summer|autumn)$/u, {
    expected: "a term: its year and spring, summer or autumn, as 2005 autumn"
  })
).annotate({ identifier: "Term", holds: "date", description: "A school term, as 2005 autumn." })
export type Term = typeof Term.Type

/** What an activity says beside its note, as the command and the event carry it. */
export const activityFields = {
  activity: NetworkActivity,
  /** The schools of the network that took part. */
  schools: Schema.Array(Urn).check(Schema.isMinLength(1), Schema.isMaxLength(mostNetworkSchools)),
  /** The school that the others came to, where there is one. */
  host: Schema.optionalKey(Urn),
  /** Of a focus-group day always: there is to be one every term. */
  term: Schema.optionalKey(Term)
}

/** A network did something together. Stored as `ActivityRecorded.v1`. */
export const ActivityRecorded = eventType("ActivityRecorded", 1, "A network did something together.", {
  ...activityFields,
  note: Schema.optionalKey(KeptText)
})

/**
 * What the source's network bases its monitoring and evaluation on, in its order: confidence levels of children and
 * adults; analysis of children's answers to National Curriculum test questions; improved planning that reflects high
 * expectations in all areas of the curriculum; the enthusiasm of the teachers to continue the work.
 */
export const EvaluationMeasure = Schema.Literals([
  "confidence",
  "test answers",
  "planning",
  "enthusiasm"
]).annotate({
  identifier: "EvaluationMeasure",
  description: "One of the four measures a network evaluates its work by.",
  message: "confidence, test answers, planning or enthusiasm"
})
export type EvaluationMeasure = typeof EvaluationMeasure.Type

/** The four measures, in the source's order. */
export const evaluationMeasures: ReadonlyArray<EvaluationMeasure> = [
  "confidence",
  "test answers",
  "planning",
  "enthusiasm"
]

/** What a measure shows. The words are ours: the source gives no scale. */
export const EvaluationFinding = Schema.Literals([
  "improved",
  "unchanged",
  "declined",
  "not yet known"
]).annotate({
  identifier: "EvaluationFinding",
  description: "What a measure shows.",
  message: "improved, unchanged, declined or not yet known"
})
export type EvaluationFinding = typeof EvaluationFinding.Type

/** What an evaluation says beside its note, as the command and the event carry it. */
export const evaluationFields = {
  measure: EvaluationMeasure,
  finding: EvaluationFinding
}

/** A network evaluated its work by one of the four measures. Stored as `EvaluationRecorded.v1`. */
export const EvaluationRecorded = eventType(
  "EvaluationRecorded",
  1,
  "A network evaluated its work by one of the four measures.",
  { ...evaluationFields, note: Schema.optionalKey(KeptText) }
)
