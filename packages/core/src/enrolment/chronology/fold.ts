// When each milestone of an enrolment was reached, as far as is known.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import type { Draft } from "../draft.ts"
import type { EnrolmentEvent } from "../events.ts"
import type { chronologyEvents } from "./events.ts"
import { milestoneOf, undoes } from "./milestone.ts"

/** Folds the date of an event of any concern. */
export const foldDates = (draft: Draft, { id, metadata, type }: Recorded<EnrolmentEvent>): void => {
  for (const undone of undoes[type] ?? []) draft.dates.delete(undone)
  const milestone = milestoneOf[type]
  if (milestone !== undefined) draft.dates.set(milestone, { on: metadata.occurredOn, event: id, type })
}

/** Folds an event about dates. */
export const foldChronology = (
  draft: Draft,
  { data: { corrects, to } }: Recorded<BodyOf<(typeof chronologyEvents)[number]>>
): void => {
  for (const [milestone, { event, type }] of draft.dates) {
    if (event !== corrects) continue
    draft.dates.set(milestone, { on: to, event, type })
    if (milestone === "the visit" && draft.visit !== undefined) {
      const { assessor, on, ordinal } = draft.visit
      draft.visit = { assessor, on, ordinal, held: to }
    }
  }
}
