// What comes after a decision: second judgements, appeals, reviews, revocation; and the second assessor who supports
// an award above the level indicated.
import { type LcqmCommand, levels, type Urn } from "@lcqm/core"
import type { AtSchool } from "./move.ts"
import { inhabitants } from "./small-world.ts"

const secondOf = ({ assessor }: AtSchool) =>
  inhabitants.assessors.find((each) => each !== assessor) ?? inhabitants.assessors[0]

const asking = (at: AtSchool, about: "shift" | "moderation" | "appeal"): LcqmCommand => ({
  type: "AskSecondJudgement",
  ...at.sent(inhabitants.office),
  data: { ...at.of, about, assessor: secondOf(at) }
})

const giving = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { level, move, of, seen, sent, state } = at
  const person = state.afterwards.second?.assessor ?? secondOf(at)
  return [
    { type: "GiveSecondJudgement", ...sent(person), ...seen, data: { ...of, level, reason: move.text } }
  ]
}

/** A second assessor is asked to support a level, and supports one. */
export const supporting = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { move, of, seen, sent, state } = at
  const person = state.afterwards.second?.assessor ?? secondOf(at)
  return [
    ...levels.map((level): LcqmCommand => ({
      type: "SupportShift",
      ...sent(person),
      ...seen,
      data: { ...of, level, reason: move.text }
    })),
    asking(at, "shift")
  ]
}

/** Evidence of the award that is renewed is carried forward. */
export const carryingForward = ({
  champion,
  move,
  of,
  sent,
  state
}: AtSchool): ReadonlyArray<LcqmCommand> => {
  const earlier = [...state.afterwards.earlier.keys()]
  const evidence = earlier[move.pick % Math.max(1, earlier.length)]
  return evidence === undefined
    ? []
    : [{ type: "CarryEvidenceForward", ...sent(champion), data: { ...of, evidence } }]
}

/** What becomes of the schools themselves. */
export const ofSchools = ({ move, of, sent, state, urn, world }: AtSchool): ReadonlyArray<LcqmCommand> => {
  const office = sent(inhabitants.office)
  const reason = move.text
  const other = world.schools.find((school) => school !== urn) ?? "900009"
  const ending: ReadonlyArray<LcqmCommand> = [
    { type: "ReplaceSchool", ...office, data: { ...of, successor: other, reason } },
    { type: "CloseSchool", ...office, data: { ...of, reason } }
  ]
  const { scheme } = of
  const carrying = (school: Urn, from: Urn): LcqmCommand => ({
    type: "CarryOverAward",
    ...office,
    data: { scheme, school, from, reason }
  })
  const successor = state.closed?.successor
  return [
    successor === undefined ? carrying(urn, other) : carrying(successor, urn),
    ...(move.pick % 7 === 0 ? ending : [])
  ]
}

/** What may follow a decision, in the order in which it would. */
export const afterwards = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { champion, move, of, seen, sent, state, world } = at
  const reason = move.text
  const { appeal, second } = state.afterwards
  const office = sent(inhabitants.office)
  if (appeal !== undefined) {
    return second?.about === "appeal"
      ? second.level === undefined
        ? giving(at)
        : [{ type: "DecideAppeal", ...office, ...seen, data: { ...of, reason } }]
      : [asking(at, "appeal")]
  }
  const pins = { criteriaSet: world.criteriaSet.version, ruleSet: world.ruleSet.version }
  const renewing: LcqmCommand = { type: "BeginRenewal", ...office, data: { ...of, cohort: "A", ...pins } }
  if (state.closed?.successor !== undefined) return ofSchools(at)
  const all: ReadonlyArray<LcqmCommand> = [
    renewing,
    ...ofSchools(at),
    second?.level === undefined && second?.about === "moderation" ? giving(at) : [asking(at, "moderation")],
    { type: "LodgeAppeal" as const, ...sent(champion), data: { ...of, grounds: reason } },
    { type: "OpenReview" as const, ...office, data: { ...of, cause: "other" as const, reason } },
    { type: "CloseReview" as const, ...office, data: { ...of, finding: "award stands" as const, reason } },
    { type: "RevokeAward" as const, ...office, ...seen, data: { ...of, reason } }
  ].flat()
  return all.map((_, i) => all[(move.pick + i) % all.length]).filter((each) => each !== undefined)
}
