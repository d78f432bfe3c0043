// Coming in, moving, pausing and leaving.
import type { BodyOf, Recorded } from "../../event-store/index.ts"
import { beginAnew } from "../beginning.ts"
import type { Draft } from "../draft.ts"
import type { joiningEvents } from "./events.ts"

/** Folds an event of joining, pausing or leaving. */
export const foldJoining = (draft: Draft, event: Recorded<BodyOf<(typeof joiningEvents)[number]>>): void => {
  switch (event.type) {
    case "SchoolEnrolled.v1": {
      const { phase, scheme, school } = event.data
      beginAnew(draft, event.data)
      draft.scheme = scheme
      draft.school = school
      draft.phase = phase
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
