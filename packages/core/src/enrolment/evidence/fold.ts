// What the school shows, what for, and what the assessor finds of it.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import type { Draft } from "../draft.ts"
import type { Assignment, Evidence } from "../state.ts"
import type { evidenceEvents } from "./events.ts"

const changed = (draft: Draft, id: string, change: (item: Evidence) => Partial<Evidence>): void => {
  const item = draft.evidence.get(id)
  if (item === undefined) return
  const { assignments, kind, producedOn, submittedOn, withdrawn } = item
  draft.evidence.set(id, { id, kind, producedOn, submittedOn, withdrawn, assignments, ...change(item) })
}

/** Nothing of the school's evidence has been reviewed: a review is of the assessor who made it. */
export const forgetReviews = (draft: Draft): void => {
  for (const { assignments, id } of draft.evidence.values()) {
    if (assignments.every(({ verdict }) => verdict === "not reviewed")) continue
    changed(draft, id, () => ({
      assignments: assignments.map(({ criterion, events }): Assignment => ({
        criterion,
        verdict: "not reviewed",
        events: events.slice(0, 1)
      }))
    }))
  }
}

/** Folds an event about evidence. */
export const foldEvidence = (
  draft: Draft,
  event: Recorded<BodyOf<(typeof evidenceEvents)[number]>>
): void => {
  switch (event.type) {
    case "EvidenceSubmitted.v1": {
      const { evidence: id, kind, producedOn } = event.data
      const submittedOn = event.metadata.occurredOn
      draft.evidence.set(id, { id, kind, producedOn, submittedOn, withdrawn: false, assignments: [] })
      return
    }
    case "EvidenceAssigned.v1": {
      const { criterion, evidence } = event.data
      changed(draft, evidence, ({ assignments }) => ({
        assignments: [...assignments, { criterion, verdict: "not reviewed", events: [event.id] }]
      }))
      return
    }
    case "EvidenceUnassigned.v1":
      changed(draft, event.data.evidence, ({ assignments }) => ({
        assignments: assignments.filter(({ criterion }) => criterion !== event.data.criterion)
      }))
      return
    case "EvidenceWithdrawn.v1":
      changed(draft, event.data.evidence, () => ({ withdrawn: true }))
      return
    case "EvidenceReviewed.v1": {
      const { criterion, evidence, verdict } = event.data
      changed(draft, evidence, ({ assignments }) => ({
        assignments: assignments.map((each) =>
          each.criterion === criterion
            ? { criterion, verdict, events: [each.events[0] ?? event.id, event.id] }
            : each
        )
      }))
      return
    }
  }
}
