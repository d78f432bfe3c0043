// What is known of a school in a scheme: its current enrolment in full, and the awards it has been given.
import type { EventId, KeptText, Level, PartialDate, PersonRef, Phase, Urn } from "../vocabulary/index.ts"
import { type Afterwards, initialAfterwards } from "./afterwards/state.ts"
import type { Dated, Milestone } from "./chronology/milestone.ts"
import type { Evidence } from "./evidence/evidence.ts"
import type { Pin } from "./joining/events.ts"

/**
 * How far an enrolment has come. `further work` is with the school, `visited` with the assessor, `proposed` with
 * the Champion; `agreed`, `withheld` and `withdrawn` end it, and `revoked` an agreed one.
 */
export type Stage =
  | "not enrolled"
  | "preparing"
  | "declared"
  | "visit arranged"
  | "visited"
  | "proposed"
  | "further work"
  | "agreed"
  | "withheld"
  | "withdrawn"
  | "revoked"

/** A judgement as it stands, and the event that says so. */
export interface Judged {
  /** A level, or set aside as not applicable; why is in the event. */
  readonly judgement: Level | "set aside"
  readonly event: EventId
  readonly on: PartialDate
}

/** A set of judgements: by the school, by the assessor, or agreed by both. */
export type Judgements = ReadonlyMap<string, Judged>

/** The level the Champion declared. */
export interface Declaration {
  readonly indicated: Level
  readonly declared: Level
  readonly event: EventId
}

/** The visit arranged or held. */
export interface Visit {
  readonly assessor: PersonRef
  readonly on: PartialDate
  readonly ordinal: number
  readonly held: PartialDate | undefined
}

/** An award the assessor has proposed. */
export interface Proposal {
  readonly level: Level
  readonly indicated: Level
  readonly reason: KeptText | undefined
  readonly event: EventId
}

/** Further work asked for: the criteria it re-opens, and by when. */
export interface FurtherWorkDue {
  readonly criteria: ReadonlyArray<string>
  readonly by: PartialDate
}

/** An award as agreed, and what has become of it. */
export interface Award {
  readonly enrolment: number
  readonly cohort: string
  readonly level: Level
  readonly indicated: Level
  readonly agreedOn: PartialDate
  readonly event: EventId
  /** The versions it was decided under. */
  readonly criteriaSet: string
  readonly ruleSet: string
  /** Who judged; and which of their assessments it was, where that is known. */
  readonly assessor: PersonRef | undefined
  readonly ordinal: number | undefined
  /** A criterion on which alone the level hung, where there was one. */
  readonly borderline: string | undefined
  readonly moderated: boolean
  /** The school it was carried over from, where it was. */
  readonly carriedFrom: Urn | undefined
  readonly standing: "stands" | "revoked"
}

/** The end of a school: it closed, or another took its place. */
export interface SchoolEnd {
  readonly event: EventId
  readonly successor: Urn | undefined
}

/** A school in a scheme so far. */
export interface EnrolmentState {
  readonly scheme: string
  readonly school: string
  /** The number of the current enrolment; 0 before the first. */
  readonly enrolment: number
  readonly cohort: string
  readonly phase: Phase | undefined
  readonly criteriaSet: Pin | undefined
  readonly ruleSet: Pin | undefined
  readonly stage: Stage
  readonly deferred: boolean
  readonly champion: PersonRef | undefined
  readonly coach: PersonRef | undefined
  /** Everyone who is or was the school's Champion. */
  readonly champions: ReadonlySet<PersonRef>
  /** Everyone who is or was the school's Champion or coach: none of them is external to it. */
  readonly insiders: ReadonlySet<PersonRef>
  readonly evidence: ReadonlyMap<string, Evidence>
  readonly self: Judgements
  readonly assessor: Judgements
  readonly agreed: Judgements
  readonly declaration: Declaration | undefined
  readonly visit: Visit | undefined
  readonly proposal: Proposal | undefined
  readonly furtherWork: FurtherWorkDue | undefined
  /** When what has happened in the enrolment happened: what follows it is not dated before. */
  readonly dates: ReadonlyMap<Milestone, Dated>
  readonly awards: ReadonlyArray<Award>
  readonly afterwards: Afterwards
  readonly closed: SchoolEnd | undefined
}

/** A school before anything has happened. */
export const initialEnrolment: EnrolmentState = {
  scheme: "",
  school: "",
  enrolment: 0,
  cohort: "",
  phase: undefined,
  criteriaSet: undefined,
  ruleSet: undefined,
  stage: "not enrolled",
  deferred: false,
  champion: undefined,
  coach: undefined,
  champions: new Set(),
  insiders: new Set(),
  evidence: new Map(),
  self: new Map(),
  assessor: new Map(),
  agreed: new Map(),
  declaration: undefined,
  visit: undefined,
  proposal: undefined,
  furtherWork: undefined,
  dates: new Map(),
  awards: [],
  afterwards: initialAfterwards,
  closed: undefined
}

/** Whether the enrolment is over: nothing more is decided in it. */
export const isOver = ({ stage }: EnrolmentState): boolean =>
  stage === "agreed" || stage === "withheld" || stage === "withdrawn" || stage === "revoked"

/** The school's award where one stands: the latest, unless it was revoked. Whether it has lapsed is a matter of the day. */
export const awardStanding = ({ awards }: EnrolmentState): Award | undefined => {
  const award = awards.at(-1)
  return award?.standing === "stands" ? award : undefined
}
