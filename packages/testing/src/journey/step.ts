// What can be asked for in a journey: who asks, for what. Sent as a command whether or not it makes sense.
import { type LcqmCommand, type Level, levels, type PersonRef, type Text } from "@lcqm/core"
import { inhabitants, office, scheme } from "../arbitraries/sequence/small-world.ts"

/**
 * The school whose journey it is.
 * @example
 * ```ts
 * import { journeySchool } from "@lcqm/testing/journey"
 * journeySchool // => { scheme: "lcqm", school: "900001" }
 * ```
 */
export const journeySchool = { scheme, school: "900001" } as const

/**
 * The criteria of the journey's criteria set.
 * @example
 * ```ts
 * import { journeyCriteria } from "@lcqm/testing/journey"
 * journeyCriteria // => ["one", "two"]
 * ```
 */
export const journeyCriteria = ["one", "two"] as const
/** A criterion of the journey's small world. */

/** One of the journey's criteria. */
export type JourneyCriterion = (typeof journeyCriteria)[number]

/** One thing that is asked for. */
export type JourneyStep = {
  readonly by: PersonRef
  /** Whether it is said to have happened on the day before everything else. */
  readonly early?: true
} & (
  | { readonly ask: Simple }
  | {
      readonly ask:
        "appoint" | "replace" | "take" | "arrange" | "take over" | "stand down" | "appoint assessor"
      readonly person: PersonRef
    }
  | {
      readonly ask: "self-assess" | "assess" | "agree"
      readonly criterion: JourneyCriterion
      readonly level: Level
    }
  | { readonly ask: "declare"; readonly level: Level }
  | { readonly ask: "propose" | "accept"; readonly level: Level; readonly unseen: number }
  | { readonly ask: "decline" | "withdraw proposal" | "withhold"; readonly unseen: number }
  | { readonly ask: "ask further work"; readonly criterion: JourneyCriterion; readonly unseen: number }
)

type Simple =
  | "join network"
  | "leave network"
  | "enrol"
  | "defer"
  | "resume"
  | "withdraw"
  | "reopen"
  | "cancel visit"
  | "hold visit"
  | "submit further work"

/** The network that the school may join; the second assessor leads it. */
export const journeyNetwork = { network: "n-journey", lead: inhabitants.assessors[1] } as const

const reason: Text = { about: [], text: "for a reason" }

/** The step as the command it is sent as. `enrolment` is that taken on by an assessor, `revision` the last there is. */
export const commandOf = (
  step: JourneyStep,
  id: string,
  enrolment: number,
  revision: number
): LcqmCommand => {
  const actor = step.by === inhabitants.office ? office : { person: step.by, roles: [] }
  const sent = { id, actor, occurredOn: step.early === true ? "2017-08-31" : "2017-09-01" }
  const of = journeySchool
  const seen = { seen: Math.max(0, revision - ("unseen" in step ? step.unseen : 0)) }
  switch (step.ask) {
    case "enrol":
      return { type: "EnrolSchool", ...sent, data: { ...of, cohort: "A", criteriaSet: "1", ruleSet: "1" } }
    case "defer":
      return { type: "DeferEnrolment", ...sent, data: { ...of, reason } }
    case "resume":
      return { type: "ResumeEnrolment", ...sent, data: of }
    case "withdraw":
      return { type: "WithdrawEnrolment", ...sent, data: { ...of, reason } }
    case "appoint":
      return { type: "AppointChampion", ...sent, data: { ...of, champion: step.person } }
    case "replace":
      return { type: "ReplaceChampion", ...sent, data: { ...of, champion: step.person } }
    case "self-assess":
    case "assess":
    case "agree": {
      const data = { ...of, criterion: step.criterion, judgement: { level: step.level } }
      if (step.ask === "self-assess") return { type: "SelfAssessCriterion", ...sent, data }
      if (step.ask === "assess") return { type: "AssessCriterion", ...sent, data }
      return { type: "AgreeJudgement", ...sent, data: { ...data, reason } }
    }
    case "declare":
      return { type: "DeclareSelfAssessment", ...sent, data: { ...of, declared: step.level, reason } }
    case "reopen":
      return { type: "ReopenSelfAssessment", ...sent, data: { ...of, reason } }
    case "take":
      return {
        type: "TakeAssessment",
        ...sent,
        data: { ...of, person: step.person, enrolment: Math.max(1, enrolment) }
      }
    case "arrange":
      return { type: "ArrangeVisit", ...sent, data: { ...of, assessor: step.person, on: "2017-10" } }
    case "take over":
      return {
        type: "ReplaceAssessor",
        ...sent,
        data: { ...of, assessor: step.person, on: "2017-11", reason }
      }
    case "stand down":
      return { type: "StandDownAssessor", ...sent, data: { person: step.person, scheme } }
    case "appoint assessor":
      return { type: "AppointAssessor", ...sent, data: { person: step.person, scheme, schools: [] } }
    case "join network":
    case "leave network": {
      const data = { network: journeyNetwork.network, school: of.school }
      return { type: step.ask === "join network" ? "JoinNetwork" : "LeaveNetwork", ...sent, data }
    }
    case "cancel visit":
      return { type: "CancelVisit", ...sent, data: { ...of, reason } }
    case "hold visit":
      return { type: "HoldVisit", ...sent, data: of }
    case "propose":
      return { type: "ProposeAward", ...sent, ...seen, data: { ...of, level: step.level, reason } }
    case "accept":
      return { type: "AcceptProposal", ...sent, ...seen, data: { ...of, level: step.level } }
    case "decline":
      return { type: "DeclineProposal", ...sent, ...seen, data: { ...of, reason } }
    case "withdraw proposal":
      return { type: "WithdrawProposal", ...sent, ...seen, data: { ...of, reason } }
    case "ask further work":
      return {
        type: "AskFurtherWork",
        ...sent,
        ...seen,
        data: { ...of, criteria: [step.criterion], by: "2018-01" }
      }
    case "submit further work":
      return { type: "SubmitFurtherWork", ...sent, data: of }
    case "withhold":
      return { type: "WithholdAward", ...sent, ...seen, data: { ...of, reason } }
  }
}

