// What can be asked for in a network: who asks, for what. Sent as a command whether or not it makes sense.
import type { LcqmCommand, PersonRef, Urn } from "@lcqm/core"
import { inhabitants, office } from "../arbitraries/sequence/small-world.ts"

/**
 * The network of the journey.
 * @example
 * ```ts
 * import { journeyNetwork } from "@lcqm/testing/network-journey"
 * journeyNetwork // => "n-journey"
 * ```
 */
export const journeyNetwork = "n-journey"

/**
 * The schools that may be in it; the first two are when it is formed.
 * @example
 * ```ts
 * import { networkSchools } from "@lcqm/testing/network-journey"
 * networkSchools.length // => 3
 * ```
 */
export const networkSchools: readonly [Urn, Urn, Urn] = ["900001", "900002", "900003"]

/** One thing that is asked for. */
export type NetworkStep = {
  readonly by: PersonRef
  /** Whether it is said to have happened on the day before the network was formed. */
  readonly early?: true
} & (
  | { readonly ask: Simple }
  | { readonly ask: "join" | "leave"; readonly school: Urn }
  | { readonly ask: "choose"; readonly subject: string }
  | { readonly ask: "name lead" | "consent" | "withdraw" | "stand down"; readonly person: PersonRef }
  | { readonly ask: "represent"; readonly person: PersonRef; readonly school: Urn }
)

type Simple = "form" | "plan" | "endorse" | "close" | "register" | "fund"

/** The step as the command it is sent as. */
export const commandOf = (step: NetworkStep, id: string): LcqmCommand => {
  const actor = step.by === inhabitants.office ? office : { person: step.by, roles: [] }
  const sent = { id, actor, occurredOn: step.early === true ? "2017-08-31" : "2017-09-01" }
  const of = { network: journeyNetwork }
  switch (step.ask) {
    case "form": {
      const schools = networkSchools.slice(0, 2).map((school) => ({ school }))
      return { type: "FormNetwork", ...sent, data: { ...of, name: "Journey", schools } }
    }
    case "plan":
      return { type: "BeginNetworkPlanning", ...sent, data: of }
    case "endorse":
      return { type: "EndorseNetwork", ...sent, data: of }
    case "close":
      return { type: "CloseNetwork", ...sent, data: of }
    case "register":
      return { type: "RegisterNetwork", ...sent, data: of }
    case "fund":
      return { type: "FundMathematicsCentre", ...sent, data: of }
    case "join":
      return { type: "JoinNetwork", ...sent, data: { ...of, school: step.school } }
    case "leave":
      return { type: "LeaveNetwork", ...sent, data: { ...of, school: step.school } }
    case "choose": {
      const focus = { subject: step.subject, topics: [], years: [] }
      return { type: "ChooseLearningFocus", ...sent, data: { ...of, ...focus } }
    }
    case "name lead":
      return { type: "NameNetworkLead", ...sent, data: { ...of, lead: step.person } }
    case "consent":
      return { type: "GiveContactConsent", ...sent, data: { ...of, contact: step.person } }
    case "withdraw":
      return { type: "WithdrawContactConsent", ...sent, data: { ...of, contact: step.person } }
    case "represent": {
      const data = { ...of, representative: step.person, school: step.school }
      return { type: "NameRepresentative", ...sent, data }
    }
    case "stand down":
      return { type: "StandDownRepresentative", ...sent, data: { ...of, representative: step.person } }
  }
}

const teachers = [...inhabitants.champions, inhabitants.coach]
const everybody: ReadonlyArray<PersonRef> = [inhabitants.office, ...teachers, inhabitants.stranger]

const asked: ReadonlyArray<NetworkStep> = [
  ...(["form", "plan", "endorse", "close", "register", "fund"] as const).map((ask) => ({ ask })),
  ...(["join", "leave"] as const).flatMap((ask) => networkSchools.map((school) => ({ ask, school }))),
  ...["mathematics", "writing"].map((subject) => ({ ask: "choose" as const, subject })),
  ...(["name lead", "consent", "withdraw", "stand down"] as const).flatMap((ask) =>
    teachers.map((person) => ({ ask, person }))
  ),
  ...teachers.flatMap((person) =>
    networkSchools.map((school) => ({ ask: "represent" as const, person, school }))
  )
].map((step) => ({ ...step, by: inhabitants.office }))

/** Everything that anybody can ask for, on the day and on the day before. */
export const everyNetworkStep: ReadonlyArray<NetworkStep> = everybody.flatMap((by) =>
  asked.flatMap((step) => [
    { ...step, by },
    ...(step.ask === "form" ? [] : [{ ...step, by, early: true as const }])
  ])
)
