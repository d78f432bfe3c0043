// The event types of a network's stream, from the concerns they belong to.
import type { BodyOf } from "../event-store/index.ts"
import { ActivityRecorded, EvaluationRecorded } from "./activity/events.ts"
import { ContactConsentGiven, ContactConsentWithdrawn, NetworkRegistered } from "./directory/events.ts"
import { LearningFocusChosen, MathematicsCentreFunded } from "./focus/events.ts"
import {
  NetworkClosed,
  NetworkEndorsed,
  NetworkFormed,
  NetworkLeadNamed,
  NetworkPlanningBegun
} from "./forming/events.ts"
import { SchoolJoinedNetwork, SchoolLeftNetwork } from "./membership/events.ts"
import { RepresentativeNamed, RepresentativeStoodDown, TrainingArranged } from "./training/events.ts"

/** The event types of this concern, newest versions. */
export const networkEvents = [
  NetworkFormed,
  NetworkPlanningBegun,
  NetworkEndorsed,
  NetworkClosed,
  NetworkLeadNamed,
  SchoolJoinedNetwork,
  SchoolLeftNetwork,
  LearningFocusChosen,
  MathematicsCentreFunded,
  TrainingArranged,
  RepresentativeNamed,
  RepresentativeStoodDown,
  ActivityRecorded,
  EvaluationRecorded,
  NetworkRegistered,
  ContactConsentGiven,
  ContactConsentWithdrawn
] as const
/** An event of this concern: its stored type and its data. */
export type NetworkEvent = BodyOf<(typeof networkEvents)[number]>
