// These names are the stored format. What the school shows, and which criteria it shows it for.
import { Schema } from "effect"
import { CriterionId } from "../../criteria/set/criteria-set.ts"
import { eventType } from "../../event-store/index.ts"
import { EvidenceId, KeptText, PartialDate, Sha256 } from "../../vocabulary/index.ts"

/** What sort of thing a piece of evidence is. */
export const EvidenceKind = Schema.Literals([
  "document",
  "photograph",
  "recording",
  "web page",
  "display",
  "observation",
  "survey"
]).annotate({
  identifier: "EvidenceKind",
  description: "What sort of thing a piece of evidence is.",
  message: "document, photograph, recording, web page, display, observation or survey"
})
export type EvidenceKind = typeof EvidenceKind.Type

/** Where the evidence is kept: a URI reference, and so without spaces. The document itself is never in an event. */
export const EvidenceReference = Schema.String.check(
  Schema.isPattern(/^[\w\-.~:/?#[\]@!$&'()*+,;=%]{1,500}$/u, {
    expected: "where the evidence is kept: a URI reference of 1 to 500 characters, without spaces"
  })
).annotate({
  identifier: "EvidenceReference",
  holds: "identifier",
  description: "Where the evidence is kept: a URI reference."
})

/** The Champion submitted a piece of evidence. Stored as `EvidenceSubmitted.v1`. */
export const EvidenceSubmitted = eventType(
  "EvidenceSubmitted",
  1,
  "The Champion submitted a piece of evidence.",
  {
    evidence: EvidenceId,
    kind: EvidenceKind,
    reference: EvidenceReference,
    /** The file's SHA-256, where it is a file: what was reviewed can be told from what was changed since. */
    sha256: Schema.optionalKey(Sha256),
    producedOn: PartialDate
  }
)

/** Evidence was assigned to a criterion. Stored as `EvidenceAssigned.v1`. */
export const EvidenceAssigned = eventType("EvidenceAssigned", 1, "Evidence was assigned to a criterion.", {
  evidence: EvidenceId,
  criterion: CriterionId
})

/** Evidence was taken from a criterion. Stored as `EvidenceUnassigned.v1`. */
export const EvidenceUnassigned = eventType("EvidenceUnassigned", 1, "Evidence was taken from a criterion.", {
  evidence: EvidenceId,
  criterion: CriterionId
})

/** The Champion withdrew a piece of evidence. Stored as `EvidenceWithdrawn.v1`. */
export const EvidenceWithdrawn = eventType(
  "EvidenceWithdrawn",
  1,
  "The Champion withdrew a piece of evidence.",
  {
    evidence: EvidenceId,
    reason: KeptText
  }
)

/** The assessor reviewed evidence for a criterion with the Champion. Stored as `EvidenceReviewed.v1`. */
export const EvidenceReviewed = eventType(
  "EvidenceReviewed",
  1,
  "The assessor reviewed evidence for a criterion with the Champion.",
  {
    evidence: EvidenceId,
    criterion: CriterionId,
    verdict: Schema.Literals(["accepted", "insufficient"]),
    reason: Schema.optionalKey(KeptText)
  }
)

/** The event types of this concern, newest versions. */
export const evidenceEvents = [
  EvidenceSubmitted,
  EvidenceAssigned,
  EvidenceUnassigned,
  EvidenceWithdrawn,
  EvidenceReviewed
] as const
