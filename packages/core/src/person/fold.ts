// What is known of a person in the scheme.
import { foldOf } from "../deciding/declaring/fold.ts"
import type { EventId, PartialDate, SessionNumber, Urn } from "../vocabulary/index.ts"
import { type AttendanceMode, type InterestKind, type PersonEvent, personEvents } from "./events.ts"

/** An attendance as recorded; struck out where it was an error. */
export interface Attendance {
  readonly event: EventId
  readonly scheme: string
  readonly cohort: string
  readonly session: SessionNumber
  readonly school: Urn
  readonly mode: AttendanceMode
  readonly on: PartialDate
  readonly struckOut: boolean
}

/** An assessment an assessor has taken on. */
export interface TakenAssessment {
  readonly scheme: string
  readonly school: Urn
  readonly enrolment: number
  readonly ordinal: number
}

/** A person's appointment as assessor: since when, and the schools they belong to. */
export interface Appointment {
  readonly schools: ReadonlyArray<Urn>
  readonly on: PartialDate
}

/** An interest that stands, and when it was declared. */
export interface Interest {
  readonly kind: InterestKind
  readonly on: PartialDate
}

/** A person so far. */
export interface PersonState {
  readonly person: string | undefined
  readonly attendances: ReadonlyArray<Attendance>
  /** The schemes the person assesses for. */
  readonly assesses: ReadonlyMap<string, Appointment>
  /** The interests that stand, by school: one of each kind at most. */
  readonly interests: ReadonlyMap<Urn, ReadonlyArray<Interest>>
  readonly assessments: ReadonlyArray<TakenAssessment>
  /** The key the person signs with now: an Ed25519 public key, in hexadecimal. */
  readonly signingKey: string | undefined
  /** Whether the person was erased. */
  readonly erased: boolean
}

type Draft = { -readonly [Key in keyof PersonState]: PersonState[Key] } & {
  assesses: Map<string, Appointment>
  interests: Map<Urn, ReadonlyArray<Interest>>
}

/** Folds a person's stream. */
export const personFold = foldOf<PersonState, Draft, PersonEvent>({
  types: personEvents,
  initial: {
    person: undefined,
    attendances: [],
    assesses: new Map(),
    interests: new Map(),
    assessments: [],
    signingKey: undefined,
    erased: false
  },
  thaw: ({ person, attendances, assesses, interests, assessments, signingKey, erased }) => ({
    person,
    attendances,
    assesses: new Map(assesses),
    interests: new Map(interests),
    assessments,
    signingKey,
    erased
  }),
  apply: (draft, event) => {
    switch (event.type) {
      case "CpdAttended.v1": {
        const { cohort, mode, person, scheme, school, session } = event.data
        draft.person = person
        draft.attendances = [
          ...draft.attendances,
          {
            event: event.id,
            scheme,
            cohort,
            session,
            school,
            mode,
            on: event.metadata.occurredOn,
            struckOut: false
          }
        ]
        return
      }
      case "CpdAttendanceCorrected.v1": {
        const { corrects } = event.data
        draft.attendances = draft.attendances.map((each) =>
          each.event === corrects ? { ...each, struckOut: true } : each
        )
        return
      }
      case "AssessorAppointed.v1":
        draft.person = event.data.person
        draft.assesses.set(event.data.scheme, { schools: event.data.schools, on: event.metadata.occurredOn })
        return
      case "AssessorStoodDown.v1":
        draft.assesses.delete(event.data.scheme)
        return
      case "InterestDeclared.v1": {
        const { interest: kind, school } = event.data
        const others = (draft.interests.get(school) ?? []).filter((each) => each.kind !== kind)
        draft.interests.set(school, [...others, { kind, on: event.metadata.occurredOn }])
        return
      }
      case "InterestEnded.v1": {
        const { interest: kind, school } = event.data
        const others = (draft.interests.get(school) ?? []).filter((each) => each.kind !== kind)
        if (others.length === 0) draft.interests.delete(school)
        else draft.interests.set(school, others)
        return
      }
      case "SigningKeyRegistered.v1":
        draft.signingKey = event.data.publicKey
        return
      case "AssessmentTaken.v1":
        draft.assessments = [...draft.assessments, event.data]
        return
      case "PersonErased.v1":
        draft.person = event.data.person
        draft.erased = true
        return
    }
  }
})

/** The CPD sessions recorded of a person in a scheme, however they reached them, each once, in order. */
export const sessionsAttended = (
  { attendances }: PersonState,
  scheme: string
): ReadonlyArray<SessionNumber> =>
  [
    ...new Set(
      attendances.filter((each) => each.scheme === scheme && !each.struckOut).map(({ session }) => session)
    )
  ].toSorted((a, b) => a - b)
