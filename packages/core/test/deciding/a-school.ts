// One school that has come as far as a test needs it, over a store of the test's own.
import type { LcqmCommand, LcqmOperations } from "@lcqm/core"
import { presets, schoolStream } from "@lcqm/core"
import { foundingCommands, inhabitants, office } from "@lcqm/testing/arbitraries"
import { Effect, Result } from "effect"
import { scheme } from "../properties/lcqm-over.ts"

export const urn = "900001"
export const stream = schoolStream(scheme, urn)
export const of = { scheme, school: urn }
export const today = Date.UTC(2018, 0, 15, 12)

export const visitOn = "2018-01-11"

const criterion = { id: "only", title: "The only criterion", weight: 1, essential: false }
const world = {
  criteriaSet: {
    id: "one",
    version: "1",
    title: "One",
    themes: [{ id: "t", title: "T", criteria: [criterion] }]
  },
  ruleSet: { ...presets["best-fit/1"], allowBelow: 0, minEvidence: 0 },
  windows: {},
  schools: [urn],
  around: "silver"
} as const

const [assessor] = inhabitants.assessors
const [champion] = inhabitants.champions

/** A command under an id, by a person: what it says of itself. */
export const sent = (id: string, person: string = inhabitants.office) => ({
  id: `command.${id}`,
  occurredOn: "2018-01-10",
  actor: person === inhabitants.office ? office : { person, roles: [] }
})

/** Evidence submitted by the Champion. */
export const submitting = (n: number | string): LcqmCommand => ({
  type: "SubmitEvidence",
  ...sent(`submit.${n}`, champion),
  data: { ...of, evidence: `e${n}`, kind: "document", reference: "file:1", producedOn: "2017-12" }
})

/** The Champion describes the school's setting: always acceptable while the enrolment is under way. */
export const describing = (n: number | string, by: string = champion): LcqmCommand => ({
  type: "DescribeSetting",
  ...sent(`describe.${n}`, by),
  data: { ...of, setting: { about: [], text: "small" } }
})

const level = "silver" as const
const enrolled: ReadonlyArray<LcqmCommand> = [
  ...foundingCommands(world),
  { type: "EnrolSchool", ...sent("enrol"), data: { ...of, cohort: "A", criteriaSet: "1", ruleSet: "1" } },
  { type: "AppointChampion", ...sent("appoint"), data: { ...of, champion } }
]

const judged = { ...of, criterion: "only", judgement: { level } }
const arranged: ReadonlyArray<LcqmCommand> = [
  { type: "SelfAssessCriterion", ...sent("self", champion), data: judged },
  { type: "DeclareSelfAssessment", ...sent("declare", champion), data: { ...of, declared: level } },
  { type: "TakeAssessment", ...sent("take", assessor), data: { ...of, person: assessor, enrolment: 1 } },
  { type: "ArrangeVisit", ...sent("arrange"), data: { ...of, assessor, on: visitOn } }
]

const visited: ReadonlyArray<LcqmCommand> = [
  { type: "HoldVisit", ...sent("hold", assessor), data: of },
  { type: "AssessCriterion", ...sent("assess", assessor), data: judged },
  { type: "AgreeJudgement", ...sent("agree", assessor), data: judged }
]

/** The scheme's office has another person become Champion. */
export const replacing = (n: number | string, by: string): LcqmCommand => ({
  type: "ReplaceChampion",
  ...sent(`replace.${n}`),
  data: { ...of, champion: by }
})

/** The scheme's office moves the visit. */
export const movingVisit = (n: number | string, on: string): LcqmCommand => ({
  type: "MoveVisit",
  ...sent(`move.${n}`),
  data: { ...of, on }
})

/** The assessor proposes the award, having seen the history up to a revision. */
export const proposing = (n: number | string, seen: number): LcqmCommand => ({
  type: "ProposeAward",
  ...sent(`propose.${n}`, assessor),
  seen,
  data: { ...of, level }
})

/** The Champion accepts it, having seen the history up to a revision. */
export const accepting = (n: number | string, seen: number): LcqmCommand => ({
  type: "AcceptProposal",
  ...sent(`accept.${n}`, champion),
  seen,
  data: { ...of, level }
})

/** How far the school has come. */
export type Stage = keyof typeof road

const road = {
  enrolled,
  "visit arranged": [...enrolled, ...arranged],
  visited: [...enrolled, ...arranged, ...visited]
}

/** Brings the school there, and answers with its last revision. */
export const bring = (lcqm: LcqmOperations, stage: Stage): Effect.Effect<number> =>
  Effect.gen(function* () {
    for (const command of road[stage]) yield* lcqm.execute(command)
    const { revision } = yield* lcqm.school(of)
    return revision === "none" ? -1 : revision
  }).pipe(Effect.orDie)

/** The tag of what an operation failed with; "accepted" where it did not. */
export const outcomeOf = <A, E extends { readonly _tag: string }>(answer: Result.Result<A, E>): string =>
  Result.isSuccess(answer) ? "accepted" : answer.failure._tag
