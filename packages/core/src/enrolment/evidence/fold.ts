// What the school shows, what for, and what the assessor finds of it.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import { forgetSupport } from "../afterwards/second-judgement/forgetting.ts"
import type { Draft } from "../draft.ts"
import type { Assignment } from "./evidence.ts"
import type { evidenceEvents } from "./events.ts"

// Every field named, and one shape for all: copying by spread takes four times as long, and this runs for every event.
const reassigned = (
  draft: Draft,
  id: string,
  change: (assignments: ReadonlyArray<Assignment>) => ReadonlyArray<Assignment>
): void => {
  const item = draft.evidence.get(id)
  if (item === undefined) return
  const { assignments, kind, producedOn, submittedOn, withdrawn } = item
  const changed = change(assignments)
  draft.evidence.set(id, { id, kind, producedOn, submittedOn, withdrawn, assignments: changed })
}

/** Nothing of the school's evidence has been reviewed: a review is of the assessor who made it. */
export const forgetReviews = (draft: Draft): void => {
  for (const { assignments, id } of draft.evidence.values()) {
    if (assignments.every(({ verdict }) => verdict === "not reviewed")) continue
    reassigned(draft, id, (each) =>
      each.map(({ criterion, events }) => ({
        criterion,
        verdict: "not reviewed",
        events: events.slice(0, 1)
      }))
    )
  }
}

/** Folds an event about evidence. */
export const foldEvidence = (
  draft: Draft,
  event: Recorded<BodyOf<(typeof evidenceEvents)[number]>>
): void => {
  forgetSupport(draft)
  switch (event.type) {
    case "EvidenceSubmitted.v1": {
      const { evidence: id, kind, producedOn } = event.data
      const submittedOn = event.metadata.occurredOn
      draft.evidence.set(id, { id, kind, producedOn, submittedOn, withdrawn: false, assignments: [] })
      return
    }
    case "EvidenceAssigned.v1": {
      const { criterion, evidence } = event.data
      reassigned(draft, evidence, (assignments) => [
        ...assignments,
        { criterion, verdict: "not reviewed", events: [event.id] }
      ])
      return
    }
    case "EvidenceUnassigned.v1":
      reassigned(draft, event.data.evidence, (assignments) =>
        assignments.filter(({ criterion }) => criterion !== event.data.criterion)
      )
      return
    case "EvidenceWithdrawn.v1": {
      const item = draft.evidence.get(event.data.evidence)
      if (item !== undefined) draft.evidence.set(item.id, { ...item, withdrawn: true })
      const { earlier } = draft.afterwards
      const carriable = earlier.get(event.data.evidence)
      if (carriable !== undefined) {
        const rest = new Map(earlier).set(carriable.id, { ...carriable, withdrawn: true })
        draft.afterwards = { ...draft.afterwards, earlier: rest }
      }
      return
    }
    case "EvidenceReviewed.v1": {
      const { criterion, evidence, verdict } = event.data
      reassigned(draft, evidence, (assignments) =>
        assignments.map((each) =>
          each.criterion === criterion
            ? { criterion, verdict, events: [each.events[0] ?? event.id, event.id] }
            : each
        )
      )
      return
    }
  }
}
