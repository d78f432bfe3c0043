// Another enrolment begins anew, but for the school's awards, for who was ever of the school, and for what lasts.
import { begunAnew } from "./afterwards/state.ts"
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

/** Begins an enrolment. */
export const beginAnew = (draft: Draft, { cohort, criteriaSet, enrolment, ruleSet }: Beginning): void => {
  const { afterwards, awards, champions, closed, insiders, scheme, school } = draft
  Object.assign(draft, thaw(initialEnrolment), { awards, champions, closed, insiders, scheme, school })
  draft.afterwards = begunAnew(afterwards)
  draft.enrolment = enrolment
  draft.cohort = cohort
  draft.criteriaSet = criteriaSet
  draft.ruleSet = ruleSet
  draft.stage = "preparing"
}
