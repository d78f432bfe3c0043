// CPD coverage: which of the four sessions have reached each person, and so each school through its Champion. What
// reached a person stays with them, so a new Champion brings their own. A cascade counts only while the representative
// who passed it on has an attendance of their own to pass on.
import type { LcqmEvent } from "../domain.ts"
import { schemeOfStream, schoolOfStream } from "../enrolment/index.ts"
import { type AttendanceMode, bearsCascade } from "../person/index.ts"
import { projectionOf } from "../projecting/index.ts"
import {
  cpdSessions,
  type EventId,
  type PartialDate,
  type PersonRef,
  type SessionNumber
} from "../vocabulary/index.ts"

/** How a session reached a person: where in several ways, the most direct. */
export interface SessionReached {
  readonly session: SessionNumber
  readonly mode: AttendanceMode
}

/** A recorded cascade that does not count, and why. */
export interface SessionNotCounted {
  readonly session: SessionNumber
  readonly mode: AttendanceMode
  readonly why: string
}

/** What of the CPD has reached a person. */
export interface PersonCpd {
  readonly scheme: string
  readonly person: PersonRef
  /** The sessions that have reached them, in order, and how. */
  readonly reached: ReadonlyArray<SessionReached>
  readonly notCounted: ReadonlyArray<SessionNotCounted>
}

/** What of the CPD has reached a school, through its Champion. */
export interface CpdCoverage {
  readonly scheme: string
  readonly school: string
  readonly cohort: string
  /** Undefined where no Champion is appointed. */
  readonly champion: PersonRef | undefined
  /** The sessions that have reached the Champion, in order. */
  readonly attended: ReadonlyArray<SessionNumber>
  readonly missing: ReadonlyArray<SessionNumber>
  /** Those of them that came through a network, and how. */
  readonly throughNetwork: ReadonlyArray<SessionReached>
  /** Recorded, but without an attendance of the representative's own to rest on. */
  readonly notCounted: ReadonlyArray<SessionNotCounted>
}

interface Attended {
  readonly person: PersonRef
  readonly scheme: string
  readonly cohort: string
  readonly session: SessionNumber
  readonly mode: AttendanceMode
  readonly on: PartialDate
}

/** The read model of CPD attendance. */
export interface CpdModel {
  readonly schools: Map<string, { scheme: string; cohort: string; champion: PersonRef | undefined }>
  readonly attendances: Map<EventId, Attended>
}

const championed = ({ schools }: CpdModel, stream: string, champion: PersonRef): void => {
  const school = schools.get(stream)
  if (school !== undefined) school.champion = champion
}

/** The read model of CPD attendance. */
export const cpdCoverage = projectionOf<CpdModel, LcqmEvent>(
  { name: "cpd-coverage", version: 3, empty: () => ({ schools: new Map(), attendances: new Map() }) },
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
    "CpdAttended.v1": ({ attendances }, { data, id, metadata }) => {
      const { cohort, mode, person, scheme, session } = data
      attendances.set(id, { person, scheme, cohort, session, mode, on: metadata.occurredOn })
    },
    "CpdAttendanceCorrected.v1": ({ attendances }, { data }) => {
      attendances.delete(data.corrects)
    }
  }
)

const everySession = Array.from({ length: cpdSessions }, (_, index) => (index + 1) as SessionNumber)

const rankOfMode = (mode: AttendanceMode): number => (mode === "direct" ? 0 : "deliveredTo" in mode ? 1 : 2)

const whyNot = (
  { cohort, mode, scheme, session, on }: Attended,
  byPerson: ReadonlyMap<PersonRef, ReadonlyArray<Attended>>
): string | undefined => {
  if (mode === "direct" || "deliveredTo" in mode) return undefined
  const own = byPerson.get(mode.cascadedBy) ?? []
  return own.some((each) => bearsCascade(each, { scheme, cohort, session, on }))
    ? undefined
    : `${mode.cascadedBy} passed it on, and has no attendance of their own of session ${session} of cohort ${cohort}`
}

const personOf = (
  scheme: string,
  person: PersonRef,
  all: ReadonlyMap<PersonRef, ReadonlyArray<Attended>>
): PersonCpd => {
  const own = (all.get(person) ?? [])
    .filter((each) => each.scheme === scheme)
    .map((each) => ({ each, why: whyNot(each, all) }))
  const reached = everySession.flatMap((session): ReadonlyArray<SessionReached> => {
    const [best] = own
      .filter(({ each, why }) => why === undefined && each.session === session)
      .map(({ each }) => each.mode)
      .toSorted((a, b) => rankOfMode(a) - rankOfMode(b))
    return best === undefined ? [] : [{ session, mode: best }]
  })
  const notCounted = own.flatMap(({ each: { mode, session }, why }) =>
    why === undefined ? [] : [{ session, mode, why }]
  )
  return { scheme, person, reached, notCounted: notCounted.toSorted((a, b) => a.session - b.session) }
}

const byPersonIn = ({ attendances }: CpdModel): ReadonlyMap<PersonRef, ReadonlyArray<Attended>> => {
  const found = new Map<PersonRef, Array<Attended>>()
  for (const attended of attendances.values()) {
    const own = found.get(attended.person)
    if (own === undefined) found.set(attended.person, [attended])
    else own.push(attended)
  }
  return found
}

/**
 * What of the CPD has reached every person of whom any is recorded, by scheme and person.
 * @example
 * ```ts
 * import { coverageByPerson, cpdCoverage, project } from "@lcqm/core"
 * coverageByPerson(project(cpdCoverage, [])) // => []
 * ```
 */
export const coverageByPerson = (model: CpdModel): ReadonlyArray<PersonCpd> => {
  const all = byPersonIn(model)
  return [...all]
    .flatMap(([person, own]) =>
      [...new Set(own.map(({ scheme }) => scheme))].map((scheme) => personOf(scheme, person, all))
    )
    .toSorted((a, b) => (`${a.scheme} ${a.person}` < `${b.scheme} ${b.person}` ? -1 : 1))
}

/** The coverage of every school, by school. */
export const coverageOf = (model: CpdModel): ReadonlyArray<CpdCoverage> => {
  const all = byPersonIn(model)
  return [...model.schools]
    .map(([stream, { champion, cohort, scheme }]): CpdCoverage => {
      const { notCounted, reached } = personOf(scheme, champion ?? "", all)
      const attended = reached.map(({ session }) => session)
      return {
        scheme,
        school: schoolOfStream(stream) ?? "",
        cohort,
        champion,
        attended,
        missing: everySession.filter((session) => !attended.includes(session)),
        throughNetwork: reached.filter(({ mode }) => mode !== "direct"),
        notCounted
      }
    })
    .toSorted((a, b) => (a.school < b.school ? -1 : 1))
}
