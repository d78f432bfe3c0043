// One school's journey as it is being told: what is dealt to it, who acts for it, and what it has shown so far.
import type { Actor, Day, PersonRef } from "@lcqm/core"
import { calendarOf, weekday } from "../calendar.ts"
import { allCriteria, type Opinions, opinionsOf } from "../judging.ts"
import type { Office } from "../office.ts"
import type { SyntheticSchool } from "../schools.ts"
import type { Chance } from "../telling/chance.ts"
import { personActing } from "../telling/desk.ts"
import { SchoolDesk } from "../telling/school-desk.ts"
import type { Lot, Turn } from "../turns.ts"

/** The days on which a journey goes on: what is sent after each is sent on that day. */
export type Telling = AsyncGenerator<Day, void, undefined>

/** Something to be done on a day. */
export interface Entry {
  readonly on: Day
  readonly act: () => Promise<void>
}

/** An item of evidence assigned to a criterion. */
export interface Shown {
  readonly evidence: string
  readonly criterion: string
}

/** A journey being told. */
export interface Journey {
  readonly school: SyntheticSchool
  readonly lot: Lot
  readonly chance: Chance
  readonly office: Office
  readonly desk: SchoolDesk
  readonly opinions: Map<string, Opinions>
  readonly coach: PersonRef | undefined
  champion: PersonRef
  assessor: PersonRef | undefined
  /** Who has heard its appeal, where it lodged one. */
  heardBy: PersonRef | undefined
  /** The number of the enrolment it is in: 2 in a renewal. */
  readonly enrolment: number
  /** The label of the cohort it is in now. */
  cohort: string
  /** The day on which its visit is planned. */
  visitOn: Day
  /** What has been assigned and neither taken back nor withdrawn. */
  shown: Array<Shown>
  /** The criteria that can be judged: all, until further work leaves only its own open. */
  open: ReadonlyArray<string>
  /** How many items of evidence have been submitted. */
  submitted: number
}

/** Begins a journey. The visits of a cohort are spread over its days, in the order that was dealt. */
export const beginJourney = (school: SyntheticSchool, lot: Lot, office: Office, chance: Chance): Journey => {
  const [first, last] = calendarOf(school.cohort).visits
  return {
    school,
    lot,
    chance,
    office,
    desk: new SchoolDesk(office.desk, chance, school.urn),
    opinions: opinionsOf(lot, chance),
    coach: chance.happens(25) ? chance.oneOf(coaches(office, chance)) : undefined,
    champion: chance.person(),
    assessor: undefined,
    heardBy: undefined,
    enrolment: 1,
    cohort: school.cohort,
    visitOn: weekday(first + Math.floor(((last - first) * lot.place) / Math.max(1, lot.of - 1))),
    shown: [],
    open: allCriteria,
    submitted: 0
  }
}

// Some coaches are assessors too, of other schools than those they coach.
const coaches = ({ assessors }: Office, chance: Chance): ReadonlyArray<PersonRef> => [
  chance.person(),
  ...assessors.all.slice(6, 9).map(({ ref }) => ref)
]

/** Whether something befalls the school. */
export const befalls = ({ lot }: Journey, turn: Turn): boolean => lot.turns.has(turn)

/** The Champion, acting. */
export const champion = ({ champion: ref }: Journey): Actor => personActing(ref)

/** The assessor, acting. */
export const assessor = ({ assessor: ref, school }: Journey): Actor => {
  if (ref === undefined) throw new Error(`No assessor is known for school ${school.urn}.`)
  return personActing(ref)
}
