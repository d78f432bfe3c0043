// Coming in, moving, pausing and leaving. A new enrolment begins anew, but for the awards and for who was ever
// of the school.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import { type Draft, thaw } from "../draft.ts"
import { initialEnrolment } from "../state.ts"
import type { joiningEvents } from "./events.ts"

/** Folds an event of joining, pausing or leaving. */
export const foldJoining = (draft: Draft, event: Recorded<BodyOf<(typeof joiningEvents)[number]>>): void => {
  switch (event.type) {
    case "SchoolEnrolled.v1": {
      const { cohort, criteriaSet, enrolment, phase, ruleSet, scheme, school } = event.data
      const { awards, champions, insiders } = draft
      Object.assign(draft, thaw(initialEnrolment), { awards, champions, insiders })
      draft.scheme = scheme
      draft.school = school
      draft.enrolment = enrolment
      draft.cohort = cohort
      draft.phase = phase
      draft.criteriaSet = criteriaSet
      draft.ruleSet = ruleSet
      draft.stage = "preparing"
      return
    }
    case "EnrolmentDeferred.v1":
      draft.deferred = true
      return
    case "EnrolmentResumed.v1":
      draft.deferred = false
      return
    case "EnrolmentTransferred.v1":
      draft.cohort = event.data.to
      return
    case "EnrolmentWithdrawn.v1":
      draft.stage = "withdrawn"
      draft.proposal = undefined
      return
  }
}
