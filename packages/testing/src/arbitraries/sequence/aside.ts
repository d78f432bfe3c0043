// What else happens in a scheme, off the main road: corrections, moves, replacements, refusals, second thoughts.
// Every command has a place here or on the main road.
import { type LcqmCommand, type PersonRef, personFact } from "@lcqm/core"
import { criteriaIn } from "../criteria-set.ts"
import type { AtSchool } from "./move.ts"
import { afterwards, carryingForward, ofSchools, supporting } from "./afterwards.ts"
import { takingOver } from "./assessing.ts"
import { attending } from "./preparing.ts"
import { inhabitants, scheme } from "./small-world.ts"

const evidenceAside = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, champion, move, of, sent, state } = at
  const { pick, text } = move
  const items = [...state.evidence.values()]
  const item = items[pick % Math.max(1, items.length)]
  const evidence = item?.id ?? "e0"
  const criteria = criteriaIn(at.world.criteriaSet)
  const criterion = criteria[pick % criteria.length]?.id ?? ""
  const assignedTo = item?.assignments[0]
  const verdict = assignedTo?.verdict === "accepted" ? "insufficient" : "accepted"
  const reviewed = {
    ...of,
    evidence,
    criterion: assignedTo?.criterion ?? criterion,
    verdict,
    reason: text
  } as const
  return [
    {
      type: "SubmitEvidence",
      ...sent(champion),
      data: { ...of, evidence: `x${items.length}`, kind: "survey", reference: "file:x", producedOn: "2016" }
    },
    { type: "AssignEvidence", ...sent(champion), data: { ...of, evidence, criterion } },
    {
      type: "UnassignEvidence",
      ...sent(champion),
      data: { ...of, evidence, criterion: assignedTo?.criterion ?? criterion }
    },
    { type: "WithdrawEvidence", ...sent(champion), data: { ...of, evidence, reason: text } },
    { type: "ReviewEvidence", ...sent(assessor), data: reviewed }
  ]
}

const judgementAside = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, champion, level, move, of, seen, sent, world } = at
  const criteria = criteriaIn(world.criteriaSet)
  const criterion = criteria[move.pick % criteria.length]?.id ?? ""
  const reason = move.text
  const judging = { ...of, criterion, judgement: { level } }
  return [
    { type: "SelfAssessCriterion", ...sent(champion), data: judging },
    { type: "AssessCriterion", ...sent(assessor), data: judging },
    { type: "AgreeJudgement", ...sent(assessor), data: { ...judging, reason } },
    { type: "ReopenSelfAssessment", ...sent(champion), data: { ...of, reason } },
    { type: "DeclineProposal", ...sent(champion), ...seen, data: { ...of, reason } },
    { type: "WithdrawProposal", ...sent(assessor), ...seen, data: { ...of, reason } },
    {
      type: "AskFurtherWork",
      ...sent(assessor),
      ...seen,
      data: { ...of, criteria: [criterion], by: "2018-01" }
    },
    { type: "SubmitFurtherWork", ...sent(champion), data: of }
  ]
}

const enrolmentAside = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, champion, move, occurredOn, of, sent, state } = at
  const reason = move.text
  const other = inhabitants.champions.find((person) => person !== champion) ?? champion
  const dated = [...state.dates.values()]
  const corrects = dated[move.pick % Math.max(1, dated.length)]
  return [
    { type: "DescribeSetting", ...sent(champion), data: { ...of, setting: reason } },
    { type: "ReplaceChampion", ...sent(inhabitants.office), data: { ...of, champion: other } },
    { type: "DeferEnrolment", ...sent(inhabitants.office), data: { ...of, reason } },
    { type: "ResumeEnrolment", ...sent(inhabitants.office), data: of },
    {
      type: "TransferEnrolment",
      ...sent(inhabitants.office),
      data: { ...of, cohort: state.cohort === "A" ? "B" : "A" }
    },
    { type: "MoveVisit", ...sent(assessor), data: { ...of, on: `${occurredOn.slice(0, 4)}-12` } },
    { type: "CancelVisit", ...sent(inhabitants.office), data: { ...of, reason } },
    ...takingOver(at),
    ...(corrects === undefined
      ? []
      : [
          {
            type: "CorrectDate" as const,
            ...sent(inhabitants.office),
            data: { ...of, corrects: corrects.event, on: occurredOn.slice(0, 7), reason }
          }
        ])
  ]
}

const cohortAside = ({ move, sent, world }: AtSchool): ReadonlyArray<LcqmCommand> => {
  const session = ([1, 2, 3, 4] as const)[move.pick % 4] ?? 1
  const cohort = { scheme, cohort: "A" }
  return [
    { type: "LaunchCohort", ...sent(inhabitants.office), data: { scheme, cohort: "B", windows: {} } },
    {
      type: "ChangeCohortWindows",
      ...sent(inhabitants.office),
      data: { ...cohort, windows: { ...world.windows, assessment: { from: "2018-02" } } }
    },
    { type: "MoveCpdSession", ...sent(inhabitants.office), data: { ...cohort, session, on: "2017-07" } },
    { type: "CancelCpdSession", ...sent(inhabitants.office), data: { ...cohort, session } },
    {
      type: "ScheduleCpdSession",
      ...sent(inhabitants.office),
      data: { ...cohort, session, on: "2017-08-01" }
    }
  ]
}

const personAside = (at: AtSchool): ReadonlyArray<LcqmCommand> => {
  const { assessor, champion, move, rehearsal, sent, urn } = at
  const reason = move.text
  const attended = rehearsal.state(personFact(champion)).attendances.find(({ struckOut }) => !struckOut)
  const other: PersonRef = inhabitants.assessors[move.pick % 2] ?? assessor
  return [
    ...attending(at),
    ...(attended === undefined
      ? []
      : [
          {
            type: "CorrectCpdAttendance" as const,
            ...sent(inhabitants.office),
            data: { person: champion, corrects: attended.event, reason }
          }
        ]),
    { type: "DeclareInterest", ...sent(other), data: { person: other, school: urn, interest: "family" } },
    {
      type: "EndInterest",
      ...sent(inhabitants.office),
      data: { person: other, school: urn, interest: "family" }
    },
    {
      type: "RegisterSigningKey",
      ...sent(inhabitants.office),
      data: { person: champion, publicKey: "0f".repeat(32) }
    },
    { type: "StandDownAssessor", ...sent(other), data: { person: other, scheme } },
    { type: "AppointAssessor", ...sent(inhabitants.office), data: { person: other, scheme, schools: [] } }
  ]
}

// What ends something is seldom drawn, or few sequences would come to an award.
const ending = ({ assessor, move, of, seen, sent }: AtSchool): ReadonlyArray<LcqmCommand> => {
  const reason = move.text
  const all: ReadonlyArray<LcqmCommand> = [
    { type: "WithholdAward", ...sent(assessor), ...seen, data: { ...of, reason } },
    { type: "WithdrawEnrolment", ...sent(inhabitants.office), data: { ...of, reason } },
    { type: "CloseCohort", ...sent(inhabitants.office), data: { scheme, cohort: "B" } }
  ]
  return move.pick % 5 === 0 ? all : []
}

/** What may happen beside the main road. */
export const aside = (at: AtSchool): ReadonlyArray<LcqmCommand> => [
  ...evidenceAside(at),
  ...judgementAside(at),
  ...enrolmentAside(at),
  ...cohortAside(at),
  ...personAside(at),
  ...afterwards(at),
  ...supporting(at),
  ...carryingForward(at),
  ...ofSchools(at),
  ...ending(at)
]
