// Another enrolment begins anew, but for the school's awards, for who was ever of the school, and for what lasts.
import { begunAnew } from "./afterwards/state.ts"
import type { Dated } from "./chronology/milestone.ts"
import { type Draft, thaw } from "./draft.ts"
import type { Pin } from "./joining/events.ts"
import { initialEnrolment } from "./state.ts"

/** Which enrolment begins, in which cohort, on which rules. */
export interface Beginning {
  readonly enrolment: number
  readonly cohort: string
  readonly criteriaSet: Pin
  readonly ruleSet: Pin
}

// What another enrolment is not dated before: the end of the one before it, or an award that was carried over.
const endBefore = ({ awards, dates }: Draft): Dated | undefined => {
  const award = awards.at(-1)
  const carried = award && { on: award.agreedOn, event: award.event, type: "AwardAgreed.v1" as const }
  return dates.get("the revocation") ?? dates.get("the end of the enrolment") ?? carried
}

/** Begins an enrolment. */
export const beginAnew = (draft: Draft, { cohort, criteriaSet, enrolment, ruleSet }: Beginning): void => {
  const before = endBefore(draft)
  const { afterwards, awards, champions, closed, insiders, scheme, school } = draft
  Object.assign(draft, thaw(initialEnrolment), { awards, champions, closed, insiders, scheme, school })
  draft.afterwards = begunAnew(afterwards)
  if (before !== undefined) draft.dates.set("the end of the enrolment before", before)
  draft.enrolment = enrolment
  draft.cohort = cohort
  draft.criteriaSet = criteriaSet
  draft.ruleSet = ruleSet
  draft.stage = "preparing"
}
