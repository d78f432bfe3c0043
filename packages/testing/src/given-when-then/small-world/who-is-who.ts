// Who and what there is in the small world. Synthetic, all of it: pseudonyms that say what they are for, and
// school numbers from a range that no real school has.
import type { Actor } from "@lcqm/core"

/** The scheme of the small world. */
export const scheme = "lcqm"

/** The cohort its school is enrolled in; it trains from March to June 2017 and is assessed from November. */
export const cohort = "1"

/** A later cohort, which trains from September 2017 and is assessed from April 2018. */
export const nextCohort = "2"

/** The URN of the school. */
export const school = "900001"

/** The URN of the school that the other assessor belongs to. */
export const otherSchool = "900002"

/** The id of a learning network; a story that needs it forms it. */
export const network = "n-harbour"

/** The people, by what they are. The stranger is nobody in the scheme. */
export const people = {
  office: "p-office000",
  auditor: "p-auditor00",
  champion: "p-champion0",
  nextChampion: "p-champion1",
  coach: "p-coach0000",
  assessor: "p-assessor0",
  /** Appointed as well, and of the other school. */
  otherAssessor: "p-assessor1",
  /** Who leads the learning network, and who represents it in training, where a story says so. */
  lead: "p-netlead00",
  representative: "p-represent",
  stranger: "p-stranger0"
} as const

/**
 * A person for whom the host vouches for no role: what they may do follows from events.
 * @example
 * ```ts
 * import { asPerson, people } from "@lcqm/testing/given-when-then"
 * asPerson(people.coach) // => { person: "p-coach0000", roles: [] }
 * ```
 */
export const asPerson = (person: string): Actor => ({ person, roles: [] })

/** The scheme's office. */
export const theOffice: Actor = { person: people.office, roles: ["SchemeOffice"] }
