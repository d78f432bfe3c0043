// A renewal begins as another enrolment does, but that the school's Champion goes on and its evidence is at hand.
import type { BodyOf, Recorded } from "../../../event-store/index.ts"
import { beginAnew } from "../../beginning.ts"
import type { Draft } from "../../draft.ts"
import type { renewalEvents } from "./events.ts"

/** Folds an event about renewal. */
export const foldRenewal = (draft: Draft, event: Recorded<BodyOf<(typeof renewalEvents)[number]>>): void => {
  switch (event.type) {
    case "RenewalBegun.v1": {
      const { champion, coach, evidence, phase } = draft
      const appointment = draft.dates.get("the Champion's appointment")
      beginAnew(draft, event.data)
      draft.champion = champion
      draft.coach = coach
      draft.phase = phase
      if (appointment !== undefined) draft.dates.set("the Champion's appointment", appointment)
      draft.afterwards = { ...draft.afterwards, earlier: evidence }
      return
    }
    case "EvidenceCarriedForward.v1": {
      const { evidence: id, kind, producedOn } = event.data
      const submittedOn = event.metadata.occurredOn
      draft.evidence.set(id, { id, kind, producedOn, submittedOn, withdrawn: false, assignments: [] })
      return
    }
  }
}
