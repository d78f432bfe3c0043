// Another school than the one of the stories, with a Champion of its own.
import { type Asked, scheme, theOffice } from "@lcqm/testing/given-when-then"
import type { LcqmCommand } from "../../src/index.ts"

/** The school is enrolled in the first cohort. */
export const enrolling = (school: string): Asked<LcqmCommand> => ({
  type: "EnrolSchool",
  actor: theOffice,
  data: { scheme, school, cohort: "1", criteriaSet: "small.1", ruleSet: "1" }
})

/** The school is enrolled, and the person becomes its Champion. */
export const championOf = (school: string, champion: string): ReadonlyArray<Asked<LcqmCommand>> => [
  enrolling(school),
  { type: "AppointChampion", actor: theOffice, data: { scheme, school, champion } }
]
