// The slice of a school in a scheme: its stream, and who is who in it.
import { inOrder } from "./chronology/order.ts"
import { type FactRequest, handlerOf } from "../deciding/declaring/slice.ts"
import type { PersonRef, Role } from "../vocabulary/index.ts"
import type { EnrolmentEvent } from "./events.ts"
import { enrolmentFold } from "./fold.ts"
import type { EnrolmentState } from "./state.ts"

/** What every command about a school says: which school, in which scheme. */
export interface SchoolScope {
  readonly scheme: string
  readonly school: string
}

/** The one stream of a school in a scheme: all its enrolments and awards, so that "one award" is a rule of one stream. */
export const schoolStream = (scheme: string, school: string): string => `school-${scheme}-${school}`

/** The school's URN of a school's stream; undefined for another stream. */
export const schoolOfStream = (stream: string): string | undefined =>
  /^school-[^-]+-(\d{6})$/.exec(stream)?.[1]

/** The scheme of a school's stream; empty for another stream. */
export const schemeOfStream = (stream: string): string => /^school-([^-]+)-\d{6}$/.exec(stream)?.[1] ?? ""

/** The school as a fact of another decision. */
export const schoolFact = (scheme: string, school: string): FactRequest<EnrolmentState> => ({
  stream: schoolStream(scheme, school),
  fold: enrolmentFold
})

/** The roles a person has at a school, by its events. */
export const rolesAtSchool = (
  { afterwards: { second }, champion, coach, visit }: EnrolmentState,
  person: PersonRef
): ReadonlyArray<Role> => [
  ...(champion === person ? (["Champion"] as const) : []),
  ...(visit?.assessor === person ? (["Assessor"] as const) : []),
  ...(second?.assessor === person ? (["SecondAssessor"] as const) : []),
  ...(coach === person ? (["Coach"] as const) : [])
]

/** Puts a command about a school together with what it needs and how it is decided. */
export const handle = handlerOf<EnrolmentState, SchoolScope, EnrolmentEvent>({
  fold: enrolmentFold,
  streamOf: ({ scheme, school }) => schoolStream(scheme, school),
  rolesOf: rolesAtSchool,
  inOrder
})
