// The assessor's part of the main road: the visit, the review of the evidence, judgements, the proposal.
import { type LcqmCommand, levels, personFact } from "@lcqm/core"
import { criteriaIn } from "../criteria-set.ts"
import { supporting } from "./afterwards.ts"
import { asJudged, atLevel, judgings } from "./judging.ts"
import type { AtSchool } from "./move.ts"
import { attending } from "./preparing.ts"
import { inhabitants } from "./small-world.ts"

/** A visit is arranged with an assessor who has taken the assessment on. */
export const arranging = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, occurredOn, of, rehearsal, sent, state } = at
  return [assessor, ...inhabitants.assessors].flatMap((person): ReadonlyArray<LcqmCommand> => {
    const taken = rehearsal
      .state(personFact(person))
      .assessments.some(({ enrolment, school }) => school === at.urn && enrolment === state.enrolment)
    return taken
      ? [
          {
            type: "ArrangeVisit",
            ...sent(inhabitants.office),
            data: { ...of, assessor: person, on: occurredOn }
          }
        ]
      : [{ type: "TakeAssessment", ...sent(person), data: { person, ...of, enrolment: state.enrolment } }]
  })
}

/** Another assessor takes over, who has taken the assessment on. */
export const takingOver = ({
  assessor,
  move,
  occurredOn,
  of,
  sent,
  state
}: AtSchool): ReadonlyArray<LcqmCommand> => {
  const person = inhabitants.assessors.find((each) => each !== assessor) ?? assessor
  const data = { ...of, assessor: person, on: occurredOn, reason: move.text }
  return [
    { type: "ReplaceAssessor", ...sent(inhabitants.office), data },
    { type: "TakeAssessment", ...sent(person), data: { person, ...of, enrolment: state.enrolment } }
  ]
}

/** Where the assessor has stood down: they are appointed again, or another takes over. */
export const standingIn = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, move, of, rehearsal, sent } = at
  if (rehearsal.state(personFact(assessor)).assesses.has(of.scheme)) return []
  const appointing = {
    type: "AppointAssessor" as const,
    ...sent(inhabitants.office),
    data: { person: assessor, scheme: of.scheme, schools: [] }
  }
  return move.pick % 2 === 0 ? [appointing] : [...takingOver(at), appointing]
}

// Further work re-opens the criteria it names, and those only.
const isOpen = ({ state: { furtherWork } }: AtSchool, criterion: string): boolean =>
  furtherWork === undefined || furtherWork.criteria.includes(criterion)

const reviewing = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, move, of, sent, state } = at
  const verdict = move.pick % 8 === 2 ? "insufficient" : "accepted"
  return [...state.evidence.values()].flatMap(({ assignments, id, withdrawn }) =>
    assignments
      .filter((each) => !withdrawn && each.verdict === "not reviewed" && isOpen(at, each.criterion))
      .map(({ criterion }) => ({
        type: "ReviewEvidence",
        ...sent(assessor),
        data: { ...of, evidence: id, criterion, verdict, reason: move.text }
      }))
  )
}

// What stands in the way of an award: sessions the champion has missed, an interest of the assessor.
const clearing = (at: AtSchool): ReadonlyArray<LcqmCommand> => [
  ...attending(at),
  {
    type: "EndInterest",
    ...at.sent(inhabitants.office),
    data: { person: at.assessor, school: at.urn, interest: "family" }
  }
]

const furtherWork = ({
  assessor,
  move,
  of,
  seen,
  sent,
  state,
  world
}: AtSchool): ReadonlyArray<LcqmCommand> => {
  const [criterion] = criteriaIn(world.criteriaSet)
  if (criterion === undefined || state.furtherWork !== undefined) return []
  const data = { ...of, criteria: [criterion.id] as const, by: "2018-01", reason: move.text }
  return [{ type: "AskFurtherWork", ...sent(assessor), ...seen, data }]
}

const concluding = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, move, of, seen, sent, state } = at
  const proposing = (data: { readonly level: typeof at.level; readonly reason?: typeof move.text }) => ({
    type: "ProposeAward" as const,
    ...sent(assessor),
    ...seen,
    data: { ...of, ...data }
  })
  const indicated = levels.map((level) => proposing({ level }))
  // With the support of a second assessor the highest first, which is above the level indicated; else the lowest.
  const inOrder = state.afterwards.support === undefined ? levels : levels.toReversed()
  const another = inOrder.map((level) => proposing({ level, reason: move.text }))
  // Where there is no award to propose, more work is asked for once, and then the award is withheld.
  const more = furtherWork(at)
  const withheld = {
    type: "WithholdAward" as const,
    ...sent(assessor),
    ...seen,
    data: { ...of, reason: move.text }
  }
  const higher = state.afterwards.support === undefined ? supporting(at) : []
  return [
    ...(move.pick % 6 === 3 ? more : []),
    ...(move.pick % 4 === 1 ? higher : []),
    ...(move.pick % 2 === 0 ? [...another, ...indicated] : [...indicated, ...another]),
    ...clearing(at),
    ...more,
    withheld
  ]
}

/** What the assessor does next, from the visit to the proposal. */
export const assessing = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, move, of, sent, state, world } = at
  const unreviewed = move.pick % 8 === 1 ? [] : reviewing(at)
  if (unreviewed.length > 0) return unreviewed
  const criteria = criteriaIn(world.criteriaSet)
  const unassessed = criteria.find(({ id }) => !state.assessor.has(id))
  if (unassessed !== undefined) {
    return [...judgings(at), asJudged(at, state.self, unassessed.id)].map((judgement) => ({
      type: "AssessCriterion",
      ...sent(assessor),
      data: { ...of, criterion: unassessed.id, judgement }
    }))
  }
  const open = criteria.find(({ id }) => !state.agreed.has(id))
  if (open === undefined) return concluding(at)
  const found = asJudged(at, state.assessor, open.id)
  const reason = move.text
  return [{ judgement: found }, { judgement: found, reason }, { judgement: atLevel(at), reason }].map(
    (each) => ({
      type: "AgreeJudgement",
      ...sent(assessor),
      data: { ...of, criterion: open.id, ...each }
    })
  )
}
