// A piece of evidence as it stands, and the criteria it is assigned to: part of what is known of a school, and of
// what is kept when its award is renewed.
import type { EventId, PartialDate } from "../../vocabulary/index.ts"
import type { EvidenceKind } from "./events.ts"

/** What a piece of evidence is assigned to, and what the assessor found. */
export interface Assignment {
  readonly criterion: string
  readonly verdict: "not reviewed" | "accepted" | "insufficient"
  /** The events it rests on: the assignment and, once reviewed, the review. */
  readonly events: ReadonlyArray<EventId>
}

/** A piece of evidence as it stands. */
export interface Evidence {
  readonly id: string
  readonly kind: EvidenceKind
  readonly producedOn: PartialDate
  readonly submittedOn: PartialDate
  readonly withdrawn: boolean
  readonly assignments: ReadonlyArray<Assignment>
}
