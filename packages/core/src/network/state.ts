// What is known of a network. Who is in it, what it works on and what it did are kept over time, since each of them
// changes and people ask how it was.
import type { EventId, NetworkId, PartialDate, PersonRef, SessionNumber, Urn } from "../vocabulary/index.ts"
import type { EvaluationFinding, EvaluationMeasure, NetworkActivity, Term } from "./activity/events.ts"
import type { FocusWhenFunded } from "./focus/events.ts"
import type { LearningFocus } from "./focus/focus.ts"
import type { SchoolKind } from "./membership/events.ts"
import type { TrainingModel } from "./training/events.ts"

/** How far a network has come. */
export type NetworkStage = "preliminary" | "planning" | "endorsed" | "closed"

/** A school's time in a network: from when, in which stage of the network, and until when. */
export interface Membership {
  readonly school: Urn
  readonly kind: SchoolKind | undefined
  readonly from: PartialDate
  readonly joinedIn: NetworkStage
  /** Undefined while the school is in the network. */
  readonly until: PartialDate | undefined
  readonly leftIn: NetworkStage | undefined
}

/** A focus, and when it was chosen. */
export interface ChosenFocus extends LearningFocus {
  readonly on: PartialDate
}

/** How training reaches the network, for all of it or a part. */
export interface TrainingArrangement {
  readonly part: string | undefined
  readonly models: ReadonlyArray<TrainingModel>
  readonly sessions: ReadonlyArray<SessionNumber> | undefined
  readonly on: PartialDate
}

/** A person who represents the network in training, and of which school they are. */
export interface Representative {
  readonly school: Urn
  readonly on: PartialDate
}

/** What a network did. */
export interface RecordedActivity {
  readonly activity: NetworkActivity
  readonly schools: ReadonlyArray<Urn>
  readonly host: Urn | undefined
  readonly term: Term | undefined
  readonly on: PartialDate
}

/** What one of the four measures showed. */
export interface RecordedEvaluation {
  readonly measure: EvaluationMeasure
  readonly finding: EvaluationFinding
  readonly on: PartialDate
}

/** A consent that stands: by which event it was given, and when. */
export interface ContactConsent {
  readonly event: EventId
  readonly on: PartialDate
}

/** A network so far. */
export interface NetworkState {
  readonly network: NetworkId
  readonly name: string
  readonly area: string | undefined
  /** Undefined where no network has been formed. */
  readonly stage: NetworkStage | undefined
  readonly formedOn: PartialDate | undefined
  /** When its stage was reached. */
  readonly stageOn: PartialDate | undefined
  readonly lead: PersonRef | undefined
  /** In the order in which they joined; a school that came back is there twice. */
  readonly members: ReadonlyArray<Membership>
  readonly focus: ChosenFocus | undefined
  readonly earlierFocuses: ReadonlyArray<ChosenFocus>
  readonly mathematicsCentre: { readonly on: PartialDate; readonly focus: FocusWhenFunded } | undefined
  /** One a part; the whole is the part of no name. */
  readonly training: ReadonlyArray<TrainingArrangement>
  readonly representatives: ReadonlyMap<PersonRef, Representative>
  readonly activities: ReadonlyArray<RecordedActivity>
  readonly evaluations: ReadonlyArray<RecordedEvaluation>
  readonly registeredOn: PartialDate | undefined
  /** Who agrees to be shown as the network's contact. */
  readonly consents: ReadonlyMap<PersonRef, ContactConsent>
}
