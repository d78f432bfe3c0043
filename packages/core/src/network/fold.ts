// What happens to a network, event by event.
import { foldOf } from "../deciding/declaring/fold.ts"
import type { Recorded } from "../event-store/index.ts"
import type { PartialDate, PersonRef, Urn } from "../vocabulary/index.ts"
import { type NetworkEvent, networkEvents } from "./events.ts"
import type { ContactConsent, Membership, NetworkStage, NetworkState, Representative } from "./state.ts"

type Draft = { -readonly [Key in keyof NetworkState]: NetworkState[Key] } & {
  representatives: Map<PersonRef, Representative>
  consents: Map<PersonRef, ContactConsent>
}

const reached = (draft: Draft, stage: NetworkStage, on: PartialDate): void => {
  draft.stage = stage
  draft.stageOn = on
}

// Whoever is in the network and meant by `leaves` is in it until then.
const leaving = (
  { members, stage = "preliminary" }: Draft,
  until: PartialDate,
  leaves: (school: Urn) => boolean
): ReadonlyArray<Membership> =>
  members.map((each) =>
    each.until === undefined && leaves(each.school) ? { ...each, until, leftIn: stage } : each
  )

const applyTraining = (draft: Draft, { data, metadata, type }: Recorded<NetworkEvent>): void => {
  const on = metadata.occurredOn
  switch (type) {
    case "TrainingArranged.v1": {
      const { models, part, sessions } = data
      const others = draft.training.filter((each) => each.part !== part)
      draft.training = [...others, { part, models, sessions, on }]
      return
    }
    case "RepresentativeNamed.v1":
      draft.representatives.set(data.representative, { school: data.school, on })
      return
    case "RepresentativeStoodDown.v1":
      draft.representatives.delete(data.representative)
  }
}

const applyWork = (draft: Draft, { data, metadata, type }: Recorded<NetworkEvent>): void => {
  const on = metadata.occurredOn
  switch (type) {
    case "LearningFocusChosen.v1": {
      const { subject, topics, years } = data
      if (draft.focus !== undefined) draft.earlierFocuses = [...draft.earlierFocuses, draft.focus]
      draft.focus = { subject, topics, years, on }
      return
    }
    case "MathematicsCentreFunded.v1":
      draft.mathematicsCentre = { on, focus: data.focus }
      return
    case "ActivityRecorded.v1": {
      const { activity, host, schools, term } = data
      draft.activities = [...draft.activities, { activity, schools, host, term, on }]
      return
    }
    case "EvaluationRecorded.v1": {
      const { finding, measure } = data
      draft.evaluations = [...draft.evaluations, { measure, finding, on }]
    }
  }
}

const apply = (draft: Draft, event: Recorded<NetworkEvent>): void => {
  const { data, metadata, type } = event
  const on = metadata.occurredOn
  switch (type) {
    case "NetworkFormed.v1":
      draft.network = data.network
      draft.name = data.name
      draft.area = data.area
      draft.formedOn = on
      return reached(draft, "preliminary", on)
    case "NetworkPlanningBegun.v1":
      return reached(draft, "planning", on)
    case "NetworkEndorsed.v1":
      return reached(draft, "endorsed", on)
    case "NetworkClosed.v1":
      draft.members = leaving(draft, on, () => true)
      return reached(draft, "closed", on)
    case "NetworkLeadNamed.v1":
      draft.lead = data.lead
      return
    case "SchoolJoinedNetwork.v1": {
      const { kind, school } = data
      const joinedIn = draft.stage ?? "preliminary"
      const joined = { school, kind, from: on, joinedIn, until: undefined, leftIn: undefined }
      draft.members = [...draft.members, joined]
      return
    }
    case "SchoolLeftNetwork.v1":
      draft.members = leaving(draft, on, (school) => school === data.school)
      return
    case "NetworkRegistered.v1":
      draft.registeredOn = on
      return
    case "ContactConsentGiven.v1":
      draft.consents.set(data.contact, { event: event.id, on })
      return
    case "ContactConsentWithdrawn.v1":
      draft.consents.delete(data.contact)
      return
    case "TrainingArranged.v1":
    case "RepresentativeNamed.v1":
    case "RepresentativeStoodDown.v1":
      return applyTraining(draft, event)
    default:
      return applyWork(draft, event)
  }
}

/** Folds a network's stream. */
export const networkFold = foldOf<NetworkState, Draft, NetworkEvent>({
  types: networkEvents,
  initial: {
    network: "",
    name: "",
    area: undefined,
    stage: undefined,
    formedOn: undefined,
    stageOn: undefined,
    lead: undefined,
    members: [],
    focus: undefined,
    earlierFocuses: [],
    mathematicsCentre: undefined,
    training: [],
    representatives: new Map(),
    activities: [],
    evaluations: [],
    registeredOn: undefined,
    consents: new Map()
  },
  thaw: (state) => ({
    network: state.network,
    name: state.name,
    area: state.area,
    stage: state.stage,
    formedOn: state.formedOn,
    stageOn: state.stageOn,
    lead: state.lead,
    members: state.members,
    focus: state.focus,
    earlierFocuses: state.earlierFocuses,
    mathematicsCentre: state.mathematicsCentre,
    training: state.training,
    representatives: new Map(state.representatives),
    activities: state.activities,
    evaluations: state.evaluations,
    registeredOn: state.registeredOn,
    consents: new Map(state.consents)
  }),
  apply
})