const { assessors, champions } = inhabitants
const everybody: ReadonlyArray<PersonRef> = [
  inhabitants.office,
  champions[0],
  assessors[0],
  champions[1],
  assessors[1],
  inhabitants.stranger
]

const simple: ReadonlyArray<Simple> = [
  "join network",
  "leave network",
  "enrol",
  "hold visit",
  "submit further work",
  "resume",
  "defer",
  "withdraw",
  "reopen",
  "cancel visit"
]

const judgings: ReadonlyArray<JourneyStep & { readonly ask: "self-assess" | "assess" | "agree" }> = (
  ["self-assess", "assess", "agree"] as const
).flatMap((ask) =>
  journeyCriteria.flatMap((criterion) =>
    levels.map((level) => ({ ask, criterion, level, by: inhabitants.office }))
  )
)

const answers: ReadonlyArray<JourneyStep> = [0, 1].flatMap((unseen) => [
  ...levels.flatMap((level) => [
    { ask: "propose" as const, level, unseen, by: inhabitants.office },
    { ask: "accept" as const, level, unseen, by: inhabitants.office }
  ]),
  ...(["decline", "withdraw proposal", "withhold"] as const).map((ask) => ({
    ask,
    unseen,
    by: inhabitants.office
  })),
  ...journeyCriteria.map((criterion) => ({
    ask: "ask further work" as const,
    criterion,
    unseen,
    by: inhabitants.office
  }))
])

const namings: ReadonlyArray<JourneyStep> = [
  ...[...champions, assessors[0]].flatMap((person) =>
    (["appoint", "replace"] as const).map((ask) => ({ ask, person, by: inhabitants.office }))
  ),
  ...[...assessors, champions[0]].flatMap((person) =>
    (["arrange", "take over"] as const).map((ask) => ({ ask, person, by: inhabitants.office }))
  )
]

// Of these the first would do, were they not dated before what they follow.
const early: ReadonlyArray<JourneyStep> = [
  { ask: "hold visit", by: assessors[0], early: true },
  { ask: "declare", level: "silver", by: champions[0], early: true },
  { ask: "assess", criterion: "one", level: "silver", by: assessors[0], early: true },
  { ask: "propose", level: "bronze", unseen: 0, by: assessors[0], early: true },
  ...levels.map((level): JourneyStep => ({ ask: "accept", level, unseen: 0, by: champions[0], early: true }))
]

/** Everything that anybody can ask for. */
export const everyStep: ReadonlyArray<JourneyStep> = [
  ...assessors.map((person) => ({ ask: "take" as const, person, by: person })),
  ...assessors.flatMap((person) =>
    (["stand down", "appoint assessor"] as const).map((ask) => ({ ask, person, by: inhabitants.office }))
  ),
  ...early,
  ...everybody.flatMap((by) =>
    [
      ...simple.map((ask): JourneyStep => ({ ask, by })),
      ...namings,
      ...judgings,
      ...levels.map((level): JourneyStep => ({ ask: "declare", level, by })),
      ...answers
    ].map((step): JourneyStep => ({ ...step, by }))
  )
]
