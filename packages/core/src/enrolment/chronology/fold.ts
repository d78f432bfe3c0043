// When each milestone of an enrolment was reached, as far as is known.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import type { Draft } from "../draft.ts"
import type { EnrolmentEvent } from "../events.ts"
import type { chronologyEvents } from "./events.ts"
import { type Milestone, milestoneOf, undoes } from "./milestone.ts"

interface Dating {
  readonly reaches: Milestone | undefined
  readonly undoes: ReadonlyArray<Milestone>
}

// Most events date nothing: one look tells.
const datings = new Map<string, Dating>(
  [...new Set([...Object.keys(milestoneOf), ...Object.keys(undoes)])].map((type) => {
    const known = type as EnrolmentEvent["type"]
    return [type, { reaches: milestoneOf[known], undoes: undoes[known] ?? [] }]
  })
)

/** Folds the date of an event of any concern. */
export const foldDates = (draft: Draft, { id, metadata, type }: Recorded<EnrolmentEvent>): void => {
  const dating = datings.get(type)
  if (dating === undefined) return
  for (const undone of dating.undoes) draft.dates.delete(undone)
  if (dating.reaches !== undefined)
    draft.dates.set(dating.reaches, { on: metadata.occurredOn, event: id, type })
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
