// What happens in a learning network: formed, brought along its stages, at work, and closed now and then, when the
// next one is formed. Any of it may be asked for at any time; what would be accepted is found by trying.
import { type LcqmCommand, networkFact, type NetworkState, type PersonRef } from "@lcqm/core"
import type { AtSchool } from "./move.ts"
import { inhabitants } from "./small-world.ts"

const lead = inhabitants.coach
const mostNetworks = 9

// The first network that is not closed.
const current = ({ rehearsal }: AtSchool): { readonly network: string; readonly state: NetworkState } => {
  for (let i = 1; ; i += 1) {
    const network = `n-${i}`
    const state = rehearsal.state(networkFact(network))
    if (state.stage !== "closed" || i === mostNetworks) return { network, state }
  }
}

const subjects = ["mathematics", "writing", "mathematics"] as const
const activities = [
  "maths week",
  "focus-group day",
  "joint planning",
  "peer visit",
  "authority input",
  "more able morning"
] as const
const measures = ["confidence", "test answers", "planning", "enthusiasm"] as const
const models = ["subject leaders attend", "representatives cascade", "delivered to the network"] as const

// A session reaches a school's Champions through the network: passed on by who represents it, or delivered to it.
const throughNetwork = (
  { champion, move, of, rehearsal, sent, world }: AtSchool,
  network: string,
  representatives: ReadonlyArray<PersonRef>
): ReadonlyArray<LcqmCommand> => {
  const office = sent(inhabitants.office)
  const sessions = [1, 2, 3, 4] as const
  const cascades = world.schools.flatMap((school) =>
    [...rehearsal.school(school).champions].flatMap((person) =>
      representatives.flatMap((cascadedBy) =>
        sessions.map((session): LcqmCommand => {
          const data = { scheme: of.scheme, school, person, cohort: "A", network, session, cascadedBy }
          return { type: "RecordCpdCascade", ...office, data }
        })
      )
    )
  )
  const session = sessions[move.pick % 4] ?? 1
  const delivered = { ...of, person: champion, cohort: "A", network, session }
  return [...cascades, { type: "RecordCpdDelivery", ...office, data: delivered }]
}

/** What may happen in the network next. */
export const networking = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { move, sent, urn, world } = at
  const { network, state } = current(at)
  const of = { network }
  const { pick, text } = move
  const office = sent(inhabitants.office)
  const led = sent(state.lead ?? inhabitants.office)
  const forming: LcqmCommand = {
    type: "FormNetwork",
    ...office,
    data: { ...of, name: "Small", area: "World", schools: world.schools.map((school) => ({ school })) }
  }
  if (state.stage === undefined) return [forming]
  const other = "900008"
  const contact = [...state.consents.keys()][0]
  const representatives = [...state.representatives.keys()]
  const representative = inhabitants.champions[pick % 2] ?? inhabitants.champions[0]
  const named = representatives[0] ?? representative
  const activity = activities[pick % activities.length] ?? "maths week"
  const all: ReadonlyArray<LcqmCommand> = [
    forming,
    { type: "BeginNetworkPlanning", ...led, data: of },
    { type: "EndorseNetwork", ...office, data: of },
    { type: "NameNetworkLead", ...office, data: { ...of, lead } },
    { type: "JoinNetwork", ...led, data: { ...of, school: urn } },
    { type: "JoinNetwork", ...led, data: { ...of, school: other, kind: "infant" } },
    { type: "LeaveNetwork", ...led, data: { ...of, school: pick % 3 === 0 ? urn : other, reason: text } },
    {
      type: "ChooseLearningFocus",
      ...led,
      data: {
        ...of,
        subject: subjects[pick % subjects.length] ?? "mathematics",
        topics: ["using and applying"],
        years: [pick % 2 === 0 ? "Year 3" : "Year 4"]
      }
    },
    { type: "FundMathematicsCentre", ...office, data: of },
    {
      type: "ArrangeTraining",
      ...office,
      data: {
        ...of,
        models: pick % 2 === 0 ? models : [models[pick % models.length] ?? "representatives cascade"]
      }
    },
    { type: "NameRepresentative", ...led, data: { ...of, representative, school: urn } },
    { type: "StandDownRepresentative", ...led, data: { ...of, representative: named, reason: text } },
    {
      type: "RecordActivity",
      ...led,
      data: { ...of, activity, schools: [urn], term: "2017 autumn", note: text }
    },
    {
      type: "RecordEvaluation",
      ...led,
      data: { ...of, measure: measures[pick % 4] ?? "confidence", finding: "improved", note: text }
    },
    { type: "RegisterNetwork", ...led, data: of },
    { type: "GiveContactConsent", ...sent(state.lead ?? inhabitants.office), data: { ...of, contact: lead } },
    {
      type: "WithdrawContactConsent",
      ...sent(contact ?? inhabitants.office),
      data: { ...of, contact: contact ?? lead }
    },
    ...throughNetwork(at, network, representatives)
  ]
  return pick % 7 === 0 ? [...all, { type: "CloseNetwork", ...office, data: { ...of, reason: text } }] : all
}
