// What can be asked for about a cohort: who asks, for what. Sent as a command whether or not it makes sense.
import type {
  CohortWindows,
  DatesWarning,
  FullDate,
  LcqmCommand,
  PersonRef,
  SessionNumber,
  Urn
} from "@lcqm/core"
import { inhabitants, office, scheme } from "../arbitraries/sequence/small-world.ts"

/**
 * The cohort whose life it is, and another that is open throughout, to move schools to and from.
 * @example
 * ```ts
 * import { journeyCohort } from "@lcqm/testing/cohort-journey"
 * journeyCohort // => { label: "A", other: "B" }
 * ```
 */
export const journeyCohort = { label: "A", other: "B" } as const

/**
 * The schools that may come into it.
 * @example
 * ```ts
 * import { cohortSchools } from "@lcqm/testing/cohort-journey"
 * cohortSchools.length // => 2
 * ```
 */
export const cohortSchools: readonly [Urn, Urn] = ["900001", "900002"]

/** The name of some dates of a cohort. */
export type WindowsName = "none" | "in order" | "as printed" | "backwards" | "before the launch"

/**
 * Dates of a cohort, by name, and what is odd about them: told here by hand, not computed.
 * @example
 * ```ts
 * import { journeyWindows } from "@lcqm/testing/cohort-journey"
 * journeyWindows["as printed"].warnings // => ["AssessmentBeforeTraining"]
 * ```
 */
export const journeyWindows: Readonly<
  Record<WindowsName, { readonly windows: CohortWindows; readonly warnings: ReadonlyArray<DatesWarning> }>
> = {
  none: { windows: {}, warnings: [] },
  "in order": {
    windows: { launch: "2017-07", training: { from: "2017-09" }, assessment: { from: "2018-04" } },
    warnings: []
  },
  "as printed": {
    windows: { training: { from: "2018-04" }, assessment: { from: "2018-02" } },
    warnings: ["AssessmentBeforeTraining"]
  },
  backwards: {
    windows: { training: { from: "2018-04", to: "2018-03" } },
    warnings: ["TrainingEndsBeforeItBegins"]
  },
  "before the launch": {
    windows: { launch: "2017-07", training: { from: "2017-06-30" } },
    warnings: ["TrainingBeforeLaunch"]
  }
}

/** One thing that is asked for. */
export type CohortStep = { readonly by: PersonRef } & (
  | { readonly ask: "launch" | "change dates"; readonly windows: WindowsName }
  | { readonly ask: "schedule" | "move"; readonly session: SessionNumber; readonly on: FullDate }
  | { readonly ask: "call off"; readonly session: SessionNumber }
  | { readonly ask: "close" }
  | { readonly ask: "enrol"; readonly school: Urn }
  | { readonly ask: "transfer"; readonly school: Urn; readonly to: "A" | "B" }
)

/** The step as the command it is sent as. */
export const commandOf = (step: CohortStep, id: string): LcqmCommand => {
  const actor = step.by === inhabitants.office ? office : { person: step.by, roles: [] }
  const sent = { id, actor, occurredOn: "2017-09-01" }
  const of = { scheme, cohort: journeyCohort.label }
  switch (step.ask) {
    case "launch":
      return { type: "LaunchCohort", ...sent, data: { ...of, windows: journeyWindows[step.windows].windows } }
    case "change dates":
      return {
        type: "ChangeCohortWindows",
        ...sent,
        data: { ...of, windows: journeyWindows[step.windows].windows }
      }
    case "schedule":
      return { type: "ScheduleCpdSession", ...sent, data: { ...of, session: step.session, on: step.on } }
    case "move":
      return { type: "MoveCpdSession", ...sent, data: { ...of, session: step.session, on: step.on } }
    case "call off":
      return { type: "CancelCpdSession", ...sent, data: { ...of, session: step.session } }
    case "close":
      return { type: "CloseCohort", ...sent, data: of }
    case "enrol": {
      const pins = { criteriaSet: "1", ruleSet: "1" }
      return { type: "EnrolSchool", ...sent, data: { ...of, school: step.school, ...pins } }
    }
    case "transfer":
      return { type: "TransferEnrolment", ...sent, data: { scheme, school: step.school, cohort: step.to } }
  }
}

const sessions: ReadonlyArray<SessionNumber> = [1, 2]
const days: ReadonlyArray<FullDate> = ["2017-10-04", "2017-11-08"]
const windowsNames: ReadonlyArray<WindowsName> = [
  "none",
  "in order",
  "as printed",
  "backwards",
  "before the launch"
]

const asked: ReadonlyArray<CohortStep> = [
  ...(["launch", "change dates"] as const).flatMap((ask) =>
    windowsNames.map((windows) => ({ ask, windows }))
  ),
  ...(["schedule", "move"] as const).flatMap((ask) =>
    sessions.flatMap((session) => days.map((on) => ({ ask, session, on })))
  ),
  ...sessions.map((session) => ({ ask: "call off" as const, session })),
  { ask: "close" as const },
  ...cohortSchools.flatMap((school) => [
    { ask: "enrol" as const, school },
    { ask: "transfer" as const, school, to: "A" as const },
    { ask: "transfer" as const, school, to: "B" as const }
  ])
].map((step) => ({ ...step, by: inhabitants.office }))

/** Everything that the office and a stranger can ask for. */
export const everyCohortStep: ReadonlyArray<CohortStep> = [inhabitants.office, inhabitants.stranger].flatMap(
  (by) => asked.map((step) => ({ ...step, by }))
)
