// Whether the school is there still, and the award it took over from the one before.
import type { BodyOf, Recorded } from "../../../event-store/index.ts"
import type { Draft } from "../../draft.ts"
import type { schoolEvents } from "./events.ts"

/** Folds an event about the school itself. */
export const foldSchool = (draft: Draft, event: Recorded<BodyOf<(typeof schoolEvents)[number]>>): void => {
  switch (event.type) {
    case "SchoolReplaced.v1":
      draft.closed = { event: event.id, successor: event.data.successor }
      return
    case "SchoolClosed.v1":
      draft.closed = { event: event.id, successor: undefined }
      return
    case "AwardCarriedOver.v1": {
      const { agreedOn, award, cohort, criteriaSet, from, indicated, level, ruleSet, scheme, school } =
        event.data
      draft.scheme = scheme
      draft.school = school
      const given = { enrolment: draft.enrolment, cohort, level, indicated, agreedOn, event: award }
      const unknown = { assessor: undefined, ordinal: undefined, borderline: undefined }
      const rest = { criteriaSet, ruleSet, ...unknown, moderated: true, carriedFrom: from }
      draft.awards = [...draft.awards, { ...given, ...rest, standing: "stands" }]
      return
    }
  }
}
