// CPD coverage: which of the four sessions each school's Champion has attended. The attendance stays with the
// person, so a new Champion brings their own.
import type { LcqmEvent } from "../domain.ts"
import { schemeOfStream, schoolOfStream } from "../enrolment/index.ts"
import { projectionOf } from "../projecting/index.ts"
import { cpdSessions, type EventId, type PersonRef, type SessionNumber } from "../vocabulary/index.ts"

/** What of the CPD a school's Champion has attended. */
export interface CpdCoverage {
  readonly scheme: string
  readonly school: string
  readonly cohort: string
  /** Undefined where no Champion is appointed. */
  readonly champion: PersonRef | undefined
  /** The sessions the Champion has attended, in order. */
  readonly attended: ReadonlyArray<SessionNumber>
  readonly missing: ReadonlyArray<SessionNumber>
}

interface Attended {
  readonly event: EventId
  readonly person: PersonRef
  readonly scheme: string
  readonly session: SessionNumber
}

interface Model {
  readonly schools: Map<string, { scheme: string; cohort: string; champion: PersonRef | undefined }>
  readonly attendances: Map<EventId, Attended>
}

const championed = ({ schools }: Model, stream: string, champion: PersonRef): void => {
  const school = schools.get(stream)
  if (school !== undefined) school.champion = champion
}

/** The read model of CPD attendance. */
export const cpdCoverage = projectionOf<Model, LcqmEvent>(
  { name: "cpd-coverage", version: 2, empty: () => ({ schools: new Map(), attendances: new Map() }) },
  {
    "SchoolEnrolled.v1": ({ schools }, { data: { cohort, scheme }, stream }) => {
      schools.set(stream, { scheme, cohort, champion: undefined })
    },
    "RenewalBegun.v1": ({ schools }, { data: { cohort }, stream }) => {
      const known = schools.get(stream)
      schools.set(stream, { scheme: schemeOfStream(stream), cohort, champion: known?.champion })
    },
    "EnrolmentTransferred.v1": ({ schools }, { data, stream }) => {
      const school = schools.get(stream)
      if (school !== undefined) school.cohort = data.to
    },
    "ChampionAppointed.v1": (model, { data, stream }) => championed(model, stream, data.champion),
    "ChampionReplaced.v1": (model, { data, stream }) => championed(model, stream, data.champion),
    "CpdAttended.v1": ({ attendances }, { data: { person, scheme, session }, id }) => {
      attendances.set(id, { event: id, person, scheme, session })
    },
    "CpdAttendanceCorrected.v1": ({ attendances }, { data }) => {
      attendances.delete(data.corrects)
    }
  }
)

const everySession = Array.from({ length: cpdSessions }, (_, index) => (index + 1) as SessionNumber)

/** The coverage of every school, by school. */
export const coverageOf = ({ attendances, schools }: Model): ReadonlyArray<CpdCoverage> => {
  const sessions = new Map<string, Set<SessionNumber>>()
  for (const { person, scheme, session } of attendances.values()) {
    const key = `${scheme} ${person}`
    sessions.set(key, (sessions.get(key) ?? new Set()).add(session))
  }
  return [...schools]
    .map(([stream, { champion, cohort, scheme }]): CpdCoverage => {
      const found = sessions.get(`${scheme} ${champion ?? ""}`)
      const attended = everySession.filter((session) => found?.has(session) === true)
      return {
        scheme,
        school: schoolOfStream(stream) ?? "",
        cohort,
        champion,
        attended,
        missing: everySession.filter((session) => !attended.includes(session))
      }
    })
    .toSorted((a, b) => (a.school < b.school ? -1 : 1))
}
